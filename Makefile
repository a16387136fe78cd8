# The front door. `make run` and `make test` need nothing but git and make on Debian 12: each first
# installs what is missing. Everything here is a script under tools/ that can also be called alone.

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup run test check matrix mutants torture mutated security fuzz bench format docs clean

help:           ## Say what can be made
	@sed -n 's/^\([a-z]*\):  *## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

setup:          ## Install what this machine lacks (nothing, the second time)
	@tools/setup.sh

run:            ## Build, make a demonstration partnership and serve it on http://127.0.0.1:8080
	@tools/run.sh

test:           ## Run every test and check on both databases and in a browser
	@tools/test.sh

check:          ## Run the quick checks only: layers, format, lint, scripts, API description
	@tools/check.sh

matrix:         ## Hold the program to docs/policy.md: everybody, every door, every record
	@tools/policy.sh all

mutants:        ## Plant faults in a copy of the code, each of which the policy tests must find (slow)
	@tools/policy.sh mutants

torture:        ## Kill the server and PostgreSQL in their work, 200 times each, and look at what is left
	@tools/torture.sh

mutated:        ## Send a million spoilt requests to the build with sanitizers
	@tools/mutated.sh

security:       ## Let outside tools at a demonstration: injection, TLS, slow connections, headers
	@tools/security.sh

fuzz:           ## Throw bytes at every reader for a minute each (make test: fixed inputs)
	@tools/fuzz.sh 60

bench:          ## Measure the release build against the bars
	@tools/bench.sh

format:         ## Format everything in the house format
	@tools/format.sh

docs:           ## Rewrite the generated parts of the documentation
	@tools/module_graph.py
	@tools/data_dictionary.py
	@tools/asvs.py

clean:          ## Delete what was built (the demonstration database in var/ stays)
	@rm -rf build web/dist
