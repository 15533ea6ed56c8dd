#!/bin/bash
# run.sh COMMAND… - run each command, go on when one fails, and count.
#
# Counted are the tests of Criterion (its closing line) and lines that begin
# with "ok: " or "failed: "; a command without any counts as one test. The
# last line is the sum, and the status is 1 when anything failed.
set -u
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# A command may call make itself: as one by hand would.
unset MAKEFLAGS MFLAGS MAKELEVEL
passed=0
failed=0
began=$SECONDS

for command; do
    printf -- '--- %s\n' "$command"
    started=$SECONDS
    bash -c "$command" 2>&1 | tee "$log"
    status=${PIPESTATUS[0]}
    good=$(grep -c '^ok: ' "$log")
    bad=$(grep -c '^failed: ' "$log")
    read -r tested passing < <(sed -n \
        's/.*Synthesis: Tested: .*\([0-9]\{1,\}\).* | Passing: .*/&/p' \
        "$log" | sed 's/\x1b\[[0-9;]*m//g' |
        sed 's/.*Tested: \([0-9]*\) | Passing: \([0-9]*\).*/\1 \2/' |
        awk '{ t += $1; p += $2 } END { print t + 0, p + 0 }')
    good=$((good + passing))
    bad=$((bad + tested - passing))
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
        bad=1
        echo "failed with status $status: $command"
    elif [ $((good + bad)) -eq 0 ]; then
        good=1
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
    [ "$bad" -eq 0 ] || broken="${broken:-}"$'\n'"  $command"
    [ $((SECONDS - started)) -lt 10 ] || echo "($((SECONDS - started)) s)"
done

[ -z "${broken:-}" ] || echo "Not all is well in:$broken"
echo "$passed passed, $failed failed ($((SECONDS - began)) s)"
[ "$failed" -eq 0 ]
