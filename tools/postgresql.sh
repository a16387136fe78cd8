# shellcheck shell=bash
# Sourced after environment.sh: a private PostgreSQL 15 that listens only on a socket in a folder of
# its own, and is gone afterwards. `prepare_postgresql PARENT_FOLDER` makes the folder and sets
# postgresql_url; `start_postgresql` fills it and starts, in a shell of its own if need be;
# `stop_postgresql` ends it all.

postgresql_programs=/usr/lib/postgresql/15/bin
postgresql_folder=""
postgresql_url=""

# PostgreSQL refuses to run as root, so root lends it the user that Debian's package made.
as_postgresql_user() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    elif id postgres >/dev/null 2>&1; then
        runuser -u postgres -- "$@"
    else
        runuser -u nobody -- "$@"
    fi
}

# Tests keep the durable settings but put the files in memory where there is room for them.
postgresql_test_parent() {
    local free_kib
    free_kib="$(df --output=avail /dev/shm 2>/dev/null | tail -n 1)" || free_kib=0
    if [ "${free_kib:-0}" -gt 2097152 ]; then printf /dev/shm; else printf /tmp; fi
}

prepare_postgresql() {
    local parent="$1"
    # A short path, because a socket's may not pass 107 characters; and outside the repository,
    # because the unprivileged user may not be able to enter that.
    postgresql_folder="$(as_postgresql_user mktemp -d "$parent/waymark-pg.XXXXXX")"
    chmod 711 "$postgresql_folder"
    # shellcheck disable=SC2034
    postgresql_url="postgresql:///postgres?host=$postgresql_folder&user=waymark_test"
}

start_postgresql() {
    [ -x "$postgresql_programs/initdb" ] || fail "PostgreSQL 15 is not installed"
    (
        cd "$postgresql_folder" || exit 1
        as_postgresql_user "$postgresql_programs/initdb" -D "$postgresql_folder/data" \
            --username=waymark_test --auth=trust --data-checksums --encoding=UTF8 \
            --locale=C.UTF-8 || fail "initdb failed"
    )
    run_postgresql "$postgresql_folder"
}

# Starts the one in a folder that was filled before. The settings that decide durability stay as they
# are in production.
run_postgresql() {
    (
        cd "$1" || exit 1
        as_postgresql_user "$postgresql_programs/pg_ctl" -D "$1/data" --wait \
            --log="$1/log" --options="-k $1 -c listen_addresses= \
            -c max_connections=200 -c shared_buffers=256MB -c max_wal_size=4GB" \
            start >&2 || {
            cat "$1/log" >&2
            fail "PostgreSQL did not start"
        }
    )
}

stop_postgresql() {
    [ -n "$postgresql_folder" ] || return 0
    (
        cd / || exit 1
        as_postgresql_user "$postgresql_programs/pg_ctl" -D "$postgresql_folder/data" \
            --mode=immediate --wait stop >/dev/null 2>&1
    ) || true
    rm -rf "$postgresql_folder"
    postgresql_folder=""
}
