#!/usr/bin/env bash
# Sends spoilt requests to the build with sanitizers: tools/mutated.sh [REQUESTS [DATABASE]] (a
# million). DATABASE is a demonstration that the journeys have been through; without it one is made.
# Each fifty thousand go to a copy of its own, for some of them spoil the records.
#
# Fails when an answer is a fault of the server (web/e2e/mutated.mjs says which are), when the server
# does not end by itself when it is asked to, or when a sanitizer has anything to say.

# server.sh sets base_url.
# shellcheck disable=SC2154

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"
source tools/server.sh

requests="${1:-1000000}"
database="${2:-}"
each=50000
program=build/dev/waymark
folder="$(mktemp -d build/mutated.XXXXXX)"

stop_everything() {
    stop_server || true
    rm -rf "$folder"
}
trap stop_everything EXIT
trap 'exit 130' INT TERM

make_demonstration() {
    [ -x build/release/waymark ] || tools/build_release.sh
    [ -f web/dist/index.html ] || tools/build_web.sh
    build/release/waymark demo --database "sqlite:$1" --size small
    start_server build/release/waymark "$1" "$folder/server.log"
    wait_until_ready
    node web/e2e/run.mjs --base-url "$base_url"
    stop_server
}

export WAYMARK_E2E_PASSWORD="${WAYMARK_E2E_PASSWORD:-for demonstration only}"
[ -x "$program" ] || {
    cmake --preset dev
    ninja -C build/dev waymark
}
if [ -z "$database" ]; then
    database="$folder/made.db"
    make_demonstration "$database"
fi

passed=0
failed=0
seed=0
while [ "$requests" -gt 0 ]; do
    now=$((requests < each ? requests : each))
    requests=$((requests - now))
    seed=$((seed + 1))
    for part in "" -wal -shm .audit-key .sealing-key; do
        rm -f "$folder/spoilt.db$part"
        if [ -f "$database$part" ]; then cp "$database$part" "$folder/spoilt.db$part"; fi
    done
    # It need not survive a power cut.
    start_server "$program" "$folder/spoilt.db" "$folder/server.log" --durable false \
        --requests-per-minute 0 --connections-per-address 100
    wait_until_ready
    status=0
    node web/e2e/mutated.mjs --base-url "$base_url" --requests "$now" --seed "$seed" |
        tee "$folder/said" || status=$?
    read -r right _ wrong _ < <(tail -n 1 "$folder/said") || true
    passed=$((passed + right))
    failed=$((failed + wrong))
    stop_server || {
        printf 'The server did not end as it should\n'
        failed=$((failed + 1))
    }
    if grep -E 'Sanitizer|runtime error|"event":"internal_error"' "$folder/server.log"; then
        failed=$((failed + 1))
    fi
    if [ "$status" -ne 0 ] && [ "$wrong" -eq 0 ]; then failed=$((failed + 1)); fi
done
if [ -n "${step_count:-}" ]; then printf '%d %d\n' "$passed" "$failed" >"$step_count"; fi
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
