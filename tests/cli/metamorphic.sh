#!/bin/sh
# metamorphic.sh BUILD - known changes to the samples change known verdicts.
cd "$(dirname "$0")/../.." || exit
exec /usr/bin/python3 tests/metamorphic/run.py "$1"
