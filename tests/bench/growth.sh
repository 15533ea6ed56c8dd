#!/bin/sh
# growth.sh BUILD - judging beside reading, long documents, many Word files.
exec /usr/bin/python3 "$(dirname "$0")/growth.py" "$1"
