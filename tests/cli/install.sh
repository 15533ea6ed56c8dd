#!/bin/sh
# install.sh BUILD - what is installed is whole: the program runs, and a
# program of another's compiles and links with what pkg-config says.
set -u
cd "$(dirname "$0")/../.." || exit
. tests/tools/tell.sh
build=$1
room=$PWD/$build/installed
rm -rf "$room"

tell "make install puts all in place" \
    "$(make BUILD="$build" install PREFIX="$room" 2>&1 >/dev/null)"

sample=$(find samples -name 'slutredovisning*.txt' | LC_ALL=C sort | head -n 1)
tell "the installed program needs nothing but itself" "$(
    cd / && "$room/bin/skollint" rules list 2>&1 >/dev/null ||
        echo "rules list failed")"

tell "an example of 20 lines compiles, links and runs with the library" "$(
    export PKG_CONFIG_PATH="$room/lib/pkgconfig"
    # shellcheck disable=SC2046 # flags are words
    gcc -std=c17 -Wall -Werror -o "$room/example" tests/cli/example.c \
        $(pkg-config --cflags --libs skollint) 2>&1 &&
        LD_LIBRARY_PATH="$room/lib" "$room/example" <"$sample" 2>&1 |
        grep -q 'Klar att skicka in' || echo "no report from the example")"

# shellcheck disable=SC2154 # tell.sh sets it
exit $failed
