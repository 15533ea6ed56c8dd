#!/bin/sh
# pdf.sh [BUILD] - a PDF by way of other programs, and what is said when they
# are not there or do not give what they should. They are played by scripts.
cd "$(dirname "$0")/../.." || exit
PYTHONPATH=tests/tools exec /usr/bin/python3 tests/cli/pdf.py "${1:-build}"
