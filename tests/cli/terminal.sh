#!/bin/sh
# terminal.sh [BUILD] - what is seen on a terminal: width, colour, progress.
cd "$(dirname "$0")/../.." || exit
PYTHONPATH=tests/tools exec /usr/bin/python3 tests/cli/terminal.py "${1:-build}"
