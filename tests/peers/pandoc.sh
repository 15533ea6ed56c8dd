#!/bin/sh
# pandoc.sh BUILD - the words that are read from Word files are those that
# pandoc reads, at least 99 of 100; pandoc.tsv explains all differences.
cd "$(dirname "$0")/../.." || exit
PYTHONPATH=tests/tools exec /usr/bin/python3 tests/peers/pandoc.py "$1"
