#!/usr/bin/env bash
# Runs every test and check of the project. It starts a private PostgreSQL and a server of its own,
# and stops both. A step whose input is missing fails: nothing is skipped. The last line is
# "N passed, N failed"; the whole output of each step is in build/test-logs/.
#
# Run again, it passes over what passed before and nothing it depends on has changed since: "same"
# stands beside it, and its tests are counted. WAYMARK_TEST_ALL=1 runs everything.

# The files sourced below set logs, step_count and postgresql_url.
# shellcheck disable=SC2154

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"

tools/setup.sh
# setup.sh may just have fetched a Node for us.
source tools/environment.sh
source tools/steps.sh
source tools/checks.sh
source tools/postgresql.sh
source tools/server.sh

journey_folder=""

stop_everything() {
    stop_server || true
    stop_postgresql
    if [ -n "$journey_folder" ]; then rm -rf "$journey_folder"; fi
}
trap stop_everything EXIT
trap 'exit 130' INT TERM

build_dev() {
    cmake --preset dev
    # All of it even after a fault, so that one run tells every fault.
    ninja -C build/dev -k 0
}

# The data that C++ tests read: all that is not C++ or the web, and the open data beside us.
run_cpp_tests() {
    local status=0 data
    data="$(made_of "$(ls -lR ../shared/data 2>/dev/null)" -- \
        ':!web' ':!docs' ':!bench' ':!*.cpp' ':!*.h' ':!*.md')"
    python3 tools/cpp_tests.py "$logs/ctest.xml" "$data" | tee "$logs/cpp-tests.out" || status=$?
    tail -n 1 "$logs/cpp-tests.out" >"$step_count"
    return "$status"
}

run_web_tests() {
    local status=0
    rm -f "$logs/vitest.json"
    npm run --prefix web --silent test -- --reporter=default --reporter=json \
        --outputFile.json="$logs/vitest.json" || status=$?
    python3 tools/results.py vitest "$logs/vitest.json" >"$step_count"
    return "$status"
}

make_demonstration() {
    [ -x build/release/waymark ] || fail "there is no build/release/waymark"
    build/release/waymark demo --database "sqlite:$journey_folder/waymark.db" --size small |
        tee "$journey_folder/who-can-sign-in.txt"
}

# What the demonstration says after "Password:" opens every one of its accounts.
demonstration_password() {
    sed -n 's/^ *Password: *//p' "$journey_folder/who-can-sign-in.txt" | head -n 1
}

run_journeys() {
    [ -f web/dist/index.html ] || fail "there is no web/dist"
    wait_until_ready
    local status=0 password
    password="$(demonstration_password)"
    [ -n "$password" ] || fail "the demonstration printed no line 'Password: ...'"
    WAYMARK_E2E_PASSWORD="$password" \
        node web/e2e/run.mjs --base-url "$base_url" | tee "$logs/journeys.out" || status=$?
    python3 tools/results.py lines "$logs/journeys.out" >"$step_count"
    return "$status"
}

# Every operation as every kind of person, against the API description.
run_contract() {
    wait_until_ready
    local status=0
    WAYMARK_E2E_PASSWORD="$(demonstration_password)" \
        node web/e2e/contract.mjs --base-url "$base_url" | tee "$logs/contract.out" || status=$?
    python3 tools/results.py lines "$logs/contract.out" >"$step_count"
    return "$status"
}

# Spoilt requests, to the build with sanitizers on the records that the journeys have left.
run_mutated() {
    WAYMARK_E2E_PASSWORD="$(demonstration_password)" \
        tools/mutated.sh 5000 "$journey_folder/waymark.db"
}

# Nobody in the records may be in the server's log, after all that was asked of it above.
check_log_names_nobody() {
    local names="$journey_folder/names.txt"
    sqlite3 "$journey_folder/waymark.db" "
        SELECT family_name FROM person_record WHERE length(family_name) > 3
        UNION SELECT phone FROM person_record WHERE phone <> ''
        UNION SELECT line FROM person_address WHERE line <> ''
        UNION SELECT email FROM user_account
        UNION SELECT name FROM user_account" >"$names"
    [ -s "$names" ] || fail "the demonstration has nobody in it"
    grep -q '"event":"request"' "$logs/server.log" || fail "the server wrote no log"
    if grep --word-regexp --fixed-strings --file "$names" "$logs/server.log"; then
        fail "the log names somebody"
    fi
}

quick_checks
step build_dev build_dev
prepare_postgresql "$(postgresql_test_parent)"
step postgresql start_postgresql
export WAYMARK_TEST_POSTGRESQL="$postgresql_url"
step cpp_tests run_cpp_tests
stop_postgresql
step tidy check_tidy
step fuzz tools/fuzz.sh --fixed
when_changed "$(made_of -- web api tools)" web_tests step web_tests run_web_tests
step build_release tools/build_release.sh
step build_web tools/build_web.sh

# Who may know what: the program against the model that is written from docs/policy.md.
hold_to_policy() {
    step matrix tools/policy.sh matrix
    step matrix_postgresql tools/policy.sh matrix_postgresql
    step twins tools/policy.sh twins
    step decisions tools/policy.sh decisions 200000
}
# Each kind of tampering with the audit is named, by two verifiers, and no witness signs it.
prove_audit() {
    local status=0
    /usr/bin/python3 tests/audit/tampering.py | tee "$logs/audit-proof.out" || status=$?
    python3 tools/results.py lines "$logs/audit-proof.out" >"$step_count"
    return "$status"
}
# Each edit of an extract for a regulator is named by the verifier that has nothing but the file.
prove_extract() {
    local status=0
    /usr/bin/python3 tests/audit/extract.py | tee "$logs/extract-proof.out" || status=$?
    python3 tools/results.py lines "$logs/extract-proof.out" >"$step_count"
    return "$status"
}
when_changed "$(made_of "$(sha256sum build/release/waymark)" -- tests/audit tools programmes)" \
    extract_proof step extract_proof prove_extract
when_changed "$(made_of "$(sha256sum build/release/waymark)" -- tests/audit tools programmes)" \
    audit_proof step audit_proof prove_audit
when_changed "$(made_of "$(sha256sum build/release/waymark)" -- tests/torture tests/policy programmes tools)" \
    torture step torture tools/torture.sh 4
when_changed "$(made_of "$(sha256sum build/release/waymark)" -- tests/policy docs/policy.md api programmes tools)" \
    policy hold_to_policy

# What a browser meets: the program, the pages, the programmes, and what asks them. All of these
# steps need the server that the first one fills, so they are passed over together or not at all.
in_the_browser() {
    journey_folder="$(mktemp -d "$root/build/journeys.XXXXXX")"
    step demonstration make_demonstration
    base_url=""
    # Not in a step's own shell: the server must outlive the step that starts it.
    if [ -x build/release/waymark ]; then
        start_server build/release/waymark "$journey_folder/waymark.db" "$logs/server.log"
    fi
    step contract run_contract
    step journeys run_journeys
    step log_names_nobody check_log_names_nobody
    stop_server || true
    step mutated run_mutated
}
when_changed "$(made_of "$(sha256sum build/release/waymark)" -- web api programmes tools)" \
    in_the_browser in_the_browser

finish
