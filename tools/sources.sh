#!/usr/bin/env bash
# Lists the project's own sources of one kind: cpp or shell. New files count before they are added
# to git; ignored and deleted ones do not, nor do the breaches that are planted to be caught.

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"

case "${1:-}" in
    cpp) patterns=('*.cpp' '*.h') ;;
    shell) patterns=('*.sh' '.ci/run') ;;
    *) fail "sources.sh: expected cpp or shell" ;;
esac
git ls-files --cached --others --exclude-standard -- "${patterns[@]}" \
    ':!:tools/test/breaches/**' | sort -u | while read -r file; do
    if [ -f "$file" ]; then printf '%s\n' "$file"; fi
done
