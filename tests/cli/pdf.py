"""pdf - which programs read a PDF, and what is said when one of them fails."""
import json
import os
import shutil
import subprocess
import sys
import time

from tell import end, tell

PROGRAM = os.path.abspath(sys.argv[1] + "/skollint")
ROOM = os.path.abspath(sys.argv[1] + "/pdf")
FILE = os.path.join(ROOM, "beslut.pdf")
LAYER = ("Skolinspektionen har i beslut den 5 mars 2024 begärt att huvudmannen"
         " redovisar vilka åtgärder som har vidtagits.").split()
SCAN = ("Sidan är inskannad och huvudmannen redovisar i den vilka åtgärder som"
        " har vidtagits under året i skolorna.").split()


def table(words, pages=1):
    """The words as pdftotext and tesseract give them, on one line a page."""
    rows = ["level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\t"
            "top\twidth\theight\tconf\ttext"]
    for page in range(1, pages + 1):
        rows.append(f"1\t{page}\t0\t0\t0\t0\t0\t0\t600\t840\t-1\t###PAGE###")
        rows += [f"5\t{page}\t0\t0\t0\t{number}\t{50 + 40 * number}\t300\t35\t"
                 f"12\t95\t{word}" for number, word in enumerate(words)]
    return "\n".join(rows) + "\n"


def play(room="programs", **programs):
    """A folder of programs: each writes a table, or is lines of shell."""
    folder = os.path.join(ROOM, room)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for name, does in programs.items():
        if "\t" in does:
            with open(f"{folder}/{name}.tsv", "w", encoding="utf-8") as file:
                file.write(does)
            does = f"/bin/cat '{folder}/{name}.tsv'"
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\necho {name} \"$@\" >>'{folder}/calls'\n"
                       f"{does}\n")
        os.chmod(f"{folder}/{name}", 0o755)
    return folder


def read(folder, *options):
    """(exit status, text read, what was said, programs called)"""
    calls = os.path.join(folder, "calls")
    out = subprocess.run(
        [PROGRAM, "outline", "--format", "json", *options, FILE], check=False,
        capture_output=True, text=True, env={"PATH": folder})
    words = []
    if os.path.exists(calls):
        with open(calls, encoding="utf-8") as file:
            words = [line.split() for line in file]
        os.remove(calls)
    document = json.loads(out.stdout) if out.stdout.startswith("{") else None
    return out.returncode, document, out.stderr, words


def used(sentence, folder, option, ocr, programs):
    status, found, said, calls = read(folder, *option)
    problems = [] if status == 0 else [f"status {status}: {said}"]
    names = sorted({call[0] for call in calls})
    if names != sorted(programs):
        problems.append(f"called: {names}")
    if found:
        first = (SCAN if ocr else LAYER)[0]
        if found["document"]["reading"]["ocr"] != ocr:
            problems.append(f"reading: {found['document']['reading']}")
        if not any(block["text"].startswith(first)
                   for block in found["blocks"]):
            problems.append(f"read: {[b['text'] for b in found['blocks']]}")
    tell(sentence, problems)


def refused(sentence, folder, *phrases):
    """Status 3, and one line with the file and all of the phrases."""
    status, _, said, _ = read(folder)
    problems = [] if status == 3 else [f"status {status}"]
    if not said.startswith(f"skollint: {FILE}: ") or said.count("\n") != 1:
        problems.append(f"said: {said}")
    problems += [f"no word of {phrase} in: {said}"
                 for phrase in phrases if phrase not in said]
    tell(sentence, problems)


def choices():
    every = {"pdftotext": table(LAYER), "pdftoppm": "echo image",
             "tesseract": table(SCAN)}
    text, scan = ["pdftotext"], ["pdftotext", "pdftoppm", "tesseract"]
    good = play(**every)
    used("a good text layer is read as it is", good, [], False, text)
    used("--ocr never reads the text layer", good, ["--ocr", "never"], False,
         text)
    used("--ocr always reads the pages as images", good, ["--ocr", "always"],
         True, scan)
    used("a text layer of few words is passed over",
         play(**every | {"pdftotext": table(["Sida"])}), ["--ocr", "auto"],
         True, scan)
    used("a text layer of letters that are none is passed over",
         play(**every | {"pdftotext": table(["\ufffd\ufffd"] * 30)}), [],
         True, scan)
    few = [*LAYER[:3]]
    used("--ocr never reads even a poor text layer",
         play(**every | {"pdftotext": table(few)}), ["--ocr", "never"], False,
         text)
    mixed()
    _, _, _, calls = read(play(**every | {"pdftotext": table([], 3)}))
    drawn = sorted(call[call.index("-f") + 1] for call in calls
                   if call[0] == "pdftoppm")
    tell("every page is drawn once", [] if drawn == ["1", "2", "3"]
         else [f"drawn: {drawn}"])


def mixed():
    """A page without text among others is read when something is on it."""
    layer = table(LAYER * 2) + "\n".join(table([]).split("\n")[1:])
    seen = "case \"$*\" in *'-r 20'*) printf '{}';; *) echo image;; esac"
    for name, far, read_so in (("drawn", "\\0" * 200, True),
                               ("empty", "\\377" * 200, False)):
        status, found, said, calls = read(play(
            pdftotext=layer, pdftoppm=seen.format(far),
            tesseract=table(SCAN)))
        texts = [block["text"] for block in (found or {"blocks": []})["blocks"]]
        problems = [] if status == 0 else [f"status {status}: {said}"]
        if any("inskannad" in text for text in texts) != read_so or \
                not any(LAYER[0] in text for text in texts):
            problems.append(f"read: {texts}")
        drawn = {call[call.index("-f") + 1] for call in calls
                 if call[0] == "pdftoppm"}
        if drawn != {"2"}:
            problems.append(f"drawn: {drawn}")
        tell(f"a page without text is looked at: {name}", problems)


def stretch(folder, jobs, *files):
    """(what check says, stretches of pages that were read, in order)"""
    out = subprocess.run(
        [PROGRAM, "check", "--no-settings", "--format", "json", "--today",
         "2026-01-01", "--jobs", str(jobs), *files], check=False,
        capture_output=True, text=True, env={"PATH": folder})
    calls = os.path.join(folder, "calls")
    with open(calls, encoding="utf-8") as file:
        read_so = sorted(tuple(line.split()[6:9:2]) for line in file)
    os.remove(calls)
    return out.stdout, read_so


def stretches():
    """Programs share the pages of one PDF, and what they read is one text."""
    path = os.path.join(ROOM, "många sidor.pdf")
    with open(path, "wb") as file:
        file.write(b"%PDF-1.4\n<< /Type /Pages >>\n" +
                   b"<< /Type /Page /Parent 1 0 R >>\n" * 16 +
                   b"<</Type/Page/Parent 1 0 R>>\n" * 16)
    first = table(LAYER + ["Dnr", "2021:118"], 16)
    last = table(SCAN + ["Dnr", "2020:4711"], 16)
    for name, text in (("first", first), ("last", last),
                       ("all", first + last)):
        with open(f"{ROOM}/{name}.tsv", "w", encoding="utf-8") as file:
            file.write(text)
    parts = (f"case \"$6-$8\" in 1-0) exec /bin/cat '{ROOM}/all.tsv';; "
             f"1-16) exec /bin/cat '{ROOM}/first.tsv';; "
             f"17-0) {{}};; *) exit 98;; esac")
    good = play(pdftotext=parts.format(f"exec /bin/cat '{ROOM}/last.tsv'"))
    whole, read_so = stretch(good, 1, path)
    tell("one job runs one program",
         [] if read_so == [("1", "0")] else [read_so])
    shared, read_so = stretch(good, 2, path)
    tell("two jobs read half of the pages each",
         [] if read_so == [("1", "16"), ("17", "0")] else [read_so])
    tell("what they read is one text",
         [] if shared == whole and
         0 < whole.find("2021:118") < whole.find("2020:4711") else [shared])
    _, read_so = stretch(good, 2, path, shutil.copy(path, path + ".igen.pdf"))
    tell("files beside each other are read by one program each",
         [] if read_so == [("1", "0")] * 2 else [read_so])
    for why in ("exit 99", "kill -SEGV $$"):
        fewer = play(pdftotext=parts.format(why))
        found, read_so = stretch(fewer, 2, path)
        tell(f"where a half cannot be read all is: {why}",
             [] if found == whole and read_so[0] == ("1", "0")
             else [read_so, found])


def trouble():
    poor = table(["Sida"])
    refused("without poppler the package is named", play(), "poppler-utils")
    refused("without pdftoppm too", play(pdftotext=poor), "poppler-utils")
    refused("without tesseract its package is named",
            play(pdftotext=poor, pdftoppm="echo image"), "tesseract-ocr")
    refused("without Swedish its package is named, and the page",
            play(pdftotext=poor, pdftoppm="echo image", tesseract="exit 1"),
            "tesseract-ocr-swe", "Sidan 1")
    refused("a locked or damaged PDF is said to be so",
            play(pdftotext="exit 3"), "lösenord")
    refused("of more pages than the limit none is read as an image",
            play(pdftotext=table([], 501), pdftoppm="exit 9"), "500")
    refused("a page that is too large ends there",
            play(pdftotext=poor,
                 pdftoppm="exec /usr/bin/head -c 300000000 /dev/zero",
                 tesseract="exit 9"), "för mycket")
    refused("a program that crashes is no text",
            play(pdftotext="kill -SEGV $$"), "skadad")
    refused("a program that has used up its time is said to be late",
            play(pdftotext="kill -XCPU $$"), "för lång tid")


def begin_to_hang():
    """A check that can't end by itself, with another file beside."""
    folder = play("hanging", pdftotext="exec /bin/sleep 999")
    return time.monotonic(), subprocess.Popen(
        [PROGRAM, "check", "--no-settings", "--quiet", FILE,
         "samples/redovisning-stark.docx"], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, env={"PATH": folder})


def ends_to_hang(began, process):
    """After a minute, with one line; the other file is judged."""
    found, said = process.communicate(timeout=120)
    problems = [] if process.returncode == 3 else [
        f"status {process.returncode}"]
    if time.monotonic() - began > 75:
        problems.append(f"after {time.monotonic() - began:.0f} s")
    if not said.startswith(f"skollint: {FILE}: ") or said.count("\n") != 1 \
            or "för lång tid" not in said:
        problems.append(f"said: {said}")
    if "redovisning-stark.docx" not in found:
        problems.append(f"found: {found}")
    tell("a program that hangs is ended, and the next file judged", problems)


def main():
    shutil.rmtree(ROOM, ignore_errors=True)
    os.makedirs(ROOM)
    with open(FILE, "wb") as file:
        file.write(b"%PDF-1.4\n%%EOF\n")
    hanging = begin_to_hang()
    choices()
    stretches()
    trouble()
    ends_to_hang(*hanging)
    end()


main()
