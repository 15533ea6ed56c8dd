#!/bin/bash
# fresh.sh [GOAL…] - build in a bare Debian 12 system: git and make, nothing
# else. By hand and as root; takes some minutes and the network. The goals
# are `make demo` and `make test` unless others are named. FRESH names the
# folder to keep the bare system in; without it a temporary one is removed.
# The goal `installed` is another: the packages that `make deb` has made here
# are installed there, and the program runs.
set -eu
cd "$(dirname "$0")/../.."
mirror=$(sed -n 's/^URIs: *//p; s/^deb [^h]*\(http[^ ]*\) .*/\1/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources 2>/dev/null |
    head -n 1)
mirror=${mirror:-http://deb.debian.org/debian}
root=${FRESH:-$(mktemp -d)}
[ $# -gt 0 ] || set -- demo test

leave() {
    umount "$root/dev/pts" "$root/proc" 2>/dev/null || true
    [ -n "${FRESH:-}" ] || rm -rf --one-file-system "$root"
}
trap leave EXIT

if [ ! -x "$root/usr/bin/make" ]; then
    debootstrap --variant=minbase --include=git,make,ca-certificates \
        bookworm "$root" "$mirror" >"$root.log" 2>&1 ||
        { tail -n 20 "$root.log"; exit 1; }
fi
# This machine's way to the network, if it has a special one.
cp -L /etc/resolv.conf "$root/etc/" 2>/dev/null || true
for setting in /etc/apt/apt.conf.d/*prox*; do
    [ ! -f "$setting" ] || cp "$setting" "$root/etc/apt/apt.conf.d/"
done
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
mountpoint -q "$root/dev/pts" || mount -t devpts devpts "$root/dev/pts"

rm -rf "$root/clone.git" "$root/root/skollint"
git clone -q --bare . "$root/clone.git"
enter() {
    chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        ${http_proxy:+http_proxy="$http_proxy"} "$@"
}
enter git clone -q /clone.git /root/skollint
installed() {
    cp build/*skollint*.deb "$root/root/"
    enter apt-get -qq update
    enter sh -c 'DEBIAN_FRONTEND=noninteractive apt-get -qq -y install \
        --no-install-recommends /root/*.deb >/dev/null'
    enter skollint check --quiet /root/skollint/samples/slutredovisning-klar.docx
}
for goal; do
    began=$SECONDS
    echo "=== make $goal"
    if [ "$goal" = installed ]; then
        installed
    else
        enter make -C /root/skollint "$goal"
    fi
    echo "=== make $goal: $((SECONDS - began)) s"
done
