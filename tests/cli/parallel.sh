#!/bin/bash
# parallel.sh BUILD - GNU parallel over the samples, as README.md shows it,
# gives what one process gives.
set -u
cd "$(dirname "$0")/../.." || exit
. tests/tools/tell.sh
program=$PWD/$1/skollint
PATH=$PWD/$1:$PATH

# Numbers of documents apart, which each process counts anew.
same() {
    grep '"type":"document"' | sed -E 's/"d[0-9]+(\.a[0-9]+)?"/"d\1"/g' |
        LC_ALL=C sort
}
documents() {
    find samples -name '*.txt' -o -name '*.docx' | LC_ALL=C sort
}
one=$(documents | "$program" check --files-from - --format ndjson \
    --fail-on never --today 2026-01-01 | same)
many=$(documents | parallel --will-cite --pipe -N 3 -j 2 \
    skollint check --files-from - --format ndjson --fail-on never \
    --today 2026-01-01 2>&1 | same)

tell "GNU parallel gives the documents that one process gives" "$(
    [ -n "$one" ] || echo "nothing was judged"
    diff <(echo "$one") <(echo "$many") | cut -c 1-200 | head -n 4)"

# shellcheck disable=SC2154 # tell.sh sets it
exit $failed
