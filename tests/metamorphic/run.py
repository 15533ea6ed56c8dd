"""run - change the samples in known ways and see which verdicts change.

run.py BUILD: mutations.yaml says what each change may do. The mutants of a
sample are checked in one run.
"""
import fnmatch
import glob
import json
import os
import shutil
import subprocess
import sys

import yaml

BUILD = sys.argv[1]
ROOM = os.path.join(BUILD, "metamorphic")
with open("tests/metamorphic/mutations.yaml", encoding="utf-8") as table:
    TABLE = yaml.safe_load(table)


def program(*arguments):
    out = subprocess.run(
        [f"{BUILD}/skollint", *arguments], capture_output=True, check=False)
    if not out.stdout:
        sys.exit(f"failed: skollint {' '.join(arguments)}: "
                 f"{out.stderr.decode()}")
    return json.loads(out.stdout)


def judge(folder):
    """Per file its verdicts: {criterion: verdict}."""
    found = program("check", "--no-settings", "--format", "json",
                    "--today", "2024-01-15", folder)
    paths = {d["id"]: os.path.basename(d["path"]) for d in found["documents"]}
    verdicts = {}
    for result in found["results"]:
        name = result["document"]
        # A retold account is a document within its decision.
        key = (name.partition(".")[2], result["criterion"])
        verdicts.setdefault(paths[name], {})[key] = result["verdict"]
    return verdicts


class Source:
    """A text file whose lines can be changed by what the outline found."""

    def __init__(self, path):
        with open(path, encoding="utf-8-sig", newline="") as source:
            self.lines = source.read().splitlines(keepends=True)
        self.outline = program("outline", "--format", "json", path)
        self.blocks = self.outline["blocks"]

    def lines_of(self, start, length):
        """Indexes of the lines that hold a stretch of the text."""
        lines = set()
        for number, block in enumerate(self.blocks):
            place = block["place"]
            if place["start"] + place["length"] <= start or \
                    place["start"] >= start + length:
                continue
            first = place["line"] - 1
            after = len(self.lines)
            if number + 1 < len(self.blocks):
                after = self.blocks[number + 1]["place"]["line"] - 1
            lines.update(range(first, max(after, first + 1)))
        return sorted(lines)

    def fields(self):
        """All fields; "alone" says that no other answers the same."""
        groups = [m["fields"] for m in self.outline["measures"]]
        for group in groups + [self.outline["summary_fields"]]:
            filled = [f["role"] for f in group if f["state"] == "filled"]
            for field in group:
                field["alone"] = filled.count(field["role"]) == 1
                yield field

    def content(self, field):
        place = field["place"]
        return self.lines_of(place["start"], place["length"])

    def label(self, field):
        """Lines of the label: the last block before the content with it."""
        start = field["place"]["start"]
        for block in reversed(self.blocks):
            place = block["place"]
            if place["start"] < start and field["label"] and \
                    block["text"].strip().startswith(
                        field["label"].strip()[:20]):
                return self.lines_of(place["start"], place["length"])
        return []


def with_content(source, field, text):
    """The lines with a field's content replaced; its cell stays."""
    lines = list(source.lines)
    content = source.content(field)
    cell = "\t" if lines[content[0]].startswith("\t") else ""
    lines[content[0]] = cell + text + "\n"
    for line in content[1:]:
        lines[line] = ""
    return lines


def mutants(path):
    """(name of the file, mutation, field or None, lines)"""
    source = Source(path)
    yield "unchanged.txt", None, None, source.lines
    yield "ett annat namn.txt", "another-file-name", None, source.lines

    lines = list(source.lines)
    for field in source.fields():
        for line in source.label(field):
            lines[line] = lines[line].upper()
    yield "capitals.txt", "labels-in-capitals", None, lines

    for number, field in enumerate(source.fields()):
        if field["state"] != "filled" or not source.content(field):
            continue
        if set(source.content(field)) & set(source.label(field)):
            continue  # label and answer on one line: not a row of its own
        changes = {
            "blank-field": with_content(source, field, ""),
            "placeholder": with_content(
                source, field, TABLE["mutations"]["placeholder"]["text"])}
        if source.label(field):
            gone = list(source.lines)
            for line in source.content(field) + source.label(field):
                gone[line] = ""
            changes["removed-row"] = gone
        for mutation, lines in changes.items():
            yield (f"{mutation}-{number:02}-{field['role']}.txt", mutation,
                   field, lines)


def allowed(criterion, patterns):
    return any(fnmatch.fnmatch(criterion, pattern) for pattern in patterns)


def complaints(mutation, field, before, after):
    rules = TABLE["mutations"][mutation]
    must, may = rules.get("must", []), rules.get("may", [])
    if field:
        of_field = TABLE["fields"].get(field["role"], {})
        # An answer that is given elsewhere too still answers.
        must = must + (of_field.get("must", []) if field["alone"] else [])
        may = (may + of_field.get("must", []) + of_field.get("may", []) +
               TABLE["everywhere"])
    for key in sorted(before.keys() | after.keys()):
        was, now = before.get(key), after.get(key)
        if key[1] in must:
            if now == "met" and was != "not_applicable":
                yield f"{key[1]} is still met"
        elif was != now and not allowed(key[1], may):
            yield f"{' '.join(filter(None, key))} was {was}, is {now}"


def main():
    failed = 0
    shutil.rmtree(ROOM, ignore_errors=True)
    samples = sorted(glob.glob("samples/*.txt"))
    if not samples:
        sys.exit("failed: there are no samples")
    for path in samples:
        folder = os.path.join(ROOM, os.path.basename(path)[:-4])
        os.makedirs(folder)
        made = []
        for name, mutation, field, lines in mutants(path):
            with open(os.path.join(folder, name), "w", encoding="utf-8",
                      newline="") as out:
                out.write("".join(lines))
            made.append((name, mutation, field))
        verdicts = judge(folder)
        wrong = [f"{name}: {complaint}"
                 for name, mutation, field in made if mutation
                 for complaint in complaints(
                     mutation, field, verdicts["unchanged.txt"],
                     verdicts.get(name, {}))]
        failed += bool(wrong)
        print(f"{'failed' if wrong else 'ok'}: {path}: {len(made) - 1} "
              "changes change what they should")
        for line in wrong:
            print("   ", line)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
