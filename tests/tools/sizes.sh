#!/bin/sh
# sizes.sh - no line over 80 columns, no function over 60 lines, no file
# over 400; and how the functions are spread.
set -u
cd "$(dirname "$0")/../.." || exit
. tests/tools/tell.sh

sources=$(find src include -name '*.[ch]' 2>/dev/null | LC_ALL=C sort)

# shellcheck disable=SC2086 # a list of files
tell "no line is longer than 80 columns" "$(
    LC_ALL=C.UTF-8 grep -nE '^.{81,}' $sources | cut -d: -f1,2)"
# shellcheck disable=SC2086
tell "no file is longer than 400 lines" "$(
    wc -l $sources | awk '$1 > 400 && $2 != "total" { print $2 ": " $1 }')"

# A function's body opens and closes with a brace in the first column.
# shellcheck disable=SC2086
lengths=$(awk '/^\{/ { start = FNR } /^\}$/ && start {
    print FNR - start - 1, FILENAME ":" start; start = 0 }' $sources |
    sort -n)
tell "no function is longer than 60 lines" \
    "$(printf '%s\n' "$lengths" | awk '$1 > 60 { print $2 ": " $1 }')"
printf '%s\n' "$lengths" | awk '{ n[NR] = $1 } END {
    printf "%d functions: median %d lines, 9 of 10 at most %d, longest %d\n",
        NR, n[int((NR + 1) / 2)], n[int(NR * 0.9)], n[NR] }'

# shellcheck disable=SC2086
tell "every source begins by saying what it is" "$(
    for file in $sources; do
        head -n 2 "$file" | tr '\n' ' ' |
            grep -qE '^/\*( \*| )* *[a-z][a-z0-9_, ]* - .' || echo "$file"
    done)"

# shellcheck disable=SC2154 # tell.sh sets it
exit $failed
