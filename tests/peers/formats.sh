#!/bin/bash
# formats.sh BUILD - SARIF by Microsoft's multitool, JUnit by junitparser, CSV
# by LibreOffice, Markdown by cmark; a hostile document is harmless in each.
set -u
cd "$(dirname "$0")/../.." || exit
. tests/tools/npm.sh
PYTHONPATH=tests/tools exec /usr/bin/python3 tests/peers/formats.py "$1/skollint" \
    "$(realpath "$1")/peers/formats" "$room"
