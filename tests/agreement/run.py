#!/usr/bin/env python3
"""Hold skollint's verdicts against two independent readings.

run.py PROGRAM [--final] [--rules DIR] [--seeds DIR] [--families AN,BE]
       [--cells] [--only DOCUMENT] [--at-least SCORE]

A cell is a document and a criterion on which both readings agree. It is right
when the verdict is the same and half right when it is a neighbour (met and
partly, partly and not met). A false accusation is read as met and judged not
met; a false comfort is read as not met and judged met.
"""
import argparse
import collections
import csv
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ORDER = {"met": 0, "partly": 1, "not_met": 2}


def readings(folder):
    cells = {}
    for number in (1, 2):
        path = os.path.join(folder, f"reader{number}.tsv")
        with open(path, encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                key = row["document"], row["criterion"]
                cells.setdefault(key, []).append(row["verdict"])
    return {key: found[0] for key, found in cells.items()
            if len(found) == 2 and found[0] == found[1]}


def seed_readings(folder):
    cells = {}
    path = os.path.join(folder, "gold", "readings.tsv")
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["agreed"]:
                cells[row["document"], row["criterion"]] = row["agreed"]
    return cells


def judge(program, rules, paths):
    """Verdicts per document name; a retold account is NAME-account-N."""
    command = [program, "check", "--no-settings", "--today", "2026-01-15",
               "--format", "json"]
    if rules:
        command += ["--rules", rules]
    run = subprocess.run(command + list(paths), capture_output=True,
                         text=True, check=False)
    if not run.stdout:
        sys.exit(run.stderr)
    report = json.loads(run.stdout)
    names, verdicts = {}, {}
    for document in report["documents"]:
        if document.get("within"):
            account = document["id"].rsplit(".a", 1)[1]
            names[document["id"]] = (names[document["within"]] +
                                     "-account-" + account)
        else:
            names[document["id"]] = paths[document["path"]]
    for result in report["results"]:
        key = names[result["document"]], result["criterion"]
        verdicts[key] = result
    return verdicts


class Tally:
    def __init__(self):
        self.cells = self.exact = 0
        self.score = 0.0
        self.accused = self.met = self.comforted = self.gaps = 0

    def add(self, read, judged):
        self.cells += 1
        self.exact += read == judged
        if read == judged:
            self.score += 1
        elif read in ORDER and judged in ORDER and \
                abs(ORDER[read] - ORDER[judged]) == 1:
            self.score += 0.5
        self.met += read == "met"
        self.gaps += read == "not_met"
        self.accused += read == "met" and judged == "not_met"
        self.comforted += read == "not_met" and judged == "met"

    def line(self, name):
        if not self.cells:
            return f"{name:8}     -"
        return (f"{name:8} {self.cells:5} {self.exact / self.cells:6.2f} "
                f"{self.score / self.cells:6.2f} "
                f"{self.accused:5}/{self.met:<4} "
                f"{self.comforted:5}/{self.gaps:<4}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--rules")
    parser.add_argument("--seeds", help="the folder that holds seeds/ and gold/")
    parser.add_argument("--families")
    parser.add_argument("--only")
    parser.add_argument("--cells", action="store_true")
    parser.add_argument("--at-least", type=float, default=0)
    wanted = parser.parse_args()
    if wanted.seeds:
        cells = seed_readings(wanted.seeds)
        folder = os.path.join(wanted.seeds, "seeds")
        paths = {os.path.join(folder, name): "s" + name[:3]
                 for name in sorted(os.listdir(folder))}
        # The letter itself is judged apart from the accounts it retells.
    else:
        cells = readings(os.path.join(HERE, "readings"))
        folder = os.path.join(HERE, "final" if wanted.final else "open")
        paths = {os.path.join(folder, name): name.rsplit(".", 1)[0]
                 for name in sorted(os.listdir(folder))
                 if name.endswith(".txt")} if os.path.isdir(folder) else {}
        if not paths:
            print("no documents are kept apart in", os.path.basename(folder))
            return 0
    verdicts = judge(wanted.program, wanted.rules, paths)
    families = wanted.families.split(",") if wanted.families else None
    total, by_family = Tally(), collections.defaultdict(Tally)
    differ = []
    have = {key[0] for key in verdicts}
    for (document, criterion), read in sorted(cells.items()):
        family = criterion.split("-")[0]
        if document not in have or (families and family not in families) or \
                (wanted.only and wanted.only not in document):
            continue
        result = verdicts.get((document, criterion))
        judged = result["verdict"] if result else "missing"
        total.add(read, judged)
        by_family[family].add(read, judged)
        if read != judged:
            quote = result["evidence"][0]["quote"] \
                if result and result["evidence"] else ""
            differ.append((criterion, document, read, judged,
                           " ".join(quote.split())[:110]))
    print("family   cells  exact  score accused/met comfort/gaps")
    for family in sorted(by_family):
        print(by_family[family].line(family))
    print(total.line("all"))
    for criterion, document, read, judged, quote in sorted(differ):
        print(f"  {criterion} {document}: read {read}, judged {judged}"
              f"{'  [' + quote + ']' if wanted.cells and quote else ''}")
    score = total.score / total.cells if total.cells else 0
    return score < wanted.at_least


if __name__ == "__main__":
    sys.exit(main())
