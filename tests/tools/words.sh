#!/bin/sh
# words.sh - the engine knows no Swedish: such words are data under rules/.
# Comments may quote examples. Names that JSON and rule files fix, kinds and a
# role ("beslut", "redovisning", "insats"), may stand as a whole string. The
# law room may know how laws are cited.
set -u
cd "$(dirname "$0")/../.." || exit
. tests/tools/tell.sh
code=$(find src include -name '*.[ch]' ! -path 'src/law/*' |
    LC_ALL=C sort | xargs /usr/bin/python3 tests/tools/code.py)

words='skolenhet|elevh|rektor|skolverket|skolinspektion|skollag|kvalitets'
words="$words|redovisning|beslut|insats|tgard|atgard|orsak|elever|kommun"
words="$words|skola|skolor|grundskol|gymnasi|analys[^ei]|nulage|uppfolj"
words="$words|behorig|betyg|larare|brister|framgar|lasar"

tell "no Swedish word of the domain stands in C" "$(
    printf '%s\n' "$code" | sed 's/"beslut"//; s/"redovisning"//; s/"insats"//' |
        grep -iE "^[^:]*:[0-9]*: .*($words)")"

tell "no Swedish letter stands in a string in C" "$(
    printf '%s\n' "$code" | LC_ALL=C.UTF-8 grep -E '"[^"]*[åäöÅÄÖéÉ][^"]*"')"

# Findings describe a text; they never judge a school.
if [ -d rules ]; then
    problems=$(grep -rnwiE 'bryter mot' rules samples 2>/dev/null |
        grep -vE '^[^:]*:[0-9]*: *#' | grep -E '^rules/(frame|criteria)')
    tell "no sentence says that a law is broken" "$problems"
fi

problems=$(git ls-files | xargs grep -nIE '/(root|home|tmp/wt|work)/' \
    2>/dev/null | grep -vE '^tests/tools/(words|fresh).sh:')
tell "nothing names the machine it was written on" "$problems"

problems=$(git ls-files | grep -E '\.([ch]|sh|yaml)$|Makefile' |
    xargs grep -nE '\b(TODO|FIXME|XXX|HACK)\b' 2>/dev/null |
    grep -v '^tests/tools/words.sh:')
tell "nothing is left for later in a comment" "$problems"

exit $failed
