#!/usr/bin/env bash
# Throws bytes at every reader of what comes from outside, for a bounded time each:
#
#   tools/fuzz.sh [SECONDS]        (5 unless given)
#
# It begins with tests/fuzz/corpus/ and the programme files, keeps what it learns in
# build/fuzz/corpus/, and leaves what broke a reader in build/fuzz/found/. Add that file to the
# corpus with the fix.

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"

seconds="${1:-5}"
cmake --preset fuzz >/dev/null
ninja -C build/fuzz waymark_fuzz

found=0
for source in tests/fuzz/*.cpp; do
    target="$(basename "$source" .cpp)"
    learned="build/fuzz/corpus/$target"
    mkdir -p "$learned" build/fuzz/found
    seeds=("tests/fuzz/corpus/$target")
    if [ "$target" = programme ]; then seeds+=(programmes/*/); fi
    echo "fuzz: $target for $seconds s"
    "build/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -verbosity=0 -artifact_prefix="build/fuzz/found/$target-" "$learned" "${seeds[@]}" \
        2>"build/fuzz/$target.log" || {
        found=$((found + 1))
        grep -E "ERROR|SUMMARY|runtime error|^ *#[0-9]" "build/fuzz/$target.log" | head -n 20
    }
done
if [ "$found" -gt 0 ]; then fail "$found readers were broken: see build/fuzz/found/"; fi
