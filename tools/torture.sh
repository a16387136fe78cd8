#!/usr/bin/env bash
# Kills the server, and PostgreSQL, in the middle of their work: tools/torture.sh [ROUNDS], which is
# how often on each database (200). tests/torture/torture.py says what must hold afterwards.

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"
source tools/postgresql.sh

if [ "${1:-}" = restart_postgresql ]; then
    run_postgresql "$2"
    exit
fi

rounds="${1:-200}"
program=build/release/waymark
[ -x "$program" ] || tools/build_release.sh
mkdir -p build/torture

# The system's Python: it is the one that has SQLite on every machine.
torture() {
    local database="$1" status=0
    shift
    printf 'On %s\n' "$database"
    /usr/bin/python3 tests/torture/torture.py --program "$program" --rounds "$rounds" "$@" |
        tee "build/torture/$database.out" || status=$?
    return "$status"
}

# What both ended with, for a step of make test.
# prepare_postgresql sets postgresql_url and postgresql_folder.
# shellcheck disable=SC2154
both() {
    local status=0
    torture sqlite || status=$?
    trap stop_postgresql EXIT
    prepare_postgresql "$(postgresql_test_parent)"
    start_postgresql >/dev/null
    torture postgresql --database "$postgresql_url" --postgresql "$postgresql_folder" \
        --restart "tools/torture.sh restart_postgresql $postgresql_folder" || status=$?
    if [ -n "${step_count:-}" ]; then
        tail -qn 1 build/torture/sqlite.out build/torture/postgresql.out |
            awk '{ passed += $1; failed += $3 } END { print passed, failed }' >"$step_count"
    fi
    return "$status"
}

both
