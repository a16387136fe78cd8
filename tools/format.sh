#!/usr/bin/env bash
# Formats every source in the house format. The checks only say what is out of format.

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"

mapfile -t sources < <(tools/sources.sh cpp)
clang-format-14 -i "${sources[@]}"
npm run --prefix web --silent format
