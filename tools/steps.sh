# shellcheck shell=bash
# Sourced after environment.sh: runs named steps, says how long each took, keeps its whole output in
# build/test-logs/NAME.log, and adds up what passed and what failed.
#
# A step that knows how many tests it ran writes "PASSED FAILED" to $step_count; any other counts
# as one. A step that exits with an error has failed at least once, whatever it counted. A step that
# fails does not stop the ones after it, so that one run tells everything.
#
# when_changed passes over steps that nothing they depend on has changed since they passed.

# shellcheck disable=SC2154
logs="$root/build/test-logs"
passed=0
failed=0

step() {
    local name="$1" began ended status=0 counted_passed counted_failed mark=ok
    shift
    mkdir -p "$logs"
    step_count="$logs/$name.count"
    rm -f "$step_count"
    export step_count
    began="$(date +%s%N)"
    # The step runs in a shell of its own that stops at its first error, which a function called
    # in a condition would not.
    set +e
    (
        set -e
        "$@"
    ) >"$logs/$name.log" 2>&1
    status=$?
    set -e
    ended="$(date +%s%N)"

    counted_passed=1
    counted_failed=0
    if [ -s "$step_count" ]; then
        read -r counted_passed counted_failed <"$step_count"
        if [ "$status" -ne 0 ] && [ "$counted_failed" -eq 0 ]; then counted_failed=1; fi
    elif [ "$status" -ne 0 ]; then
        counted_passed=0
        counted_failed=1
    fi
    passed=$((passed + counted_passed))
    failed=$((failed + counted_failed))
    if [ "$counted_failed" -gt 0 ]; then mark=FAILED; fi

    printf '%-22s %-7s %6d.%d s  %s passed, %s failed\n' "$name" "$mark" \
        $(((ended - began) / 1000000000)) $(((ended - began) / 100000000 % 10)) \
        "$counted_passed" "$counted_failed"
    if [ "$mark" = FAILED ]; then
        tail -n 40 "$logs/$name.log" | sed 's/^/    /'
        printf '    (all of it: build/test-logs/%s.log)\n' "$name"
    fi
}

# What no file of ours tells, and what could still turn a result: the programs and libraries of this
# machine, and the day, which some tests live on.
surroundings() {
    dpkg-query --show 2>/dev/null
    uname -mr
    date +%F
}

# A digest of what a step depends on: the words given, its surroundings, and the files that match.
# An argument before -- is taken as it is; those after it are git's pathspecs.
made_of() {
    local words=()
    while [ "$#" -gt 0 ] && [ "$1" != -- ]; do
        words+=("$1")
        shift
    done
    {
        printf '%s\n' "${words[@]}"
        surroundings
        git ls-files --cached --others --exclude-standard "$@" | sort -u |
            while read -r file; do
                if [ -f "$file" ]; then printf '%s\0' "$file"; fi
            done | xargs -0 --no-run-if-empty sha256sum
    } | sha256sum | cut -d ' ' -f 1
}

# Runs steps, unless they all passed on this machine with just this digest: then they are passed
# over, with the count that they had. WAYMARK_TEST_ALL=1 runs them anyway.
when_changed() {
    local digest="$1" name="$2" remembered was counted
    local passed_before="$passed" failed_before="$failed"
    shift 2
    remembered="$root/build/test-passed/$name"
    if [ -z "${WAYMARK_TEST_ALL:-}" ] && [ -f "$remembered" ] &&
        read -r was counted <"$remembered" && [ "$was" = "$digest" ]; then
        passed=$((passed + counted))
        printf '%-22s %-7s             %s passed, 0 failed\n' "$name" same "$counted"
        return
    fi
    rm -f "$remembered"
    "$@"
    if [ "$failed" -eq "$failed_before" ]; then
        mkdir -p "$root/build/test-passed"
        printf '%s %s\n' "$digest" $((passed - passed_before)) >"$remembered"
    fi
}

# The last line of every run.
finish() {
    printf '%d passed, %d failed\n' "$passed" "$failed"
    if [ "$failed" -ne 0 ] || [ "$passed" -eq 0 ]; then exit 1; fi
    exit 0
}
