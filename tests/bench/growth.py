"""growth - judging beside reading; long documents; many and large Word files.

What a page costs is measured on made-up reports of 1 to 300 pages: the
paragraphs of a sample, each time with other figures and its sentences in
another order, under headings of their own.
"""
import glob
import os
import random
import re
import statistics
import subprocess
import sys
import zipfile

import measure
import word_markup

build = sys.argv[1]
program = os.path.join(build, "skollint")
room = os.path.join(build, "bench")
check = [program, "check", "--no-settings", "--jobs", "1"]
PAGE = 3000  # bytes of text
WORD_FILES = 1000
LARGE = 50_000_000


def warm(paths):
    """(bytes, milliseconds read, judged and annotated) of each file."""
    run = subprocess.run([os.path.join(room, "warm"), *paths], check=True,
                         capture_output=True, text=True)
    return [tuple(float(part) for part in line.split()[:4])
            for line in run.stdout.splitlines()]


def judging_and_reading():
    rows = warm(sorted(glob.glob("samples/*.txt") +
                       glob.glob("samples/*.docx")))
    ratio = statistics.median(judge / read for _, read, judge, _ in rows)
    measure.tell("Judging by all criteria, warm, median over the samples",
                 sum(row[2] for row in rows) / 1e3, "reading",
                 sum(row[1] for row in rows) / 1e3,
                 f"{ratio:.2f} times", "at most 6", ratio <= 6)


def paragraphs(dice):
    """Endless paragraphs in the words of a sample."""
    with open("samples/kvalitetsrapport-huvudman.txt",
              encoding="utf-8") as source:
        lines = [line for line in source.read().split("\n") if line.strip()]
    while True:
        for line in lines:
            sentences = line.split(". ")
            yield re.sub(r"\b\d\d\b(?! kap| §)",
                         lambda _: str(dice.randint(10, 98)),
                         ". ".join(dice.sample(sentences, len(sentences))))


def long_text(size, dice):
    parts, made = [], 0
    for part in paragraphs(dice):
        parts.append(part)
        made += len(part.encode()) + 1
        if made >= size:
            return "\n\n".join(parts) + "\n"


def time_per_page():
    dice = random.Random(300)
    paths = []
    for pages in (1, 3, 10, 30, 100, 300):
        path = os.path.join(room, f"pages-{pages:03}.txt")
        with open(path, "w", encoding="utf-8") as out:
            out.write(long_text(pages * PAGE, dice))
        paths.append(path)
    costs = [(read + judge) / size * PAGE for size, read, judge, _ in
             warm(paths)]
    growth = costs[-1] / costs[0]
    shown = ", ".join(f"{cost:.2f}" for cost in costs)
    print(f"A page of 1, 3, 10, 30, 100 and 300 pages, read and judged\n"
          f"    {shown} ms: the last {growth:.2f} times the first (goal: at "
          f"most 1.20{'' if growth <= 1.2 else '; MISSED'})", flush=True)


def word_file(source, path, change):
    """A copy of a sample with another main part."""
    with zipfile.ZipFile(source) as old, \
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = change(part.decode()).encode()
            new.writestr(name, part)


def grown_word_file(path, size, dice, mark_up=word_markup.plain):
    """A sample whose main part has become so large; bytes of text in it."""
    texts = 0

    def grow(xml):
        nonlocal texts
        at = xml.index("<w:body>") + len("<w:body>")
        parts, made = [], len(xml)
        for text in paragraphs(dice):
            parts.append(mark_up(text, dice))
            made += len(parts[-1].encode())
            texts += len(text.encode())
            if made >= size:
                return xml[:at] + "".join(parts) + xml[at:]

    word_file("samples/kvalitetsrapport-huvudman.docx", path, grow)
    return texts


def annotating_and_reading():
    """The copy with comments against reading and understanding the file,
    both from memory to memory in one process: no start, rules or disk."""
    path = os.path.join(room, "pages-200.docx")
    grown_word_file(path, 200 * PAGE, random.Random(200))
    (_, read, _, annotate), = warm([path])
    measure.tell("A copy with comments of a Word file of 200 pages",
                 annotate / 1e3, "reading it", read / 1e3,
                 f"{annotate / read:.2f} times", "at most 2",
                 annotate <= 2 * read)


def large_word_file(mark_up, who):
    path = os.path.join(room, f"large-{mark_up.__name__}.docx")
    texts = grown_word_file(path, LARGE, random.Random(50), mark_up)
    ours, theirs, ratio = measure.paired(
        lambda: measure.run([check + [path]]),
        lambda: measure.run([["unzip", "-p", path, "word/document.xml"],
                             ["xmllint", "--noout", "--huge", "-"]]), 3)
    peak = measure.peak_kib(check + [path]) / 1024
    measure.tell(f"A Word file with a main part of 50 MB, {who}: "
                 f"{LARGE / texts:.1f} times its text", ours,
                 "unzip | xmllint --huge", theirs,
                 f"{ratio:.2f} of its time", "at most 0.7", ratio <= 0.7)
    print(f"    peak memory {peak:.0f} MiB (goal: at most 100 MiB"
          f"{'' if peak <= 100 else '; MISSED'})", flush=True)


def many_word_files():
    folder = os.path.join(room, "word")
    os.makedirs(folder, exist_ok=True)
    samples = sorted(glob.glob("samples/*.docx"))
    dice = random.Random(10000)
    paths = []
    for number in range(WORD_FILES):
        paths.append(os.path.join(folder, f"rapport-{number:05}.docx"))
        word_file(samples[number % len(samples)], paths[-1],
                  lambda xml: re.sub(
                      r"(?<=>)([^<]*)", lambda text: re.sub(
                          r"\b\d\d\b(?! kap| §)",
                          lambda _: str(dice.randint(10, 98)), text[1]),
                      xml))
    ours, theirs, ratio = measure.paired(
        lambda: measure.run([check + [folder]]),
        lambda: measure.run([[os.path.join(room, "floor"), *paths]]), 1)
    measure.tell(f"{WORD_FILES} Word files, one process", ours,
                 "inflating and parsing them", theirs,
                 f"{ratio:.2f} times", "at most 4", ratio <= 4)


judging_and_reading()
time_per_page()
annotating_and_reading()
large_word_file(word_markup.edited, "as Word leaves a form")
large_word_file(word_markup.saved, "as LibreOffice saves a form")
large_word_file(word_markup.plain, "all text")
many_word_files()
