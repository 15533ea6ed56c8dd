#!/bin/sh
# outputs.sh BUILD - a hostile document is harmless in every format; any
# number of jobs gives the same bytes; no input is ever touched.
cd "$(dirname "$0")/../.." || exit
PYTHONPATH=tests/tools exec /usr/bin/python3 tests/cli/outputs.py "$1"
