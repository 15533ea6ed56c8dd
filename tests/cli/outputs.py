"""outputs - harmless, the same for any number of jobs, and no input touched."""
import csv
import glob
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import xml.dom.minidom
import zipfile

from tell import end, tell

BUILD = sys.argv[1]
ROOM = os.path.join(BUILD, "outputs")
FORMATS = ["text", "json", "ndjson", "html", "markdown", "csv", "junit",
           "sarif"]
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-"
                      "\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def run(*words):
    out = subprocess.run(
        [f"{BUILD}/skollint", "check", "--no-settings", "--today",
         "2025-07-01", *words], capture_output=True, check=False)
    return out.returncode, out.stdout


def digest(paths):
    return {path: hashlib.sha256(open(path, "rb").read()).hexdigest()
            for path in paths}


EVIL = ("<script>alert(1)</script> \x1b[31m\x1b]0;x\x07 \u202evänd \u2066x "
        "]]> -- &lt; \"'`| =cmd|' /C calc'!A0 {{x}} [y](javascript:z) \x9b3m")


def hostile():
    """A report whose every box holds something evil, and quotes it."""
    with open("samples/slutredovisning-tom-ruta.txt", encoding="utf-8") as f:
        lines = f.read().split("\n")
    return "\n".join(
        f"{line} {EVIL}" if line and not line.startswith("\t") else
        f"\t={EVIL} 20010101-2384" if "Klicka eller" in line else line
        for line in lines)


def harmless_text(text, allowed="\n"):
    found = STEERING.search(text.replace("\r\n", "\n"))
    return [f"U+{ord(found[0]):04X} at {found.start()}"] if found else []


def problems_of(form, out):
    text = out.decode("utf-8")
    if form == "csv":
        text = text.removeprefix("\ufeff")
    problems = harmless_text(text)
    if form in ("json", "sarif"):
        json.loads(text)
    elif form == "ndjson":
        problems += [line[:50] for line in text.splitlines()
                     if not isinstance(json.loads(line), dict)]
    elif form == "html":
        problems += re.findall(r"<(?:script|img|iframe|link)\b.*?>", text)
        problems += re.findall(r"<[^>]* on[a-z]+=[^>]*>", text)
    elif form == "junit":
        xml.dom.minidom.parseString(text)
    elif form == "markdown":
        problems += re.findall(r"<script.*", text)
        problems += re.findall(r"(?<!\\)\]\(.*", text)
    elif form == "csv":
        rows = list(csv.reader(io.StringIO(text), delimiter=";"))
        problems += [cell[:40] for row in rows for cell in row
                     if cell[:1] in tuple("=+-@\t\r")]
        problems += [f"a row of {len(row)}" for row in rows
                     if len(row) != len(rows[0])]
    return problems


def check_hostile():
    path = os.path.join(ROOM, "ond.txt")
    with open(path, "w", encoding="utf-8") as out:
        out.write(hostile())
    for form in FORMATS:
        code, out = run("--format", form, path)
        problems = problems_of(form, out)
        if code not in (0, 1):
            problems.append(f"status {code}")
        tell(f"a hostile document is harmless as {form}", problems)
    copy = os.path.join(ROOM, "ond.docx")
    code, _ = run("--format", "docx", "-o", copy, path)
    with zipfile.ZipFile(copy) as package:
        body = package.read("word/document.xml")
    xml.dom.minidom.parseString(body)
    tell("a hostile document is harmless as docx",
         harmless_text(body.decode("utf-8")))


def check_jobs():
    files = sorted(glob.glob("samples/*.txt") + glob.glob("samples/*.docx"))
    before = digest(files)
    for form in FORMATS:
        one, two = (run("--format", form, "--jobs", jobs, *files)
                    for jobs in ("1", "3"))
        tell(f"one job and three give the same bytes as {form}",
             [] if one == two else ["they differ"])
    folders = [os.path.join(ROOM, name) for name in ("a", "b")]
    for folder, jobs in zip(folders, ("1", "3")):
        run("--format", "docx,html", "--jobs", jobs, "-o", folder + "/",
            *files)
    made = [{name: digest([os.path.join(folder, name)]).popitem()[1]
             for name in os.listdir(folder)} for folder in folders]
    tell("a folder is written the same by one job and by three",
         [] if made[0] == made[1] and len(made[0]) == 2 * len(files) + 1
         else [f"{len(made[0])} and {len(made[1])} files"])
    tell("no input is touched", [] if digest(files) == before else
         ["an input has changed"])


shutil.rmtree(ROOM, ignore_errors=True)
os.makedirs(ROOM)
check_hostile()
check_jobs()
end()
