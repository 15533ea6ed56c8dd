#!/bin/sh
# dossier.sh [BUILD] - compare and audit on samples, against a reader's view.
cd "$(dirname "$0")/../.." || exit
/usr/bin/python3 tests/cli/dossier.py "${1:-build}" &&
    exec /usr/bin/python3 tests/cli/dossier_planted.py "${1:-build}"
