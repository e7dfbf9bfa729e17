"""Random rules of RFC 5545 with the dates that python3-dateutil gives them.

randomrules.py NUMBER SEED prints a JSON document a line: rule, start, horizon (dates beyond it are not compared) and
the next five dates strictly after the start. What RFC 5545 forbids is not made. A rule over which dateutil broods for
long, since it never comes, is replaced by another.
"""

import datetime
import itertools
import json
import random
import signal
import sys

from dateutil.rrule import rrulestr

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
# How far dateutil is made to look, in days; it visits every period on the way.
HORIZONS = {"SECONDLY": 1, "MINUTELY": 10, "HOURLY": 400, "DAILY": 4000, "WEEKLY": 8000, "MONTHLY": 15000, "YEARLY": 15000}


def some(values, most):
    return random.sample(values, random.randint(1, min(most, len(values))))


def numbers(values):
    return ",".join(str(value) for value in values)


def signed(largest, most):
    return numbers(some([n for n in range(-largest, largest + 1) if n], most))


def by_day(numbered, largest):
    days = some(WEEKDAYS, 4)
    if not numbered or random.random() < 0.3:
        return ",".join(days)
    which = [n for n in range(-largest, largest + 1) if n]
    return ",".join(str(random.choice(which)) + day for day in days)


def random_parts(frequency):
    parts = {}

    def maybe(chance, name, make):
        if random.random() < chance:
            parts[name] = make()

    short = frequency in ("SECONDLY", "MINUTELY", "HOURLY")
    maybe(0.3, "BYMONTH", lambda: numbers(some(range(1, 13), 4)))
    if frequency == "YEARLY" and random.random() < 0.2:
        # dateutil numbers the first and last days of some years wrongly (2039-01-02 is in week 52, it says 53).
        parts["BYWEEKNO"] = numbers(some([n for n in range(-51, 52) if abs(n) > 1], 4))
        maybe(0.8, "BYDAY", lambda: by_day(False, 0))
    elif frequency == "YEARLY":
        kind = random.random()
        if kind < 0.25:
            parts["BYDAY"] = by_day(True, 4 if "BYMONTH" in parts else 52)
        elif kind < 0.5:
            parts["BYMONTHDAY"] = signed(31, 4)
        elif kind < 0.65:
            parts["BYYEARDAY"] = signed(366, 6)
        maybe(0.2 if "BYMONTHDAY" in parts else 0, "BYDAY", lambda: by_day(False, 0))
    elif frequency == "MONTHLY":
        kind = random.random()
        if kind < 0.4:
            parts["BYDAY"] = by_day(True, 5)
        elif kind < 0.75:
            parts["BYMONTHDAY"] = signed(31, 5)
            maybe(0.2, "BYDAY", lambda: by_day(False, 0))
    else:
        maybe(0.4, "BYDAY", lambda: by_day(False, 0))
        maybe(0.2 if frequency == "DAILY" or short else 0, "BYMONTHDAY", lambda: signed(31, 8))
        maybe(0.1 if short else 0, "BYYEARDAY", lambda: signed(366, 30))
    maybe(0.15, "BYHOUR", lambda: numbers(some(range(24), 3)))
    maybe(0.12, "BYMINUTE", lambda: numbers(some(range(60), 3)))
    maybe(0.05, "BYSECOND", lambda: numbers(some(range(60), 2)))
    if parts and random.random() < 0.25:
        parts["BYSETPOS"] = signed(4, 2)
    return parts


def random_rule(start):
    frequency = random.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] * 6 + ["HOURLY", "MINUTELY", "SECONDLY"])
    parts = {"FREQ": frequency}
    if random.random() < 0.5:
        parts["INTERVAL"] = str(random.choice([1, 2, 2, 3, 4, 5, 6, 7, 10, 12]))
    parts.update(random_parts(frequency))
    if random.random() < 0.2:
        parts["WKST"] = random.choice(WEEKDAYS)
    end = random.random()
    if end < 0.15:
        parts["COUNT"] = str(random.randint(1, 6))
    elif end < 0.3:
        last = start + datetime.timedelta(days=random.choice([1, 10, 100, 1000, 5000]))
        parts["UNTIL"] = last.strftime("%Y%m%dT%H%M%S")
    return frequency, ";".join(f"{name}={value}" for name, value in parts.items())


def one():
    start = datetime.datetime(2020, 1, 1) + datetime.timedelta(days=random.randrange(4000))
    if random.random() < 0.7:
        start += datetime.timedelta(hours=random.randrange(24), minutes=random.choice([0, 15, 30, 59]))
    frequency, rule = random_rule(start)
    horizon = start + datetime.timedelta(days=HORIZONS[frequency])
    try:
        dates = rrulestr(rule, dtstart=start)
    except ValueError:  # "will never generate any result"
        return {"rule": rule, "start": start.isoformat(), "horizon": horizon.isoformat(), "dates": []}
    if dates._until is None or dates._until > horizon:
        dates = dates.replace(until=horizon)
    found = itertools.islice((each for each in dates if each > start), 5)
    return {"rule": rule, "start": start.isoformat(), "horizon": horizon.isoformat(),
            "dates": [each.isoformat() for each in found]}


class TooLong(Exception):
    pass


def give_up(*_):
    raise TooLong


random.seed(int(sys.argv[2]))
signal.signal(signal.SIGALRM, give_up)
left = int(sys.argv[1])
while left:
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        line = json.dumps(one())
        signal.setitimer(signal.ITIMER_REAL, 0)
    except TooLong:
        continue
    print(line)
    left -= 1
