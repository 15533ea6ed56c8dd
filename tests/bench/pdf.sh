#!/bin/sh
# pdf.sh BUILD - a text PDF, beside pdftotext alone.
exec /usr/bin/python3 "$(dirname "$0")/pdf.py" "$1"
