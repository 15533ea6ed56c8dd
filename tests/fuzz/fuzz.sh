#!/bin/sh
# fuzz.sh - fuzz the readers from the corpus: fuzz.sh BUILD [SECONDS each].
# What is new and worth keeping is found in BUILD/fuzz; a finding ends it.
set -eu
build=$1 seconds=${2:-600}
cd "$(dirname "$0")/../.."
mkdir -p "$build/fuzz"
for target in zip document styles; do
    mkdir -p "$build/fuzz/$target"
    # shellcheck disable=SC2046 # flags are words
    clang -std=gnu17 -O1 -g -D_GNU_SOURCE -Isrc -Itests/unit \
        -fsanitize=fuzzer,address,undefined \
        -fno-sanitize-recover=undefined \
        $(pkg-config --cflags libxml-2.0) \
        -o "$build/fuzz/fuzz_$target" "tests/fuzz/fuzz_$target.c" \
        src/base/arena.c src/base/buf.c src/base/str.c src/base/fail.c \
        src/base/unicode.c src/base/encoding.c src/base/hash.c \
        src/base/zip.c src/base/zip_directory.c src/base/xml.c \
        src/document/*.c src/input/*.c src/ooxml/*.c \
        $(pkg-config --libs libxml-2.0 zlib libmd libutf8proc)
    "$build/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=4096 \
        -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
        -artifact_prefix="$build/fuzz/$target-" "$build/fuzz/$target" \
        "tests/fuzz/corpus/$target"
done
