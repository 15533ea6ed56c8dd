#!/bin/bash
# readme.sh BUILD - what README.md and rules/README.md show is so: the report,
# the first criterion as it stands on the page, the settings.
set -u
cd "$(dirname "$0")/../.." || exit
. tests/tools/tell.sh
program=$PWD/$1/skollint
room=$1/readme
rm -rf "$room"
mkdir -p "$room/egna"

# block FILE HEADING: the first YAML block after a heading.
block() {
    awk -v heading="$2" '
        index($0, heading) == 1 { there = 1 }
        there && /^```yaml/ { inside = 1; next }
        inside && /^```/ { exit }
        inside' "$1"
}
block rules/README.md '## A first criterion' >"$room/egna/bibliotek.yaml"
block rules/README.md '## Settings' | sed 's/^rules: .*/rules: [egna]/' \
    >"$room/.skollint.yaml"

mkdir "$room/fel"
sed 's/slutredovisning-c/x/; s/{slutredovisning: should/{x: should/' \
    "$room/egna/bibliotek.yaml" >"$room/fel/fel.yaml"

tell "the first criterion of the page passes lint" "$(
    "$program" rules lint "+$room/egna" 2>&1 | grep -v 'alla namn finns')"
tell "its examples hold" "$("$program" rules test "+$room/egna" 2>&1 |
    grep -v '^ok: ')"
tell "it is explained and judged beside the built-in ones" "$(
    "$program" explain EG-01 --rules "+$room/egna" | grep -q Skolbiblioteket ||
        echo "no explanation"
    "$program" check --no-settings --rules "+$room/egna" --format json \
        samples/slutredovisning-klar.txt | grep -q '"criterion": "EG-01"' ||
        echo "not judged")"
tell "every role, kind and form of the rules stands on the page" "$(
    { sed -n '/^roles:/,/^$/s/^  \([a-z_]*\): {row.*/\1/p' \
        rules/templates/roller.yaml
      "$program" rules lint "+$room/fel" 2>&1 | sed -n 's/.*något av //p' |
        tr -d ',.' | tr ' ' '\n'
    } | while read -r name; do
        tr -s '\` ' '\n' <rules/README.md | grep -qxF -e "$name" ||
            echo "$name"
    done)"
cp samples/kvalitetsrapport-enhet.txt "$room/rapport.txt"
tell "the settings of the page are read" "$(
    "$program" check --quiet "$room/rapport.txt" 2>&1 |
        grep -v 'rapport.txt · Enligt inst' | grep -v 'behövdes inte')"
tell "the report that README.md shows is the one that is given" "$(
    awk '/^`build\/skollint check samples/ { there = 1 }
         there && /^```/ { if (inside) exit; inside = 1; next }
         inside && !/^…$/ && !/ råd$|framgår redan/' README.md |
        while IFS= read -r line; do
            "$program" check samples/slutredovisning-tom-ruta.txt |
                grep -qxF -- "$line" || printf '%s\n' "$line"
        done)"

# shellcheck disable=SC2154 # tell.sh sets it
exit $failed
