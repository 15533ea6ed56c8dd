#!/bin/sh
# fuzz.sh - fuzz the readers from the corpus: fuzz.sh BUILD [SECONDS each].
# What is new and worth keeping is found in BUILD/fuzz; a finding ends it.
set -eu
build=$1 seconds=${2:-600}
cd "$(dirname "$0")/../.."
libraries="libxml-2.0 minizip zlib libmd libutf8proc libpcre2-8 yaml-0.1 jansson"
mkdir -p "$build/fuzz"
for target in zip document styles; do
    mkdir -p "$build/fuzz/$target"
    # shellcheck disable=SC2046,SC2086 # flags are words
    clang -std=gnu17 -O1 -g -D_GNU_SOURCE -Isrc -Itests/unit \
        -fsanitize=fuzzer,address,undefined \
        -fno-sanitize-recover=undefined \
        $(pkg-config --cflags $libraries) \
        -o "$build/fuzz/fuzz_$target" "tests/fuzz/fuzz_$target.c" \
        src/base/*.c src/document/*.c src/input/*.c src/ooxml/*.c \
        $(pkg-config --libs $libraries)
    "$build/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=4096 \
        -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
        -artifact_prefix="$build/fuzz/$target-" "$build/fuzz/$target" \
        "tests/fuzz/corpus/$target"
done
