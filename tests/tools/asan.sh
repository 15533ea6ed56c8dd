#!/bin/bash
# asan.sh BUILD UNIT_PROGRAM - run the tests and the program on the samples
# in a build with sanitizers.
#
# A leak in a test of Criterion is printed and the status is still 0: so the
# sanitizers write to a log, and the log must not exist when all is done.
set -u
cd "$(dirname "$0")/../.." || exit
build=$1
unit=$2
log=$PWD/$build/sanitizer.log
rm -f "$log".*
export ASAN_OPTIONS=log_path=$log:detect_leaks=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=log_path=$log:print_stacktrace=1
status=0

"$unit" || status=1
if [ "$unit" = "$build/unit" ] && [ -x "$build/skollint" ]; then
    for file in samples/* tests/golden/*/*/input*; do
        [ -f "$file" ] || continue
        timeout 120 "$build/skollint" check --no-settings "$file" >/dev/null 2>&1
        [ $? -lt 4 ] || { echo "failed: check $file"; status=1; }
        timeout 120 "$build/skollint" outline "$file" >/dev/null 2>&1
        [ $? -lt 4 ] || { echo "failed: outline $file"; status=1; }
    done
    "$build/skollint" rules test >/dev/null || status=1
    tests/cli/hostile-word.sh "$build" || status=1
fi

for found in "$log".*; do
    [ -e "$found" ] || continue
    status=1
    head -n 40 "$found"
done
[ $status -eq 0 ] && echo "ok: nothing found by the sanitizers"
exit $status
