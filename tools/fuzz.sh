#!/usr/bin/env bash
# Throws bytes at every reader of what comes from outside:
#
#   tools/fuzz.sh [SECONDS]        (5 seconds each unless given)
#   tools/fuzz.sh --fixed          the same 5,000 inputs each time, as `make test` does it
#
# It begins with tests/fuzz/corpus/ and the programme files, keeps what it learns in
# build/fuzz/corpus/, and leaves what broke a reader in build/fuzz/found/. Add that file to the
# corpus with the fix. What breaks a reader is printed whole in base64, so that it can be tried
# where only the log is at hand.

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"

how="${1:-5}"
if [ "$how" = --fixed ]; then
    told="5,000 inputs"
    bounds=(-seed=1 -runs=5000)
else
    told="$how s"
    bounds=(-max_total_time="$how")
fi
cmake --preset fuzz >/dev/null
ninja -C build/fuzz waymark_fuzz

found=0
for source in tests/fuzz/*.cpp; do
    target="$(basename "$source" .cpp)"
    learned="build/fuzz/corpus/$target"
    # What was learned here before would make the same inputs other ones.
    if [ "$how" = --fixed ]; then
        learned="build/fuzz/fixed/$target"
        rm -rf "$learned"
    fi
    mkdir -p "$learned" build/fuzz/found
    seeds=("tests/fuzz/corpus/$target")
    if [ "$target" = programme ]; then seeds+=(programmes/*/); fi
    echo "fuzz: $target, $told"
    "build/fuzz/fuzz_$target" "${bounds[@]}" -timeout=10 -rss_limit_mb=2048 \
        -verbosity=0 -artifact_prefix="build/fuzz/found/$target-" "$learned" "${seeds[@]}" \
        2>"build/fuzz/$target.log" || {
        found=$((found + 1))
        grep -E "ERROR|SUMMARY|Base64|runtime error|^ *#[0-9]" "build/fuzz/$target.log" |
            cut -c 1-4000 | head -n 30
    }
done
if [ "$found" -gt 0 ]; then fail "$found readers were broken: see build/fuzz/found/"; fi
