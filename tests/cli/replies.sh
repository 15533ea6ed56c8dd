#!/bin/sh
# replies.sh BUILD - what a person answers to our comments in Word settles
# the points they are about, and stays when the file is commented again.
cd "$(dirname "$0")/../.." || exit
PYTHONPATH=tests/tools exec /usr/bin/python3 tests/cli/replies.py "$1"
