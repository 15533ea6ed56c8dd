# npm.sh - sourced with the build folder as $1: the validators from npm in
# $room, as the lock file names them. Installed again only when it changes.
# shellcheck shell=bash
room=$1/peers/npm
mkdir -p "$room"
if ! cmp -s tests/peers/package-lock.json "$room/package-lock.json" ||
    [ ! -d "$room/node_modules" ]; then
    cp tests/peers/package.json tests/peers/package-lock.json "$room"
    npm ci --prefix "$room" --no-audit --no-fund --silent --ignore-scripts || {
        rm -f "$room/package-lock.json"
        echo "failed: npm could not install the validators"
        exit 1
    }
fi
