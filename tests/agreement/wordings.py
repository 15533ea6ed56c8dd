#!/usr/bin/env python3
"""One statement in many ways: does each criterion see it?

wordings.py PROGRAM [RULES]

wordings.tsv holds statements of our own, each with the verdict a reader gives
a document that says only that. Every statement becomes an example of its
criterion in a copy of the rules, and `rules test` proves them. No statement
that is met may be judged not met, but for those counted in ALLOWED.
"""
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ALLOWED = 2
HEADS = {"kompensatoriskt": "Huvudmannens kompensatoriska arbete",
         "analys": "Huvudmannens analys av studieresultat och trygghet"}
ACCOUNT = ("Tallbacka kommun, huvudmannanivå\n2024-09-12\n\n"
           "Redovisning av vidtagna åtgärder till Skolinspektionen\n\n"
           "Här svarar kommunen på beslutet den 2 februari 2023, som kom till "
           "kommunhuset med posten samma vecka.\n\n"
           "{}\n\n{}\n\nMed vänlig hälsning\n")
REPORT = ("Granliden kommun, Björkskolan\n2024-06-20\n\n"
          "Kvalitetsrapport 2023/2024\n\n"
          "Rapporten gäller elevernas resultat på Björkskolan; adress och "
          "telefon finns på kommunens webbplats.\n\n"
          "Resultat\n\n{}\n\nÖvrigt\n\nSlut.\n")


def example(row):
    text = row["text"].replace(" \\n ", "\n")
    kind, _, part = row["where"].partition(":")
    if kind == "redovisning":
        body = {"text": ACCOUNT.format(HEADS[part], text)}
    elif kind == "kvalitetsrapport":
        body = {"text": REPORT.format(text)}
    else:
        body = {"document": kind, "fields": {part: text}}
    body["expect"] = row["expect"]
    return "      - " + json.dumps(body, ensure_ascii=False) + "\n"


def with_examples(text, rows):
    head, *criteria = re.split(r"(?m)^(?=  - id: )", text)
    kept = []
    for criterion in criteria:
        name = re.match(r"  - id: (\S+)", criterion).group(1)
        if name in rows:
            at = criterion.index("    examples:")
            kept.append(criterion[:at] + "    examples:\n" +
                        "".join(example(row) for row in rows[name]))
    return head + "".join(kept) if kept else None


def main():
    program = os.path.abspath(sys.argv[1])
    rules = sys.argv[2] if len(sys.argv) > 2 else "rules"
    rows = {}
    with open(os.path.join(HERE, "wordings.tsv"), encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t",
                                  quoting=csv.QUOTE_NONE):
            rows.setdefault(row["criterion"], []).append(row)
    total = sum(len(found) for found in rows.values())
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "rules")
        shutil.copytree(rules, copy)
        for name in sorted(os.listdir(os.path.join(copy, "criteria"))):
            path = os.path.join(copy, "criteria", name)
            with open(path, encoding="utf-8") as file:
                made = with_examples(file.read(), rows)
            if made is None:
                os.remove(path)
                continue
            with open(path, "w", encoding="utf-8") as file:
                file.write(made)
        run = subprocess.run([program, "rules", "test", copy],
                             capture_output=True, text=True, check=False)
        said = run.stdout + run.stderr
        differ = []
        for line in said.splitlines():
            found = re.match(r"(\S+?):(\d+): (\S+): exemplet ska ge (\S+) "
                             r"men ger (\w+)", line)
            if not found:
                continue
            with open(os.path.join(folder, found[1])
                      if not os.path.isabs(found[1]) else found[1],
                      encoding="utf-8") as file:
                text = file.read().splitlines()[int(found[2]) - 1]
            differ.append((found[3], found[4], found[5], text.strip()[2:]))
    accused = [case for case in differ if case[1:3] == ("met", "not_met")]
    comfort = [case for case in differ if case[1:3] == ("not_met", "met")]
    for criterion, wanted, given, text in differ:
        print(f"  {criterion}: {wanted}, judged {given}: {text[:160]}")
    print(f"{total - len(differ)} of {total} wordings as read; "
          f"{len(accused)} met judged not met, "
          f"{len(comfort)} not met judged met")
    if total == len(differ) or "ok:" not in said and not differ:
        print(said[:2000])
        return 1
    return len(accused) + len(comfort) > ALLOWED or \
        len(differ) > total // 10


if __name__ == "__main__":
    sys.exit(main())
