"""copies - what others make of the Word files that skollint writes."""
import glob
import json
import os
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

import docx

from tell import end, tell

BUILD, ROOM = sys.argv[1:]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def skollint(*arguments):
    return subprocess.run(
        [f"{BUILD}/skollint", "check", "--no-settings", "--today",
         "2026-01-15", *arguments], capture_output=True, check=False).stdout


def copy_of(path, name):
    copy = os.path.join(ROOM, name)
    skollint("--format", "docx", "-o", copy, path)
    return copy


def verdicts(path):
    return {r["criterion"]: r["verdict"]
            for r in json.loads(skollint("--format", "json", path))["results"]}


def validator_says(path):
    program = os.path.join(ROOM, "npm/node_modules/.bin/ooxml-validator")
    out = subprocess.run([program, path], capture_output=True,
                         check=False).stdout
    return {(error["id"], error["description"])
            for error in json.loads(out)["errors"]}


def python_docx_reads(path):
    document = docx.Document(path)
    cells = [cell.text for table in document.tables for row in table.rows
             for cell in row.cells]
    return [p.text for p in document.paragraphs] + cells


def anchored(path):
    """Per comment the text between its two marks, in our file."""
    with zipfile.ZipFile(path) as file:
        body = ElementTree.fromstring(file.read("word/document.xml"))
    found, open_now = {}, set()
    for element in body.iter():
        if element.tag == W + "commentRangeStart":
            open_now.add(element.get(W + "id"))
            found[element.get(W + "id")] = ""
        elif element.tag == W + "commentRangeEnd":
            open_now.discard(element.get(W + "id"))
        elif element.tag in (W + "t", W + "delText"):  # shown struck out
            for number in open_now:
                found[number] += element.text or ""
    return sorted(found.values())


def walk(element, found, open_now):
    """Collects the text of each annotation of a flat ODT, in its order."""
    if element.tag == OFFICE + "annotation":
        name = element.get(OFFICE + "name")
        if name:
            found[name] = ""
            open_now.add(name)
        return
    if element.tag == OFFICE + "annotation-end":
        open_now.discard(element.get(OFFICE + "name"))
    text = element.text or ""
    if element.tag == TEXT + "s":
        text = " " * int(element.get(TEXT + "c", "1"))
    for name in open_now:
        found[name] += text
    for child in element:
        walk(child, found, open_now)
        for name in open_now:
            found[name] += child.tail or ""


def libreoffice_shows(path):
    found = {}
    root = ElementTree.parse(path[:-5] + ".fodt").getroot()
    walk(root.find(OFFICE + "body"), found, set())
    return sorted(found.values())


samples = sorted(glob.glob("samples/*.docx"))
texts = sorted(glob.glob("samples/*.txt"))
copies = {path: copy_of(path, os.path.basename(path)) for path in samples}
made = {path: copy_of(path, os.path.basename(path)[:-4] + " text.docx")
        for path in texts if "beslut" not in path}
subprocess.run(
    ["soffice", f"-env:UserInstallation=file://{os.path.abspath(ROOM)}/home",
     "--headless", "--convert-to", "fodt", "--outdir", ROOM,
     *copies.values()],
    check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

for path, copy in copies.items():
    tell(f"{path}: its copy is as valid as the file was",
         validator_says(copy) - validator_says(path))
    tell(f"{path}: python-docx reads the same text in the copy",
         [] if python_docx_reads(copy) == python_docx_reads(path)
         else ["the text differs"])
    ours, theirs = anchored(copy), libreoffice_shows(copy)
    tell(f"{path}: LibreOffice shows each comment at its quote "
         f"({len(ours)})",
         [f"ours {ours}", f"theirs {theirs}"] if ours != theirs else [])
    before, after = verdicts(path), verdicts(copy)
    tell(f"{path}: the copy is judged as the file, but for its comments",
         [f"{key}: {before[key]}, now {after.get(key)}" for key in before
          if key != "FO-05" and before[key] != after.get(key)])
    # FO-05 finds our comments: the second copy may hold one more, no others.
    second = copy_of(copy, "second.docx")
    third = copy_of(second, "third.docx")
    more = len(anchored(second)) - len(ours)
    tell(f"{path}: a copy of the copy replaces the comments",
         [f"{more} more"] if more not in (0, 1) else [])
    with open(second, "rb") as one, open(third, "rb") as two:
        tell(f"{path}: and once more gives the same bytes",
             [] if one.read() == two.read() else ["they differ"])
for path, copy in made.items():
    tell(f"{path}: a new Word file that is valid", validator_says(copy))
end()
