#!/bin/sh
# texts.sh - every key of a text that C asks for stands in rules/frame, in
# Swedish and English, once.
cd "$(dirname "$0")/../.." || exit
exec /usr/bin/python3 tests/tools/texts.py
