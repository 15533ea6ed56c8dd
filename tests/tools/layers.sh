#!/bin/sh
# layers.sh - who may include whom; one door per library; what the library
# may ask of the system; every header stands alone.
set -u
cd "$(dirname "$0")/../.." || exit
. tests/tools/tell.sh
build=${1:-build}
# A folder, and the folders it may include besides itself.
allowed() {
    case $1 in
    base) ;;
    document) echo base ;;
    language | law | ooxml) echo base document ;;
    structure) echo base document language ;;
    input) echo base document ooxml ;;
    facts) echo base document language structure law ;;
    check) echo base document language structure law facts ;;
    rules) echo base document language structure law facts check ;;
    review) echo base document language structure law facts check rules ;;
    precedent)
        echo base document language structure law facts check rules review
        ;;
    dossier)
        echo base document language structure law facts check rules \
            review precedent
        ;;
    output)
        echo base document language structure law facts check rules \
            review ooxml precedent dossier
        ;;
    api)
        echo base document language structure law facts check rules \
            review ooxml input output precedent dossier
        ;;
    cli) ;;
    *) echo "unknown-folder-$1" ;;
    esac
}

problems=$(
    for folder in src/*/; do
        own=$(basename "$folder")
        may=" $own $(allowed "$own" | tr '\n' ' ') "
        grep -Hno '^#include "[^"]*"' "$folder"*.[ch] 2>/dev/null |
            while IFS=: read -r file line include; do
                there=${include#*\"}
                there=${there%%/*}
                case $may in
                *unknown-folder*)
                    echo "$folder: a folder that layers.sh does not know"
                    break
                    ;;
                *" $there "*) ;;
                *) echo "$file:$line: $own may not include $there" ;;
                esac
            done
    done
)
tell "each folder includes only what stands before it" "$problems"

problems=$(grep -n '^#include "' src/cli/*.[ch] 2>/dev/null |
    grep -v '#include "cli/')
tell "the program is built on the public headers alone" "$problems"

problems=$(grep -n '^#include "' include/skollint/*.h 2>/dev/null)
problems=$problems$(grep -n '^#include <' include/skollint/*.h 2>/dev/null |
    grep -vE '<(skollint/[a-z]+|std(bool|def|int|io))\.h>')
tell "public headers include public headers only" "$problems"

# One door per library: what is included, and the only file that may.
problems=$(
    while read -r header door; do
        grep -rn --include='*.[ch]' "^#include <$header" src include 2>/dev/null |
            grep -v "^$door" | sed "s|\$|: only in $door|"
    done <<'END'
pcre2 src/base/regex.c
yaml src/base/yaml.c
utf8proc src/base/unicode.c
libxml/ src/base/xml
unicode/ src/base/xml_icu.c
zlib src/base/zip
sha2 src/base/hash.c
md5 src/base/hash.c
libstemmer src/language/
jansson src/base/json.c
sqlite3 src/precedent/store.c
END
)
tell "each library has one door" "$problems"

# The library works from memory to memory.
banned='fopen|fopen64|open|open64|opendir|freopen|stat|fstat|unlink|rename'
banned="$banned|getenv|secure_getenv|setlocale|time|clock|clock_gettime"
banned="$banned|gettimeofday|localtime|localtime_r|pthread_create|thrd_create"
banned="$banned|fork|execv|execve|execvp|posix_spawn|posix_spawnp|system|popen"
banned="$banned|printf|puts|putchar|stdout|rand|random"
undefined=$(find "$build/src" -maxdepth 2 -name '*.o' | LC_ALL=C sort |
    xargs nm -A -u | sed "s|^$build/||")
tell "the library touches no file, clock, environment, thread or stdout" "$(
    printf '%s\n' "$undefined" | grep -v '^src/cli/' |
        awk -v banned="^($banned)$" '{ name = $NF
            sub(/^__/, "", name); sub(/_chk$/, "", name)
            if (name ~ banned) print $1, "uses", name }')"
tell "nothing leaves the machine: no network call anywhere" "$(
    printf '%s\n' "$undefined" |
        grep -E ' (socket|connect|getaddrinfo|sendto)$')"

flags=$(pkg-config --cflags libxml-2.0 yaml-0.1 jansson)
# shellcheck disable=SC2086 # a list of flags
problems=$(find src include -name '*.h' 2>/dev/null | LC_ALL=C sort |
    xargs -P "$(nproc)" -n 8 gcc -std=c17 -D_GNU_SOURCE -fsyntax-only \
        -Isrc -Iinclude $flags -x c 2>&1 | grep -E 'error|warning')
tell "every header stands on its own" "$problems"

exit $failed
