#!/bin/sh
# planted.sh - `make asan` fails when a leak or an overrun is planted.
set -u
cd "$(dirname "$0")/../.." || exit
. tests/tools/tell.sh

for defect in leak overrun; do
    log=$(mktemp)
    problem=
    if make asan PLANT=$defect >"$log" 2>&1; then
        problem="make asan PLANT=$defect did not fail"
    elif ! grep -q "AddressSanitizer\|LeakSanitizer" "$log"; then
        problem=$(tail -n 5 "$log")
    fi
    tell "make asan fails on a planted $defect" "$problem"
    rm -f "$log"
done

# shellcheck disable=SC2154 # tell.sh sets it
exit $failed
