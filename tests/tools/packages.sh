#!/bin/sh
# packages.sh PACKAGE… - install those Debian packages that are missing.
# Asks dpkg first, so that nothing is fetched when all are in place. With
# PACKAGE@COMMAND a command of that name will do, wherever it came from.
set -eu

missing=
for package; do
    case $package in
    *@*) command -v "${package#*@}" >/dev/null && continue ;;
    esac
    package=${package%@*}
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) ||
        status=absent
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    as_root=sudo
    command -v sudo >/dev/null || {
        echo "skollint: install these as root, then run make again:" >&2
        echo "  apt-get install$missing" >&2
        exit 1
    }
fi

echo "Installing from Debian:$missing"
apt() {
    # shellcheck disable=SC2086 # empty or one word
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null
}
# A stale list of packages is tried first: often it does, without network.
# shellcheck disable=SC2086 # a list of words
apt install --no-install-recommends $missing >/dev/null 2>&1 || {
    apt update >/dev/null
    apt install --no-install-recommends $missing >/dev/null
}
