#!/bin/sh
# hostile-word.sh BUILD - Word files made to harm end in one clear line, soon
# and small, and what stands beside them is still judged.
cd "$(dirname "$0")/../.." || exit
PYTHONPATH=tests/tools exec /usr/bin/python3 tests/cli/hostile_word.py "$1"
