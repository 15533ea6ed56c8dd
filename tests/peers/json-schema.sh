#!/bin/bash
# json-schema.sh BUILD - what the program writes as JSON is what our schemas
# say, as Ajv from npm reads them.
set -u
cd "$(dirname "$0")/../.." || exit
room=$1/peers/npm
mkdir -p "$room"
cp tests/peers/package.json tests/peers/package-lock.json \
    tests/peers/json-schema.mjs "$room"
npm ci --prefix "$room" --no-audit --no-fund --silent ||
    { echo "failed: npm could not install Ajv"; exit 1; }
exec node "$room/json-schema.mjs" "$1/skollint"
