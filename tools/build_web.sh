#!/usr/bin/env bash
# Builds the web application into web/dist, only when something it is made of has changed.

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"

stamp=web/dist/.waymark-stamp
made_of() {
    git ls-files --cached --others --exclude-standard -- web api ':!:web/e2e/**' |
        sort -u | while read -r file; do
        if [ -f "$file" ]; then printf '%s\0' "$file"; fi
    done | xargs -0 sha256sum | sha256sum
}

wanted="$(made_of)"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then exit 0; fi
npm run --prefix web --silent build
[ -f web/dist/index.html ] || fail "the web build left no web/dist/index.html"
printf '%s' "$wanted" >"$stamp"
