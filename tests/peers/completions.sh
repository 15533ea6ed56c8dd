#!/bin/sh
# completions.sh [BUILD] - bash, zsh and fish complete commands and options.
cd "$(dirname "$0")/../.." || exit
PYTHONPATH=tests/tools exec /usr/bin/python3 tests/peers/completions.py
