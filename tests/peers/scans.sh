#!/bin/sh
# scans.sh BUILD - a decision gives the same facts as a text, as a PDF, as a
# scanned PDF, and as an English OCR program reads it.
cd "$(dirname "$0")/../.." || exit
PYTHONPATH=tests/tools:tests/decisions exec /usr/bin/python3 tests/peers/scans.py "$1"
