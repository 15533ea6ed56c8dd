#!/bin/sh
# accept.sh BUILD CASE - show how one golden case changed and accept that.
set -u
cd "$(dirname "$0")/../.." || exit
case=${2:-}
case ${case:-none} in
tests/golden/*/*) ;;
none)
    echo "Name one case: make accept CASE=tests/golden/TOPIC/NAME" >&2
    exit 2
    ;;
*) case=tests/golden/$case ;;
esac
if [ ! -e "$case/command" ]; then
    echo "$case has no file named command; see tests/golden/case.sh" >&2
    exit 2
fi
tests/golden/case.sh accept "$1" "$case"
