#!/bin/sh
# fuzz.sh - fuzz from the corpus: fuzz.sh BUILD SECONDS TARGET...
# What is new and worth keeping is found in BUILD/fuzz; a finding ends it.
set -eu
build=$1 seconds=$2
shift 2
cd "$(dirname "$0")/../.."
mkdir -p "$build/fuzz"
# The names a Word file is made of, so that they need not be guessed.
sed -nE 's|.*NAME\([A-Z0-9_]+, W, "(.*)"\).*|"<w:\1>"\n"</w:\1>"\n"w:\1="|p' \
    src/ooxml/names.h >"$build/fuzz/names"
for target; do
    mkdir -p "$build/fuzz/$target"
    "$build/fuzz_$target" -max_total_time="$seconds" -max_len=4096 \
        -dict="$build/fuzz/names" \
        -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
        -artifact_prefix="$build/fuzz/$target-" "$build/fuzz/$target" \
        "tests/fuzz/corpus/$target"
done
