#!/bin/sh
# options.sh BUILD - help, manual and completions know every command and
# option of the program, and no other.
cd "$(dirname "$0")/../.." || exit
PYTHONPATH=tests/tools exec /usr/bin/python3 tests/cli/options.py "$1"
