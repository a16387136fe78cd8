# shellcheck shell=bash
# Sourced by every script here: the root of the repository, the right Node first in PATH, and the
# settings that the web tools need to stay off the network.

set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"

# Present only where setup.sh found the machine's own Node missing or too old.
for folder in "$root"/build/node/node_modules/node-linux-*/bin; do
    if [ -x "$folder/node" ]; then PATH="$folder:$PATH"; fi
done
export PATH
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
export CHROMIUM="${CHROMIUM:-/usr/bin/chromium}"
export REDOCLY_TELEMETRY=off
export REDOCLY_SUPPRESS_UPDATE_NOTICE=true
export CMAKE_EXPORT_COMPILE_COMMANDS=ON
export CLICOLOR_FORCE=0

say() { printf '%s\n' "$*"; }
fail() {
    printf 'waymark: %s\n' "$*" >&2
    exit 1
}
