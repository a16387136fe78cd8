#!/usr/bin/env bash
# Builds the program that people run, in build/release.

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"

[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
ninja -C build/release --quiet
[ -x build/release/waymark ] || fail "the build left no program at build/release/waymark"
