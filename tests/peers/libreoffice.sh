#!/bin/sh
# libreoffice.sh BUILD - a Word file that LibreOffice has saved again is
# understood and judged as before.
cd "$(dirname "$0")/../.." || exit
exec /usr/bin/python3 tests/peers/libreoffice.py "$1"
