#!/bin/sh
# decisions.sh [BUILD] - decisions are read as a reader does, also from noise.
cd "$(dirname "$0")/../.." || exit
exec /usr/bin/python3 tests/cli/decisions.py "${1:-build}"
