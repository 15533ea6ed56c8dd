#!/bin/sh
# store.sh [BUILD] - the store of decisions is private, and nothing is left.
cd "$(dirname "$0")/../.." || exit
exec /usr/bin/python3 tests/cli/store.py "${1:-build}"
