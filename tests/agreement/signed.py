#!/usr/bin/env python3
"""Would an independent reader sign the first three points of each sample?

signed.py PROGRAM

signed.tsv holds the points as they were shown and read: sample, title, the
criteria behind it, signed or not, and why. At least 95 % must be signed, and
most of what is shown today must have been read: a point that nobody has read
is named, so that it is read and written down.
"""
import csv
import glob
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FIRST = 3
SIGNED = 0.95
READ = 0.75  # of today's points


def shown(program):
    """{(sample, title)} of the first points of each document."""
    paths = sorted(glob.glob("samples/*.txt"))
    run = subprocess.run(
        [program, "check", "--no-settings", "--format", "json",
         "--today", "2026-01-15", *paths], capture_output=True, check=False)
    report = json.loads(run.stdout)
    names = {}
    for document in report["documents"]:
        name = os.path.basename(document["path"])[:-4]
        account = document["id"].partition(".")[2]
        names[document["id"]] = f"{name} {account}".strip()
    return {(names[p["document"]], p["title"])
            for p in report["points"] if p["order"] <= FIRST}


def main():
    with open(os.path.join(HERE, "signed.tsv"), encoding="utf-8") as file:
        rows = {(row["sample"], row["title"]): row["signed"] == "yes"
                for row in csv.DictReader(file, delimiter="\t",
                                          quoting=csv.QUOTE_NONE)}
    points = shown(sys.argv[1])
    read = [point for point in sorted(points) if point in rows]
    signed = sum(rows[point] for point in read)
    for point in sorted(points - set(read)):
        print(f"  not read yet: {point[0]}: {point[1]}")
    good = (points and len(read) >= READ * len(points) and
            signed >= SIGNED * len(read))
    print(f"{'ok' if good else 'failed'}: a reader signs {signed} of "
          f"{len(read)} first points ({len(points)} are shown)")
    return not good


if __name__ == "__main__":
    sys.exit(main())
