#include "cli/sampletasks.h"

#include <array>

namespace glow::cli {

namespace {

constexpr int none = SampleTask::noDay;

// clang-format off
constexpr std::array tasks{
    SampleTask{"Reply to Prague venue about the deposit", "Work", -3, "", "medium", "waiting"},
    SampleTask{"Send the signed lease to the agency", "Home", -1, "", "high", "phone"},
    SampleTask{"Book flights for the December visit", "Home", 0, "", "medium", "", true},
    SampleTask{"Order replacement bike brake pads", "Home", 0, "", "low", "errand"},
    SampleTask{"Water the lemon trees", "Garden", 0},
    SampleTask{"Write the release notes for 2.4", "Work", 0, "17:00", "high", "", false, false,
               "Keep it under one page. Lead with **offline copies**, then the **calendar**.\n"
               "- link the migration guide\n- thank the translators"},
    SampleTask{"Collect merged changes", "Work", none, "", "none", "", true, true},
    SampleTask{"Group by area", "Work", none, "", "none", "", true, true},
    SampleTask{"Screenshots of the board view", "Work", none, "", "none", "", false, true},
    SampleTask{"Known problems", "Work", none, "", "none", "", false, true},
    SampleTask{"Second reader", "Work", none, "", "none", "", false, true},
    SampleTask{"Call Amira about the weekend", "", 0, "18:30", "none", "phone"},
    SampleTask{"Read chapter 6 of “Designing Data-Intensive Applications”", "Reading", 0, "21:00"},
    SampleTask{"Review the pull request on connection handling", "Work", 1, "10:00", "medium"},
    SampleTask{"Pick up the parcel at the post office", "Home", 1, "", "low", "errand"},
    SampleTask{"Подзвонити бабусі про сад", "Garden", 1, "18:00", "none", "phone"},
    SampleTask{"Plan the sprint", "Work", 2, "09:30", "high"},
    SampleTask{"Gather numbers from support", "Work", none, "", "none", "waiting", false, true},
    SampleTask{"Draft the goals", "Work", none, "", "none", "", false, true},
    SampleTask{"Return the library books", "Reading", 2, "", "none", "errand"},
    SampleTask{"Dentist", "", 3, "08:15", "medium"},
    SampleTask{"Ask the neighbours about the hedge before the city’s deadline for cutting it, and write down what they say about "
               "the shared fence, the compost heap and the old apple tree", "Garden", 4, "", "low"},
    SampleTask{"Invoice for the October workshop", "Work", 4, "", "high", "waiting"},
    SampleTask{"شراء هدية لليلى", "Home", 5, "", "none", "errand"},
    SampleTask{"Sharpen the pruning shears", "Garden", 6},
    SampleTask{"Prepare slides for the PostgreSQL meetup", "Work", 8, "", "medium"},
    SampleTask{"Outline", "Work", none, "", "none", "", true, true},
    SampleTask{"Live demo without a network", "Work", none, "", "none", "", false, true},
    SampleTask{"Renew the passport", "Home", 10, "", "medium", "errand"},
    SampleTask{"Service for the heating", "Home", 13, "08:00", "none", "phone"},
    SampleTask{"Renew the domain", "", 21, "", "high"},
    SampleTask{"Idea: a shelf for the hallway", "Home"},
    SampleTask{"Find a frame for the map", "", none, "", "low"},
    SampleTask{"Ask Jonas for the soup recipe", "", none, "", "none", "waiting"},
    SampleTask{"Order seeds for spring", "Garden", none, "", "none", "", false, false, "Beans, chard, the striped tomatoes."},
    SampleTask{"The Left Hand of Darkness", "Reading"},
    SampleTask{"Paper: “A Critique of ANSI SQL Isolation Levels”", "Reading", none, "", "low"},
    SampleTask{"How the PostgreSQL planner estimates joins", "Reading"},
    SampleTask{"Mend the gate", "Garden", none, "", "none", "", true},
    SampleTask{"Pay the water bill", "Home", none, "", "high", "", true},
    SampleTask{"Answer the survey about the office move", "Work", none, "", "low", "", true},
};
// clang-format on

} // namespace

std::span<const SampleTask> sampleTasks()
{
    return tasks;
}

} // namespace glow::cli
