#!/usr/bin/env bash
# Runs every check that needs no tests: layers, formats, lint, scripts, API description.

# shellcheck source=tools/environment.sh
source "$(dirname "$0")/environment.sh"

tools/setup.sh
source tools/environment.sh
source tools/steps.sh
source tools/checks.sh

quick_checks
step tidy check_tidy
finish
