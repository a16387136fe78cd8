#!/usr/bin/env bash
# Formats every source that git knows or could know; with --check only says which are out of format.

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"

mapfile -t sources < <(tools/sources.sh cpp)
if [ "${1:-}" = --check ]; then
    clang-format-14 --dry-run --Werror "${sources[@]}"
    npm run --prefix web --silent format:check
else
    clang-format-14 -i "${sources[@]}"
    npm run --prefix web --silent format
fi
