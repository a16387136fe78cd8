#!/usr/bin/env bash
# Installs what this machine lacks to build, test and run Waymark, and does nothing when nothing is
# lacking. Debian packages come from tools/packages.txt and the further lists that are named, npm
# packages from web/package-lock.json.

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"

least_node=20.19.0
lists=(tools/packages.txt "$@")

# Node and npm may come from elsewhere than Debian, so for those two it is the command that counts.
needed_packages() {
    local name
    sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "${lists[@]}" | while read -r name; do
        case "$name" in
            nodejs) command -v node >/dev/null || printf '%s\n' nodejs ;;
            npm) command -v npm >/dev/null || printf '%s\n' npm ;;
            *) printf '%s\n' "$name" ;;
        esac
    done
}

missing_packages() {
    local needed installed
    needed="$(needed_packages | sort)"
    # dpkg-query grumbles about packages it has never heard of: those are the missing ones.
    # shellcheck disable=SC2086,SC2016
    installed="$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $needed 2>/dev/null |
        sed -n 's/^installed //p' | sort -u)" || true
    comm -23 <(printf '%s\n' "$needed") <(printf '%s\n' "$installed")
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "these Debian packages are missing and only root can install them: $missing"
    fi
}

install_packages() {
    command -v apt-get >/dev/null ||
        fail "this needs Debian 12, or a machine that already has: $missing"
    say "Installing Debian packages: $missing"
    as_root apt-get update -q
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends $missing
}

node_is_new_enough() {
    local version
    version="$(node --version 2>/dev/null)" || return 1
    printf '%s\n%s\n' "$least_node" "${version#v}" | sort -C -V
}

# Debian 12 has Node 18. The npm registry carries Node itself, pinned and with its digest in
# tools/node/package-lock.json.
fetch_node() {
    say "Fetching Node: Waymark needs $least_node or later"
    mkdir -p build/node
    cp tools/node/package.json tools/node/package-lock.json build/node/
    npm ci --prefix build/node --no-audit --no-fund --ignore-scripts --loglevel=error
    for folder in "$root"/build/node/node_modules/node-linux-*/bin; do
        PATH="$folder:$PATH"
    done
    hash -r
    # npm says nothing when it could not fetch what is optional for the machine's kind.
    compgen -G 'build/node/node_modules/node-linux-*/bin/node' >/dev/null ||
        fail "Node could not be fetched from the npm registry: is it reached from here?"
    node_is_new_enough || fail "the fetched Node does not run on this machine"
}

install_web_packages() {
    local stamp=web/node_modules/.waymark-stamp wanted
    [ -f web/package-lock.json ] || fail "web/package-lock.json is missing"
    wanted="$(node --version) $(sha256sum <web/package-lock.json)"
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then return; fi
    say "Installing npm packages"
    npm ci --prefix web --no-audit --no-fund --loglevel=error
    printf '%s' "$wanted" >"$stamp"
}

missing="$(missing_packages | tr '\n' ' ')"
missing="${missing% }"
if [ -n "$missing" ]; then install_packages; fi
if ! node_is_new_enough; then fetch_node; fi
install_web_packages
