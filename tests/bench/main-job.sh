#!/bin/sh
# main-job.sh BUILD - the main job against the tools one would pick instead.
exec /usr/bin/python3 "$(dirname "$0")/main_job.py" "$1"
