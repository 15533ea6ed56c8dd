#!/bin/sh
# metamorphic.sh BUILD - known changes to our documents change known verdicts.
cd "$(dirname "$0")/../.." || exit
status=0
for test in run edits promises; do
    /usr/bin/python3 "tests/metamorphic/$test.py" "$1" || status=1
done
/usr/bin/python3 tests/agreement/signed.py "$1/skollint" || status=1
exit $status
