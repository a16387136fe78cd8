#!/usr/bin/env bash
# Measures the release build against the bars of the project and prints a table. Figures go to
# build/bench/<name>.jsonl, one object a line: name, figure, unit, bar, met.
# Usage: tools/bench.sh [arguments of waymark_bench]

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"

tools/setup.sh
source tools/environment.sh
tools/build_release.sh
tools/build_web.sh

bench=build/release/waymark_bench
[ -x "$bench" ] || fail "the build left no program at $bench"
mkdir -p build/bench
source tools/postgresql.sh
# On the disk, since durable writes are measured.
prepare_postgresql /tmp
trap stop_postgresql EXIT
start_postgresql >build/bench/postgresql.log
# shellcheck disable=SC2154
WAYMARK_BENCH_POSTGRESQL="$postgresql_url" "$bench" --waymark build/release/waymark \
    --web web/dist --programmes programmes --out build/bench "$@"
