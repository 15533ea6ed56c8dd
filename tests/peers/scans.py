"""scans - decisions printed, scanned and read back, beside the clean text."""
import concurrent.futures
import glob
import os
import shutil
import sys

import facts
import paper
import restore
from tell import end, tell

PROGRAM = sys.argv[1] + "/skollint"
ROOM = os.path.join(sys.argv[1], "peers", "scans")
WAYS = {"as a PDF": ".pdf", "as a scanned PDF": ".scan.pdf",
        "read by an English OCR program": ".ocr.txt"}
ENDS = WAYS | {"clean": ".txt"}


# Comments and tracked changes; colours.
NO_PDF = ("FO-05", "ST-06")


def put(name, text):
    path = os.path.join(ROOM, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def copy(stem):
    """The printed letter as pictures, and what is read from those."""
    pictures = paper.photograph(f"{ROOM}/{stem}.pdf")
    paper.bind(pictures, f"{ROOM}/{stem}.scan.pdf")
    put(f"{stem}.ocr.txt", paper.read_in_english(pictures))


def read(path):
    """Kind and facts."""
    found = facts.outline(PROGRAM, path)
    return found["document"]["kind"], facts.of_decision(found)


def differences(stem, way, want):
    """(facts in all, those that differ) of a letter that was read so."""
    kind, got = read(f"{ROOM}/{stem}{ENDS[way]}")
    total, wrong = facts.count(want[1], got)
    if kind != want[0]:
        wrong.append(f"kind: {kind!r}, not {want[0]!r}")
    return total + 1, [f"{stem}: {one}" for one in wrong]


def hold(way, wanted):
    """At least 98 of 100 facts as in the clean text."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(
            lambda stem: differences(stem, way, wanted[stem]), wanted))
    total = sum(of for of, _ in found)
    wrong = [one for _, each in found for one in each]
    right = (f"{way}: {total - len(wrong)} of {total} facts of "
             f"{len(wanted)} decisions")
    if len(wrong) * 50 > total:
        tell(right, wrong)
    else:
        tell(right, [])
        print("".join(f"    differs: {one}\n" for one in wrong), end="")


def none_rises(way, clean):
    """No verdict on what the decisions retell gets better by the way."""
    wrong = [one for stem, path in clean.items()
             for one in facts.rises(PROGRAM, path,
                                    f"{ROOM}/{stem}{ENDS[way]}")]
    tell(f"{way}: no verdict rises from not met to met", wrong)


def unknown(path):
    """What the checks of a decision's own day and number say."""
    found = facts.verdicts(PROGRAM, path)
    return [f"{key}: {found['d1', key]}" for key in ("FO-01", "FO-03")
            if found["d1", key] != "cannot_tell"]


def hold_seed(way, want):
    """Every fact of s004, and that its day and number are not known."""
    total, wrong = differences("s004", way, want)
    wrong += unknown(f"{ROOM}/s004{ENDS[way]}")
    tell(f"s004 {way}: {total} facts, its day and number unknown", wrong)


def hold_reports(reports):
    """Printed, a Word report is judged the same, but for what no PDF holds."""
    for path in reports:
        stem = os.path.basename(path).removesuffix(".docx")
        before = facts.verdicts(PROGRAM, path)
        after = facts.verdicts(PROGRAM, f"{ROOM}/{stem}.docx.pdf")
        tell(f"{path} as a PDF: {len(before)} verdicts as in Word",
             [f"{key}: {before.get(key)}, now {after.get(key)}"
              for key in sorted(before.keys() | after.keys())
              if before.get(key) != after.get(key) and key[1] not in NO_PDF])


def clean_seed():
    """s004 as a letter, with its Swedish letters restored."""
    texts = glob.glob("samples/*.txt") + glob.glob("tests/*/*.txt")
    data = (glob.glob("rules/*/*.yaml") + glob.glob("rules/law/*.tsv"))
    with open(facts.SEED, encoding="utf-8") as file:
        text = restore.Restorer(sorted(texts + data)).text(file.read())
    put("s004.txt", text)
    return put("s004.fodt", paper.letter(text))


def main():
    shutil.rmtree(ROOM, ignore_errors=True)
    os.makedirs(ROOM)
    wanted, clean, letters = {}, {}, []
    for look, one in enumerate(facts.expected()):
        stem = os.path.basename(one["decision"]).removesuffix(".txt")
        wanted[stem] = read(one["decision"])
        clean[stem] = one["decision"]
        with open(one["decision"], encoding="utf-8") as file:
            letters.append(put(f"{stem}.fodt",
                               paper.letter(file.read(), look)))
    seed = os.path.isfile(facts.SEED)
    letters += [clean_seed()] if seed else []
    reports = sorted(glob.glob("samples/*.docx"))
    letters += [shutil.copy(path, f"{ROOM}/{os.path.basename(path)}.docx")
                for path in reports]
    paper.print_all(letters, ROOM)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(copy, [*wanted, *(["s004"] if seed else [])]))
    for way in WAYS:
        hold(way, wanted)
        if way != "as a scanned PDF":  # it takes its time
            none_rises(way, clean)
    if seed:
        for way in [*WAYS, "clean"]:
            hold_seed(way, ("beslut", facts.of_seed()))
    else:
        print("    SKIPPED: ../shared is not there; s004 not tried")
    hold_reports(reports)
    end()


main()
