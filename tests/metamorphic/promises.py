"""promises - what is promised of every document, tried on all of ours.

promises.py BUILD: honest words never make a verdict worse, our own advice
pasted in never makes one better, "se bilaga" is not a gap, a very small
school is never advised to show groups under ten, a text that is no school
report is not judged, and every quote stands at the place given.
"""
import glob
import json
import os
import re
import subprocess
import sys

from edits import RANK, judge
from run import TABLE, Source

BUILD = sys.argv[1]
DOCUMENTS = sorted(glob.glob("samples/*.txt") +
                   glob.glob("tests/agreement/open/*.txt"))
SEEDS = sorted(glob.glob("../shared/seeds/*"))
# Fields that are the author's own answers; the others quote the plan.
ANSWERS = {"forbattring", "ej_uppnatt", "sedd_effekt", "lardom",
           "delaktighet", "malgrad", "samlad_formaga", "likvardighet",
           "drivs_vidare"}
HONEST = ["Vi vet inte än, skolchefen tar reda på det i november.",
          "Den delen av arbetet har inte utvecklats.",
          "Hur det blev vet vi inte än. Rektorn tar reda på det i mars 2026.",
          "Här har vi inte kommit vidare."]


def check(paths):
    run = subprocess.run(
        [f"{BUILD}/skollint", "check", "--no-settings", "--format", "json",
         "--today", "2026-01-15", *paths], capture_output=True, check=False)
    return json.loads(run.stdout)


def changes(before, after, sign):
    """Criteria that went up (sign 1) or down (-1)."""
    for criterion in sorted(before):
        was, now = before[criterion], after.get(criterion)
        if was in RANK and now in RANK and (RANK[now] - RANK[was]) * sign > 0:
            yield f"{criterion} was {was}, is {now}"


def tell(promise, tried, broken, allowed=0):
    """`allowed` counts what is known not to hold yet; the goal is none."""
    bad = len(broken) > allowed or not tried
    print(f"{'failed' if bad else 'ok'}: {promise} "
          f"({len(broken)} of {tried} do not)")
    for line in broken[:40]:
        print("   ", line)
    return bad


def with_end(source, line, text):
    """The text after a sentence, or as a paragraph after a heading."""
    lines = list(source.lines)
    before = lines[line].rstrip("\n")
    between = " " if before.endswith((".", "?", "!", ")")) else "\n\n"
    lines[line] = before + between + text + "\n"
    return "".join(lines)


def answer_lines(source):
    """The last line of each answer, or of each section's running text."""
    if source.outline["measures"]:
        for field in source.fields():
            lines = source.content(field)
            if field["role"] in ANSWERS and field["state"] == "filled" and \
                    lines and not set(lines) & set(source.label(field)):
                yield [n for n in lines if source.lines[n].strip()][-1]
        return
    starts = [s["place"]["start"] for s in source.outline["sections"]]
    for start, end in zip(starts, starts[1:] + [sys.maxsize]):
        blocks = [b for b in source.blocks if b["kind"] == "paragraph" and
                  start < b["place"]["start"] < end and
                  len(b["text"].split()) > 7 and b["text"].endswith(".")]
        if blocks:
            place = blocks[-1]["place"]
            lines = source.lines_of(place["start"], place["length"])
            yield [n for n in lines if source.lines[n].strip()][-1]


def honesty(sources):
    made, number = [], 0
    for path, source in sources.items():
        for line in answer_lines(source):
            for _ in range(2):
                number += 1
                words = HONEST[number % len(HONEST)]
                made.append((path, line, words,
                             with_end(source, line, words)))
    return made


def advice(sources, report):
    """The frames of our advice, pasted in where it says they are missing."""
    made = []
    paths = {d["id"]: d["path"] for d in report["documents"]}
    for result in report["results"]:
        path = paths.get(result["document"])
        frames = re.findall("”([^”]*(?:\\[|…)[^”]*)”", result["fix"] or "")
        where = [e["place"] for e in result["evidence"]] + result["searched"]
        if path not in sources or "within" in result["document"] or \
                result["verdict"] not in ("not_met", "partly") or not frames:
            continue
        source = sources[path]
        # Advice for what is absent is pasted in at the end of the text.
        last = max(n for n, text in enumerate(source.lines) if text.strip())
        lines = source.lines_of(where[0]["start"], 1) if where else []
        line = max((n for n in lines if source.lines[n].strip()),
                   default=last)
        made.append((path, result["criterion"], frames[0],
                     with_end(source, line, frames[0])))
    return made


def enclosures(sources):
    """Each answer that stands alone replaced by a pointer to an enclosure."""
    made = []
    for path, source in sources.items():
        for field in source.fields():
            must = TABLE["fields"].get(field["role"], {}).get("must", [])
            content = source.content(field)
            if field["role"] not in ANSWERS or not content or not must or \
                    field["state"] != "filled" or not field["alone"] or \
                    set(content) & set(source.label(field)):
                continue
            lines = list(source.lines)
            cell = "\t" if lines[content[0]].startswith("\t") else ""
            lines[content[0]] = cell + "Se bilaga 2.\n"
            for line in content[1:]:
                lines[line] = ""
            made.append((path, field["role"], must, "".join(lines)))
    return made


def quotes_in_place(paths, report):
    """Quotes that do not stand where they are said to stand."""
    ids = {d["id"]: d for d in report["documents"]}
    texts = {path: subprocess.run(
        [f"{BUILD}/skollint", "outline", "--format", "text", path],
        capture_output=True, check=False).stdout for path in paths}
    tried, wrong = 0, []
    for result in report["results"]:
        parts = [e for part in result.get("parts", [])
                 for e in part["evidence"]]
        for evidence in result["evidence"] + parts:
            place = evidence["place"]
            document = ids[place["document"]]
            document = ids.get(document.get("within") or "", document)
            text = texts[document["path"]]
            stands = text[place["start"]:place["start"] + place["length"]]
            tried += 1
            if evidence.get("masked"):
                continue
            if stands != evidence["quote"].encode():
                wrong.append(f"{document['path']} {result['criterion']} at "
                             f"{place['start']}: '{evidence['quote'][:60]}'")
    return tried, wrong


def other_texts():
    paths = sorted(glob.glob("tests/metamorphic/other/*.txt")) + \
        ["samples/protokoll.txt", "tests/agreement/open/protokoll-brf-masen.txt"]
    report = check(paths)
    names = {d["id"]: d["path"] for d in report["documents"]}
    return len(report["results"]), [
        f"{names[r['document']]}: {r['criterion']} {r['verdict']}"
        for r in report["results"]
        if r["verdict"] not in ("not_applicable", "cannot_tell")]


def small_school():
    """Advice to divide or compare must say what to do with few pupils."""
    report = check(["tests/metamorphic/liten-skola.txt"])
    said = [r["fix"] for r in report["results"] if r["fix"]] + \
        [p["advice"] for p in report["points"] if p["advice"]]
    divides = re.compile(r"dela upp (?!i gjort)|bredvid varandra|mellan \[|per kön|"
                         r"flickor|pojkar", re.I)
    return len(said), sorted({
        text for text in said
        if divides.search(text) and not re.search(r"\btio\b|för små", text)})


def main():
    failed = 0
    report = check(DOCUMENTS)
    kinds = {d["path"]: d["kind"] for d in report["documents"]
             if not d.get("within")}
    sources = {path: Source(path) for path in DOCUMENTS
               if kinds[path] not in ("beslut", "unknown")}
    honest, pasted = honesty(sources), advice(sources, report)
    enclosed = enclosures(sources)
    originals = {path: "".join(s.lines) for path, s in sources.items()}
    verdicts = judge(BUILD, [*originals.values(), *(
        m[-1] for m in honest + pasted + enclosed)])

    def before(made):
        return verdicts[originals[made[0]]]

    failed += tell("an honest sentence never makes a verdict worse",
                   len(honest), [
        f"{m[0]}:{m[1] + 1}: {m[2]} {change}" for m in honest
        for change in changes(before(m), verdicts[m[3]], -1)], allowed=2)
    failed += tell("our own advice pasted in never makes a verdict better",
                   len(pasted), [
        f"{m[0]}: '{m[2]}' for {m[1]}: {change}" for m in pasted
        for change in changes(before(m), verdicts[m[3]], 1)], allowed=3)
    failed += tell("'se bilaga' gives cannot_tell", len(enclosed), [
        f"{m[0]}: {m[1]}: {criterion} is {verdicts[m[3]][criterion]}"
        for m in enclosed for criterion in m[2]
        if before(m)[criterion] != "not_applicable" and
        verdicts[m[3]][criterion] != "cannot_tell" and
        # Where another insats leaves it partly, the enclosure decides nothing.
        {before(m)[criterion], verdicts[m[3]][criterion]} != {"partly"}])
    failed += tell("'se bilaga' is never a gap", len(enclosed), [
        f"{m[0]}: {m[1]}: {criterion} was {was}"
        for m in enclosed for criterion, was in before(m).items()
        if was in ("met", "partly") and
        verdicts[m[3]][criterion] == "not_met"])
    failed += tell("advice to a school of 60 pupils minds small groups",
                   *small_school())
    failed += tell("a text that is no school report is not judged",
                   *other_texts())
    paths = DOCUMENTS + glob.glob("samples/*.docx") + SEEDS
    if not SEEDS:
        print("skipped: the seeds are not at hand for the quotes")
    failed += tell("every quote stands at its place, to the byte",
                   *quotes_in_place(paths, check(paths)))
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
