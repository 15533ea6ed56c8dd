#!/bin/sh
# pdf.sh BUILD - a text PDF, beside pdftotext alone.
cd "$(dirname "$0")/../.." || exit
PYTHONPATH=tests/peers exec /usr/bin/python3 tests/bench/pdf.py "$1"
