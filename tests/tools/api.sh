#!/bin/sh
# api.sh [BUILD] - what the shared library exports is what the headers say.
set -u
cd "$(dirname "$0")/../.." || exit
build=${1:-build}

headers=$(find include -name '*.h' 2>/dev/null | LC_ALL=C sort)
if [ -z "$headers" ]; then
    echo "ok: no public headers yet"
    exit 0
fi
exported=$(nm -D --defined-only "$build/libskollint.so" |
    awk '$2 ~ /[TDBR]/ { print $3 }' | LC_ALL=C sort)
# shellcheck disable=SC2086 # a list of files
declared=$(cat $headers | gcc -fpreprocessed -dD -E -P -x c - |
    tr '\n' ' ' | grep -oE '\bskollint_[a-z0-9_]+ ?\(' | tr -d ' (' |
    LC_ALL=C sort -u)
list=$(mktemp)
trap 'rm -f "$list"' EXIT
printf '%s\n' "$declared" >"$list"
difference=$(printf '%s\n' "$exported" | diff "$list" - |
    sed -n 's/^</declared, not exported:/p; s/^>/exported, not declared:/p')
if [ -n "$difference" ]; then
    echo "failed: the library exports what its headers declare"
    printf '%s\n' "$difference" | sed 's/^/    /'
    exit 1
fi
echo "ok: the library exports what its headers declare"
