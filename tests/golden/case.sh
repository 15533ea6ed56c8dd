#!/bin/sh
# case.sh check|accept BUILD CASE - run one golden case and compare it.
#
# A case is a folder tests/golden/TOPIC/NAME with
#   command       the arguments after "skollint"; the shell reads them, so
#                 `check - <input.txt` works
#   input…        what they read; a folder NAME.docx.d is zipped to NAME.docx
#   expect.out    standard output; absent: nothing is printed
#   expect.err    standard error; absent: nothing is said
#   expect.exit   the exit status; absent: 0
#   expect/FILE   files that are written (-o), byte for byte; optional
# It runs in a copy of the folder under BUILD/golden. `accept` shows what
# changed and makes it what is expected.
set -u
what=$1
program=$(realpath "$2")/skollint
from=${3%/}
room=$2/golden/$(basename "$(dirname "$from")")/$(basename "$from")

rm -rf "$room"
mkdir -p "$room"
cp -rT "$from" "$room"
for folder in "$room"/*.docx.d "$room"/*.dotx.d "$room"/*.docm.d; do
    [ -d "$folder" ] || continue
    (cd "$folder" && zip -q -X -r "../$(basename "${folder%.d}")" .)
    rm -r "$folder"
done
rm -rf "$room"/expect "$room"/expect.*

(cd "$room" && exec env -i PATH="$PATH" LC_ALL=C.UTF-8 TZ=UTC \
    ASAN_OPTIONS="${ASAN_OPTIONS:-}" UBSAN_OPTIONS="${UBSAN_OPTIONS:-}" \
    program="$program" timeout 60 sh -c "\"\$program\" $(cat command)" \
    >expect.out 2>expect.err </dev/null)
echo $? >"$room/expect.exit"

# What is absent in the case is as good as empty, or 0.
for name in out err; do
    [ -s "$room/expect.$name" ] || rm "$room/expect.$name"
done
[ "$(cat "$room/expect.exit")" != 0 ] || rm "$room/expect.exit"

status=0
for name in out err exit; do
    expected=$from/expect.$name
    got=$room/expect.$name
    [ -e "$expected" ] || expected=/dev/null
    [ -e "$got" ] || got=/dev/null
    cmp -s "$expected" "$got" && continue
    status=1
    diff -u --label "$from/expect.$name (expected)" --label "now" \
        "$expected" "$got"
    [ "$what" = accept ] || continue
    rm -f "$from/expect.$name"
    [ "$got" = /dev/null ] || cp "$got" "$from/expect.$name"
done

if [ -d "$from/expect" ]; then
    for expected in "$from"/expect/*; do
        got=$room/$(basename "$expected")
        [ -e "$got" ] || got=/dev/null
        cmp -s "$expected" "$got" && continue
        status=1
        diff -u "$expected" "$got"
        [ "$what" = accept ] && cp "$got" "$expected"
    done
fi

[ "$what" = accept ] && exit 0
exit $status
