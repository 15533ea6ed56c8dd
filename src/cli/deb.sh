#!/bin/sh
# deb.sh ROOT BUILD VERSION - what was installed under ROOT as three Debian
# packages in BUILD: the program, the library, and what is needed to build
# with it. The changelog has the last commit's day, so that the same sources
# give the same bytes.
set -eu
root=$1
build=$2
version=$3
arch=$(dpkg-architecture -q DEB_HOST_ARCH)
lib=usr/lib/$(dpkg-architecture -q DEB_HOST_MULTIARCH)
maintainer='The skollint maintainers <maintainers@users.noreply.github.com>'
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null ||
    date +%s)}
export SOURCE_DATE_EPOCH
rm -rf "$build/deb"
umask 022

# move PACKAGE PATH…: these paths of ROOT belong to that package.
move() {
    package=$1
    shift
    for path; do
        mkdir -p "$build/deb/$package/$(dirname "$path")"
        mv "$root/$path" "$build/deb/$package/$path"
    done
}

documents() {
    doc=$build/deb/$1/usr/share/doc/$1
    mkdir -p "$doc"
    printf '%s\n' \
        'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/' \
        'Upstream-Name: skollint' '' 'Files: *' \
        'Copyright: 2026 the skollint maintainers' \
        'License: none-stated' \
        ' The sources state no licence; ask the maintainers before you pass' \
        ' the program on.' >"$doc/copyright"
    printf 'skollint (%s) unstable; urgency=medium\n\n  * %s\n\n -- %s  %s\n' \
        "$version" "Built from the sources as they stand." "$maintainer" \
        "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")" |
        gzip -9n >"$doc/changelog.gz"
}

# The shared libraries that a file needs, as dpkg-shlibdeps sees them.
needs() {
    (cd "$build/deb" && mkdir -p debian && : >debian/control &&
        dpkg-shlibdeps --ignore-missing-info "-llibskollint0/$lib" \
            -O "$@" 2>/dev/null |
        sed 's/^shlibs:Depends=//')
}

# pack PACKAGE SECTION DEPENDS RECOMMENDS SHORT LONG
pack() {
    folder=$build/deb/$1
    documents "$1"
    mkdir -p "$folder/DEBIAN"
    {
        echo "Package: $1"
        echo "Source: skollint"
        echo "Version: $version"
        echo "Architecture: $arch"
        echo "Maintainer: $maintainer"
        echo "Installed-Size: $(du -k -s "$folder" | cut -f 1)"
        [ -z "$3" ] || echo "Depends: $3"
        [ -z "$4" ] || echo "Recommends: $4"
        echo "Section: $2"
        echo "Priority: optional"
        echo "Description: $5"
        printf '%s\n' "$6" | sed 's/^/ /'
    } >"$folder/DEBIAN/control"
    (cd "$folder" && find usr -type f -print0 | LC_ALL=C sort -z |
        xargs -0 md5sum >DEBIAN/md5sums)
    find "$folder" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    dpkg-deb --root-owner-group -Zxz --build "$folder" \
        "$build/${1}_${version}_$arch.deb"
}

strip --strip-unneeded "$root/usr/bin/skollint" "$root/$lib/libskollint.so.0"
strip --strip-debug "$root/$lib/libskollint.a"
chmod 644 "$root/$lib/libskollint.so.0"
gzip -9n "$root/usr/share/man/man1/skollint.1"
move skollint usr/bin usr/share
move libskollint0 "$lib/libskollint.so.0"
move libskollint-dev usr/include "$lib"

mkdir -p "$build/deb/libskollint0/DEBIAN"
echo "libskollint 0 libskollint0 (>= $version)" \
    >"$build/deb/libskollint0/DEBIAN/shlibs"
echo 'activate-noawait ldconfig' >"$build/deb/libskollint0/DEBIAN/triggers"

about='It reads a report to Skolverket or Skolinspektionen, a kvalitetsrapport or
a decision, and says for each of its criteria what the text shows, with the
quote, the place, the provision and what to write. Nothing leaves the
machine.'
pack libskollint0 libs "$(needs -e "libskollint0/$lib/libskollint.so.0")" '' \
    'reader of Swedish school reports, library' "$about
.
This package holds the shared library."
pack libskollint-dev libdevel "libskollint0 (= $version)" '' \
    'reader of Swedish school reports, to build with' "$about
.
This package holds the headers and the static library."
pack skollint text \
    "libskollint0 (= $version), $(needs -e skollint/usr/bin/skollint)" \
    'poppler-utils, tesseract-ocr, tesseract-ocr-swe' \
    'reader of Swedish school reports' "$about"
