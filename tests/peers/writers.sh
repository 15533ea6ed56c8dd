#!/bin/bash
# writers.sh BUILD - the same content as a Word file by python-docx, npm's
# docx, pandoc and LibreOffice is understood as our own.
set -u
cd "$(dirname "$0")/../.." || exit
. tests/tools/npm.sh
cp tests/peers/writers.mjs "$room"
PYTHONPATH=tests/tools exec /usr/bin/python3 tests/peers/writers.py "$1" \
    "$room"
