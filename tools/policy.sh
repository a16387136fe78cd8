#!/usr/bin/env bash
# Holds the program to docs/policy.md: tools/policy.sh CHECK, where CHECK is
#   matrix             everybody at every door on every record, on SQLite
#   matrix_postgresql  the same on a PostgreSQL of its own
#   twins              two worlds that differ only in what the reader may not see
#   decisions [N]      N random decisions, the product's and the model's (a million)
#   mutants            faults planted in a copy of the code, each of which must be found; slow
#   all                the first four
# Each ends with "N passed, N failed", which is also written for a step of make test.

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"
source tools/postgresql.sh

program=build/release/waymark

run() {
    local name="$1" status=0
    shift
    mkdir -p build/policy
    python3 "$@" | tee "build/policy/$name.out" || status=$?
    if [ -n "${step_count:-}" ]; then
        sed -n '$s/ passed, / /; $s/ failed$//p' "build/policy/$name.out" >"$step_count"
    fi
    return "$status"
}

# prepare_postgresql sets postgresql_url.
# shellcheck disable=SC2154
matrix_postgresql() {
    trap stop_postgresql EXIT
    prepare_postgresql "$(postgresql_test_parent)"
    start_postgresql >/dev/null
    run matrix_postgresql tests/policy/matrix.py --program "$program" --database "$postgresql_url"
}

check() {
    case "$1" in
    matrix) run matrix tests/policy/matrix.py --program "$program" ;;
    matrix_postgresql) matrix_postgresql ;;
    twins) run twins tests/policy/twins.py --program "$program" ;;
    decisions)
        run decisions tests/policy/decisions.py --program "$program" --decisions "${2:-1000000}"
        ;;
    mutants) run mutants tests/policy/mutants.py ;;
    all) for one in matrix matrix_postgresql twins decisions; do check "$one"; done ;;
    *) fail "no such check: $1 (the first lines of tools/policy.sh say which there are)" ;;
    esac
}

[ -x "$program" ] || [ "${1:-all}" = mutants ] || tools/build_release.sh
check "${1:-all}" "${2:-}"
