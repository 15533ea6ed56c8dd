"""as_word - a report as a Word file gets the verdicts it gets as text.

The texts lay a table out as cells that begin with a tab; here each becomes a
row of a real table. The seeds beside the project are tried too when they are
there.
"""
import glob
import json
import os
import shutil
import subprocess
import sys
import zipfile
from xml.sax.saxutils import escape

BUILD = sys.argv[1]
ROOM = os.path.join(BUILD, "as-word")

# What a Word file can show and a text cannot: colours, and Word's own traces.
MAY_DIFFER = {"ST-06"}

TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
OPEN = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"""
CLOSE = "</w:body></w:document>"


def paragraph(line):
    return ('<w:p><w:r><w:t xml:space="preserve">' + escape(line.strip()) +
            "</w:t></w:r></w:p>")


def table(rows):
    """Rows of cells; a cell is a list of paragraphs and tables."""
    cells = ("".join(f"<w:tc>{''.join(cell)}</w:tc>" for cell in row)
             for row in rows)
    return ("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) +
            "</w:tbl>")


def content(lines):
    """Paragraphs; lines with tabs inside are the rows of a table."""
    rows = []
    for line in [*lines, ""]:
        if "\t" in line.strip():
            rows.append([[paragraph(cell)]
                         for cell in line.strip().split("\t")])
            continue
        if rows:
            yield table(rows)
            rows = []
        yield paragraph(line)


def body(text):
    """Paragraphs, and tables of one column where cells follow each other."""
    cells, plain, blanks = [], [], 0
    for line in [*text.split("\n"), "", "", ""]:
        if line.startswith("\t"):
            yield from content(plain) if plain else ()
            plain = []
            cells.append([line])
        elif cells and (line.strip() or blanks == 0):
            cells[-1].append(line)
        else:
            if cells:
                yield table([[list(content(cell))] for cell in cells])
                cells = []
            plain.append(line)
        blanks = 0 if line.strip() else blanks + 1
    yield from content(plain)


def write_word(path, text):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as word:
        word.writestr("[Content_Types].xml", TYPES)
        word.writestr("_rels/.rels", RELATIONS)
        word.writestr("word/document.xml", OPEN + "".join(body(text)) + CLOSE)


def verdicts(path):
    out = subprocess.run(
        [f"{BUILD}/skollint", "check", "--no-settings", "--format", "json",
         "--today", "2024-01-15", path], capture_output=True, check=False)
    found = json.loads(out.stdout)
    seen = {(r["document"], r["criterion"]): r["verdict"]
            for r in found["results"]}
    for document in found["documents"]:
        seen[document["id"], "ocr"] = document["reading"]["ocr"]
        for key in ("kind", "template", "level", "huvudman", "unit", "date",
                    "school_forms", "reference_numbers"):
            seen[document["id"], key] = document[key]
    return seen


failed = 0
shutil.rmtree(ROOM, ignore_errors=True)
os.makedirs(ROOM)
texts = sorted(glob.glob("samples/*.txt"))
if not texts:
    sys.exit("failed: there are no samples")
seeds = sorted(glob.glob("../shared/seeds/*.txt"))
if not seeds:
    print("skipped: ../shared/seeds not found")
for source in texts + seeds:
    with open(source, encoding="utf-8-sig") as text:
        word_file = os.path.join(ROOM, os.path.basename(source)[:-4] + ".docx")
        write_word(word_file, text.read())
    before = verdicts(source)
    if before.pop(("d1", "ocr")):
        print(f"skipped: {source} was scanned; its lines are no paragraphs")
        continue
    after = verdicts(word_file)
    wrong = [f"{' '.join(key)}: {before.get(key)} as text, "
             f"{after.get(key)} as Word"
             for key in sorted(before.keys() | after.keys())
             if before.get(key) != after.get(key) and
             key[1] not in MAY_DIFFER | {"ocr"}]
    failed += bool(wrong)
    print(f"{'failed' if wrong else 'ok'}: {source} as a Word file")
    for line in wrong:
        print("   ", line)
sys.exit(failed > 0)
