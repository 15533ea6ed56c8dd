#!/bin/bash
# valgrind.sh BUILD - the program over samples and golden inputs, in a build
# without just-in-time patterns.
set -u
cd "$(dirname "$0")/../.." || exit
build=$1
status=0

run() {
    local result

    valgrind -q --error-exitcode=99 --leak-check=full \
        --errors-for-leak-kinds=definite,possible --num-callers=20 \
        "$build/skollint" "$@" >/dev/null 2>"$build/valgrind.log"
    result=$?
    if [ $result -eq 99 ] || [ $result -gt 128 ]; then
        echo "failed: skollint $*"
        grep '^==' "$build/valgrind.log" | head -n 40
        status=1
    else
        echo "ok: skollint $*"
    fi
}

run check --no-settings --jobs 1 samples
run check --no-settings --jobs 1 --format json samples
run rules test
run cite '4 kap. 3–5 §§ skollagen (2010:800) och 6 a kap. 7 b §'
for file in samples/*; do
    [ ! -f "$file" ] || run outline "$file"
done
for file in tests/golden/*/*/input*; do
    [ ! -f "$file" ] || run check --no-settings "$file"
done
exit $status
