#!/bin/sh
# as-word.sh BUILD - the sample texts as Word files get the same verdicts.
cd "$(dirname "$0")/../.." || exit
exec /usr/bin/python3 tests/cli/as_word.py "$1"
