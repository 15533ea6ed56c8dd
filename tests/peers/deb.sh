#!/bin/bash
# deb.sh BUILD - the Debian packages pass lintian, hold the manual and the
# completions, and a program of another's builds and runs with them.
set -u
cd "$(dirname "$0")/../.." || exit
. tests/tools/tell.sh
build=$1
room=$PWD/$build/unpacked
rm -rf "$room"

tell "make deb makes three packages" \
    "$(make BUILD="$build" deb 2>&1 >/dev/null
       ls "$build"/{skollint,libskollint0,libskollint-dev}_*.deb \
           2>&1 >/dev/null)"
tell "lintian has no error and no warning" "$(
    lintian --allow-root --fail-on error,warning "$build"/*skollint*.deb \
        2>&1 || echo "lintian said no")"
for package in "$build"/*skollint*.deb; do
    dpkg-deb -x "$package" "$room"
done
tell "manual, completions and the watched folder are in the package" "$(
    cd "$room/usr/share" && ls man/man1/skollint.1.gz \
        bash-completion/completions/skollint zsh/vendor-completions/_skollint \
        fish/vendor_completions.d/skollint.fish \
        applications/skollint.desktop \
        doc/skollint/examples/skollint-watch.service 2>&1 >/dev/null)"
lib=$(dirname "$(find "$room" -name libskollint.so.0)")
tell "the packaged program runs" "$(
    cd / && LD_LIBRARY_PATH=$lib "$room/usr/bin/skollint" rules list \
        2>&1 >/dev/null || echo "it failed")"
tell "an example of 20 lines builds with pkg-config and the package" "$(
    export PKG_CONFIG_SYSROOT_DIR=$room PKG_CONFIG_PATH=$lib/pkgconfig
    # shellcheck disable=SC2046 # flags are words
    gcc -std=c17 -Wall -Werror -o "$room/example" tests/cli/example.c \
        $(pkg-config --cflags --libs skollint) 2>&1 &&
        LD_LIBRARY_PATH=$lib "$room/example" \
            <samples/slutredovisning-klar.txt 2>&1 |
        grep -q 'Klar att skicka in' || echo "no report from the example")"
tell "make static makes a program without shared libraries" "$(
    make BUILD="$build" static >/dev/null 2>&1
    ldd "$build/static/skollint" 2>&1 | grep '=>'
    "$build/static/skollint" rules list 2>&1 >/dev/null)"

# shellcheck disable=SC2154 # tell.sh sets it
exit $failed
