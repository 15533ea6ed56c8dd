#!/bin/sh
# bad-input.sh BUILD - bad input gives one clear line and the right exit
# status, and what stands beside it is still judged.
cd "$(dirname "$0")/../.." || exit
PYTHONPATH=tests/tools exec /usr/bin/python3 tests/cli/bad_input.py "$1"
