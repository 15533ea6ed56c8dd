#!/bin/sh
# store.sh BUILD - importing decisions, and finding passages among 200 000.
exec /usr/bin/python3 "$(dirname "$0")/store.py" "$1"
