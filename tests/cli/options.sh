#!/bin/sh
# options.sh BUILD - help, manual and completions know every command and
# option of the program, and no other.
exec /usr/bin/python3 "$(dirname "$0")/options.py" "$1"
