#!/bin/sh
# law-update.sh BUILD - a statute's new wording becomes the register's files.
cd "$(dirname "$0")/../.." || exit
. tests/tools/tell.sh

room=$1/law-update
rm -rf "$room"
mkdir -p "$room/clauses" "$room/chapters" "$room/events"
printf 'chapter\ttitle\n1\t\n' >"$room/chapters/2030-1.tsv"
update() {
    LAW_RULES=$room /usr/bin/python3 -u rules/law/update.py "$@" 2>&1
}

said=$(
    update act 2030:1 2031:20 2031-03-01 'upph. 2 kap. 2 §; nuvarande
2 kap. 2 a § betecknas 2 kap. 3 §; ändr. 1 kap. 2 §, den nya 2 kap. 3 §,
rubr. närmast före 2 kap. 1 §; nya 3 kap. 1, 1 a §§, 4 kap.'
    update act 2030:1 2031:40 2032-01-01 'ändr. 2 kap. 1 §'
    update text 2030:1 tests/data/law/update/exempel.txt
)
tell "what cannot be read is told" "$(printf '%s\n' "$said" |
    diff - tests/data/law/update/expect.said)"
for folder in clauses chapters events; do
    tell "the new wording makes the file of $folder" "$(
        diff "$room/$folder/2030-1.tsv" \
            "tests/data/law/update/expect.$folder.tsv")"
done
tell "doing it again changes nothing" "$(
    cp -r "$room" "$room.again"
    update text 2030:1 tests/data/law/update/exempel.txt >/dev/null
    diff -r "$room" "$room.again"
    rm -r "$room.again")"

# shellcheck disable=SC2154 # tell.sh sets it
exit $failed
