# tell.sh - sourced: one line per check, and beneath it what is wrong.
# shellcheck shell=sh
failed=0

tell() { # tell SENTENCE PROBLEMS
    if [ -z "$2" ]; then
        echo "ok: $1"
    else
        echo "failed: $1"
        printf '%s\n' "$2" | sed 's/^/    /'
        # shellcheck disable=SC2034 # the caller exits with it
        failed=1
    fi
}
