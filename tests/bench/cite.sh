#!/bin/sh
# cite.sh BUILD - citations in 10 MB of text, beside grep on the same file.
exec /usr/bin/python3 "$(dirname "$0")/cite.py" "$1"
