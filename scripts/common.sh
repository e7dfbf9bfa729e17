# Shared by setup, demo and test: sourced, not run.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
root=$PWD
# ccache may trust precompiled headers.
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# step SENTENCE LOG COMMAND…: runs quietly, shows the last line of the log now and then, and its end when it fails.
step() {
    local sentence=$1 log=$2 pid status=0 waited=0 line
    shift 2
    say "$sentence"
    mkdir -p "$(dirname "$log")"
    LC_ALL=C.UTF-8 "$@" >"$log" 2>&1 </dev/null &
    pid=$!
    trap 'kill "$pid" 2>/dev/null || true' INT TERM
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.2
        waited=$((waited + 1))
        if [ $((waited % 50)) = 0 ]; then
            line=$(tail -n 1 "$log" | tr -cd '[:print:]' | cut -c1-100)
            say "  $((waited / 5)) s: $line"
        fi
    done
    wait "$pid" || status=$?
    trap - INT TERM
    if [ $status != 0 ]; then
        grep -nE 'error|FAILED|^E: ' "$log" | head -n 15 >&2 || true
        tail -n 15 "$log" >&2
        fail "Failed: ${sentence%…} (exit status $status). The whole output is in $log."
    fi
}

# build TARGET…: configures the preset dev when needed and builds. Memory decides too how many compilers run at once.
build() {
    local jobs memory
    jobs=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 800000) }' /proc/meminfo 2>/dev/null || echo 1)
    [ "$memory" -ge "$jobs" ] || jobs=$((memory > 0 ? memory : 1))
    step "Configuring…" build/configure.log cmake --preset dev
    step "Building (the first time takes some minutes)…" build/build.log cmake --build build/dev -j "$jobs" --target "$@"
}
