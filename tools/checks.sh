# shellcheck shell=bash
# Sourced after environment.sh and steps.sh: the checks that need no build of ours. Each is a step
# of make test, and all of them together are make check.

check_scripts() {
    mapfile -t scripts < <(tools/sources.sh shell)
    shellcheck -x "${scripts[@]}"
}

check_cpp_format() {
    mapfile -t sources < <(tools/sources.sh cpp)
    clang-format-14 --dry-run --Werror "${sources[@]}"
}

check_layers() {
    python3 tools/check_layers.py
    python3 tools/test/test_check_layers.py
}

check_generated_docs() {
    python3 tools/module_graph.py --check
    python3 tools/data_dictionary.py --check
    python3 tools/asvs.py --check
    python3 tools/test/test_asvs.py
}

check_web() { npm run --prefix web --silent check; }

check_api() { npm run --prefix web --silent api-lint; }

# The model of docs/policy.md alone; make matrix holds the program to it.
check_policy_model() { python3 tests/policy/model_test.py; }

check_tidy() {
    [ -f build/dev/compile_commands.json ] || cmake --preset dev
    python3 tools/test/test_tidy.py
    python3 tools/tidy.py --build build/dev
}

quick_checks() {
    step scripts check_scripts
    step layers check_layers
    step generated_docs check_generated_docs
    step cpp_format check_cpp_format
    step policy_model check_policy_model
    local web_files
    web_files="$(made_of -- web api tools)"
    when_changed "$web_files" web_check step web_check check_web
    when_changed "$web_files" api_lint step api_lint check_api
}
