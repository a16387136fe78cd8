#!/usr/bin/env bash
# Builds Waymark, makes the demonstration partnership when there is none, and serves it.
# Usage: tools/run.sh [HOST:PORT]

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"

listen="${1:-127.0.0.1:8080}"
database=sqlite:var/demo/waymark.db
sign_in=var/demo/who-can-sign-in.txt
waymark=build/release/waymark

tools/setup.sh
# setup.sh may just have fetched a Node for us.
source tools/environment.sh
tools/build_release.sh
tools/build_web.sh

mkdir -p var/demo
if [ ! -f var/demo/waymark.db ]; then
    say "Making a demonstration partnership in var/demo/waymark.db"
    # Made under another name first, so that an interrupted run leaves no half-made partnership.
    rm -f var/demo/new.db var/demo/new.db-*
    "$waymark" demo --database sqlite:var/demo/new.db >"$sign_in.new"
    mv "$sign_in.new" "$sign_in"
    for suffix in -wal -shm; do
        if [ -f "var/demo/new.db$suffix" ]; then
            mv "var/demo/new.db$suffix" "var/demo/waymark.db$suffix"
        fi
    done
    mv var/demo/new.db var/demo/waymark.db
fi
"$waymark" migrate --database "$database" >/dev/null

say ""
cat "$sign_in"
say ""
say "Waymark is on http://$listen (Ctrl-C stops it)"
exec "$waymark" serve --database "$database" --listen "$listen" \
    --web web/dist --programmes programmes
