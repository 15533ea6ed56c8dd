"""pandoc - the words read from a Word file are those that pandoc reads.

All samples, and every Word file that the unit tests make. Where words
differ, features that pandoc.tsv explains are taken out of the file, and both
read the rest: then all words must be the same.
"""
import collections
import concurrent.futures
import csv
import glob
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

from lxml import etree

from tell import end, tell

BUILD = sys.argv[1]
ROOM = os.path.join(BUILD, "peers", "pandoc")
AGREE = 0.99
SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "new": "urn:not-known-yet",
}
# Pandoc's memory is limited as it may want all there is.
PANDOC = ["pandoc", "+RTS", "-M500m", "-RTS", "-f", "docx", "-t", "json"]
BLOCKS = {"Para", "Plain", "Header", "Table", "Div", "BlockQuote",
          "BulletList", "OrderedList"}

with open("tests/peers/pandoc.tsv", encoding="utf-8", newline="") as table:
    EXPLAINED = list(csv.DictReader(table, delimiter="\t"))


def output(*command):
    out = subprocess.run(command, capture_output=True, check=False,
                         text=True)
    return out.stdout if out.returncode == 0 else None


def text_of(node, into):
    """The text of pandoc's tree, its blocks apart."""
    if isinstance(node, list):
        for each in node:
            text_of(each, into)
    elif isinstance(node, dict):
        kind, content = node.get("t"), node.get("c")
        if kind == "Str":
            into.append(content)
        elif kind in ("Code", "Math"):
            into.append(content[1])
        elif kind in ("Link", "Image"):
            text_of(content[1], into)
        elif kind is None:
            text_of(list(node.values()), into)
        else:
            apart = kind in BLOCKS or kind in ("Space", "SoftBreak",
                                               "LineBreak", "Note")
            into.append(" " if apart else "")
            text_of(content, into)
            into.append(" " if apart else "")
    return into


def words(text):
    # Neither soft hyphens nor letters that join are words of their own.
    text = text.replace("\u00ad", "").replace("\u200d", "")
    return collections.Counter(re.findall(r"\w+", text.lower()))


def both(path):
    """The words as read by skollint and by pandoc, which leaves out page
    headers and footers; None for a file that one of them does not read."""
    ours = output(f"{BUILD}/skollint", "outline", "--format", "json", path)
    theirs = output(*PANDOC, path)
    if ours is None or theirs is None:
        return None
    return (words("\n".join(block["text"]
                            for block in json.loads(ours)["blocks"]
                            if block["kind"] not in ("header", "footer"))),
            words("".join(text_of(json.loads(theirs)["blocks"], []))))


def complete(tree):
    """A grid for tables without one, as Word writes it: by that pandoc knows
    how many columns there are, and else shows none."""
    w = f"{{{SPACES['w']}}}"
    for table in tree.iter(w + "tbl"):
        if table.find(f"{w}tblGrid/{w}gridCol") is not None:
            continue
        for grid in table.findall(w + "tblGrid"):
            table.remove(grid)
        columns = max((sum(int(cell.xpath("string(w:tcPr/w:gridSpan/@w:val)",
                                          namespaces=SPACES) or 1)
                           for cell in row.iter(w + "tc"))
                       for row in table.iter(w + "tr")), default=0)
        grid = etree.Element(w + "tblGrid")
        grid.extend([etree.Element(w + "gridCol", {w + "w": "999"})
                     for _ in range(columns)])
        table.insert(table.find(w + "tblPr") is not None, grid)


def rewritten(path, name, used=None):
    """The file packed anew, as pandoc does not read every way of packing;
    without what is explained when `used` is to be filled with that."""
    to = os.path.join(ROOM, name)
    with zipfile.ZipFile(path) as old, \
            zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            if re.fullmatch(r"word/[a-zA-Z0-9]*\.xml", part):
                data = changed(data, used)
            new.writestr(part, data)
    return to


def changed(part, used):
    tree = etree.parse(io.BytesIO(part))
    complete(tree)
    for row in EXPLAINED if used is not None else []:
        for element in tree.xpath(row["xpath"], namespaces=SPACES):
            used.add(row["feature"])
            element.getparent().remove(element)
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True)


def differences(ours, theirs):
    missing, extra = theirs - ours, ours - theirs
    return max(missing.total(), extra.total()), missing, extra


def compared(path):
    """(words, differences, what is left unexplained, features taken out)"""
    name = os.path.basename(path)
    read = both(rewritten(path, name))
    used = set()
    if read is None:
        return 0, 0, ["one of the two does not read it"], used
    total, apart = read[1].total(), differences(*read)[0]
    if apart:
        read = both(rewritten(path, name, used))
        left, missing, extra = differences(*read) if read else (0, [], [])
        if left:
            return total, apart, [f"only pandoc: {' '.join(missing)}",
                                  f"only skollint: {' '.join(extra)}"], used
    return total, apart, [], used


def made_by_tests():
    folder = os.path.join(ROOM, "made")
    os.makedirs(folder)
    for suite in ("docx", "docx_random"):
        subprocess.run([f"{BUILD}/unit", "--filter", f"{suite}/*"],
                       check=True, capture_output=True,
                       env={**os.environ, "SKOLLINT_KEEP_DOCX": folder})
    return sorted(glob.glob(folder + "/*.docx"))


def main():
    shutil.rmtree(ROOM, ignore_errors=True)
    os.makedirs(ROOM)
    samples = sorted(glob.glob("samples/*.docx") +
                     glob.glob("tests/golden/*/*/*.docx"))
    made = made_by_tests()
    total = apart = 0
    used = set()
    problems = [] if len(made) > 200 else [f"only {len(made)} were made"]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, found in zip(samples + made,
                               pool.map(compared, samples + made)):
            total, apart = total + found[0], apart + found[1]
            used |= found[3]
            if path in made:
                problems += [f"{path}: {each}" for each in found[2]]
            else:
                share = 1 - found[1] / max(1, found[0])
                tell(f"{path}: {share:.1%} of {found[0]} words as pandoc "
                     "reads them",
                     found[2] + ["too few"] * (share < AGREE))
    tell(f"{len(made)} files of the unit tests: {1 - apart / total:.1%} of "
         f"{total} words are the same, and all but what pandoc.tsv explains",
         problems)
    tell("pandoc.tsv explains nothing that is not there",
         [row["feature"] for row in EXPLAINED if row["feature"] not in used])
    end()


main()
