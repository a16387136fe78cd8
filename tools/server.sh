# shellcheck shell=bash
# Sourced after environment.sh: one server on loopback, on a port that is free.
# `start_server PROGRAM DATABASE LOG [SETTING...]` starts it on a SQLite file and sets base_url;
# `wait_until_ready [OPTION]` waits for it, with an option of curl; `stop_server` ends it, with the status that it ended with.

server_pid=""
base_url=""

free_port() {
    python3 -c 'import socket
taken = socket.socket()
taken.bind(("127.0.0.1", 0))
print(taken.getsockname()[1])'
}

start_server() {
    local port server_program="$1" records="$2" log="$3"
    shift 3
    port="$(free_port)"
    base_url="http://127.0.0.1:$port"
    "$server_program" serve --database "sqlite:$records" --listen "127.0.0.1:$port" \
        --web web/dist --programmes programmes "$@" >"$log" 2>&1 &
    server_pid=$!
}

wait_until_ready() {
    local tries
    for tries in $(seq 200); do
        if curl --silent --fail --output /dev/null "$@" "$base_url/readyz"; then return 0; fi
        kill -0 "$server_pid" 2>/dev/null || fail "the server stopped before it was ready"
        sleep 0.1
    done
    fail "the server was not ready after $((tries / 10)) seconds"
}

stop_server() {
    local status=0
    [ -n "$server_pid" ] || return 0
    kill "$server_pid" 2>/dev/null || true
    wait "$server_pid" || status=$?
    server_pid=""
    return "$status"
}
