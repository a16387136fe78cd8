#!/usr/bin/env bash
# Outside tools against a demonstration of our own: docs/security/tools.md says what each looks for.
# What they find is a fault of ours unless tests/security/explained.toml says why it is none.

# steps.sh sets logs and step_count, server.sh base_url and server_pid.
# shellcheck disable=SC2154

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"
tools/setup.sh tools/security-packages.txt
source tools/environment.sh
source tools/steps.sh
source tools/server.sh

program=build/release/waymark
password="for demonstration only"
folder="$(mktemp -d build/security.XXXXXX)"

stop_everything() {
    stop_server || true
    rm -rf "$folder"
}
trap stop_everything EXIT
trap 'exit 130' INT TERM

# counted COMMAND: a step that ends with "N passed, N failed".
counted() {
    local status=0 said="$folder/said"
    "$@" | tee "$said" || status=$?
    sed -n '$s/ passed, / /; $s/ failed$//p' "$said" >"$step_count"
    return "$status"
}

make_demonstration() {
    "$program" demo --database "sqlite:$folder/waymark.db" --size small
    openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=127.0.0.1 \
        -addext subjectAltName=IP:127.0.0.1 -keyout "$folder/key.pem" -out "$folder/certificate.pem"
}

# Wapiti as one who sees much: it follows links, and the pages have few without a script.
crawl() {
    local cookie
    cookie="$(cd tests/security && python3 -c 'import sys, asking
print(asking.sign_in(*sys.argv[1:])[0])' "$base_url" head "$password")"
    wapiti -u "$base_url/" -s "$base_url/api/v1/search?q=smi" -s "$base_url/api/v1/cases" \
        -H "Cookie: $cookie" --flush-session --store-session "$folder" --no-bugreport -v 1 \
        -m csp,http_headers,cookieflags,csrf,xss,sql,exec,file,crlf,redirect,ssrf,methods,backup \
        --max-scan-time 200 --max-attack-time 60 -f json -o "$folder/wapiti.json"
    python3 tests/security/findings.py wapiti "$folder/wapiti.json"
}

look_at_tls() {
    # It ends with how bad what it found is; findings.py judges that.
    testssl --quiet --color 0 -U -S -p --jsonfile "$folder/testssl.json" "$base_url" || true
    python3 tests/security/findings.py testssl "$folder/testssl.json"
}

[ -x "$program" ] || tools/build_release.sh
[ -f web/dist/index.html ] || tools/build_web.sh
step demonstration make_demonstration
start_server "$program" "$folder/waymark.db" "$logs/security-server.log" --requests-per-minute 0
wait_until_ready
step headers counted python3 tests/security/headers.py "$base_url" "$password"
step injection counted python3 tests/security/injection.py "$base_url" "$password" "$folder/sqlmap"
step crawler counted crawl
step slow_connections counted python3 tests/security/slow.py "${base_url##*:}"
stop_server
start_server "$program" "$folder/waymark.db" "$logs/security-server.log" \
    --tls-certificate "$folder/certificate.pem" --tls-key "$folder/key.pem"
base_url="${base_url/http:/https:}"
wait_until_ready --insecure
step headers_over_tls counted python3 tests/security/headers.py "$base_url" "$password"
step tls counted look_at_tls
finish
