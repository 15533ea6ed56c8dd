#!/bin/bash
# page.sh BUILD - the HTML page in Chromium: no violation by axe-core, nothing
# wider than a telephone, and as few sheets of paper as promised.
set -u
cd "$(dirname "$0")/../.." || exit
. tests/tools/npm.sh
cp tests/peers/page.mjs "$room"
exec node "$room/page.mjs" "$1/skollint" "$1/peers/pages"
