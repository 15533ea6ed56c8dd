"""writers - one content as Word files by others is understood as our own.

A content is a list of blocks: {"text", "heading": level, "item": true,
"note": of a footnote} or {"table": rows of {"blocks", "columns", "rows"}}.
Two are taken from our samples, one is written here.
"""
import json
import os
import shutil
import subprocess
import sys
import zipfile
from xml.sax.saxutils import escape

import docx
from lxml import etree

from tell import end, tell

BUILD, NPM = sys.argv[1:]
ROOM = os.path.join(BUILD, "peers", "writers")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLAIN = ["", [], []]


def cell(text, columns=1, rows=1):
    return {"blocks": [{"text": text}], "columns": columns, "rows": rows}


MERGED = [
    {"text": "Kvalitetsrapport för Ekskolan", "heading": 1},
    {"text": "Resultat", "heading": 2},
    {"text": "Andelen behöriga har ökat sedan 2023.",
     "note": "Enligt Skolverkets statistik i september 2024."},
    {"table": [
        [cell("Skola", rows=2), cell("Andel behöriga, procent", columns=2)],
        [cell("2023"), cell("2024")],
        [cell("Ekskolan"), cell("74,2"), cell("83,6")],
        [cell("Kommunen"), cell("77,5"), cell("80,9")]]},
    {"text": "Analys", "heading": 2},
    {"text": "Det beror på tre saker:"},
    {"text": "fler lärare i matematik", "item": True},
    {"text": "tidigare stöd", "item": True},
    {"text": "en mentor för varje elev", "item": True},
    {"text": "Rektorn följer upp stödet med lärarna i oktober och i mars, och "
             "redovisar för huvudmannen i juni."},
]


def text_of(paragraph):
    return "".join(each.text or "" if each.tag == W + "t" else " "
                   for each in paragraph.iter(W + "t", W + "tab"))


def blocks_of(parent):
    """The content of one of our own samples, or of a cell of it."""
    for child in parent:
        if child.tag == W + "p":
            style = child.find(f"{W}pPr/{W}pStyle")
            name = "" if style is None else style.get(W + "val")
            block = {"text": text_of(child)}
            if name.startswith("Rubrik"):
                block["heading"] = int(name[6:])
            if child.find(f"{W}pPr/{W}numPr") is not None:
                block["item"] = True
            yield block
        elif child.tag == W + "tbl":
            yield {"table": [[{"blocks": list(blocks_of(each)), "columns": 1,
                               "rows": 1} for each in row.iter(W + "tc")
                              if next(each.iterancestors(W + "tr")) is row]
                             for row in child.findall(W + "tr")]}
        elif child.tag == W + "sdt":
            yield from blocks_of(child.find(W + "sdtContent"))


def of_sample(path):
    with zipfile.ZipFile(path) as file:
        return list(blocks_of(etree.fromstring(
            file.read("word/document.xml")).find(W + "body")))


def xml_of_table(rows, notes):
    out, open_below = "", {}
    for row in rows:
        out, across = out + "<w:tr>", 0
        cells = list(row)
        while cells or across in open_below:
            if across in open_below:
                columns, left = open_below.pop(across)
                inside = '<w:vMerge/></w:tcPr><w:p/>'
            else:
                each = cells.pop(0)
                columns, left = each["columns"], each["rows"]
                inside = '<w:vMerge w:val="restart"/>' * (left > 1) + \
                    "</w:tcPr>" + xml_of(each["blocks"], notes)
            if left > 1:
                open_below[across] = columns, left - 1
            out += (f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/>{inside}'
                    "</w:tc>")
            across += columns
        out += "</w:tr>"
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{out}</w:tbl>"


def xml_of(blocks, notes):
    out = ""
    for block in blocks:
        if "table" in block:
            out += xml_of_table(block["table"], notes)
            continue
        if "note" in block:
            notes.append(block["note"])
        out += ("<w:p><w:pPr>" +
                ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
                 if "item" in block else "") +
                (f'<w:outlineLvl w:val="{block["heading"] - 1}"/>'
                 if "heading" in block else "") +
                f"</w:pPr><w:r><w:t>{escape(block['text'])}</w:t></w:r>" +
                (f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>'
                 if "note" in block else "") + "</w:p>")
    return out


def by_hand(blocks, path):
    notes, formats = [], "http://schemas.openxmlformats.org/"
    space = f'xmlns:w="{formats}wordprocessingml/2006/main"'
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {"document": ".main", "footnotes": "", "numbering": ""}
    body = xml_of(blocks, notes)
    inside = {
        "document": f"<w:body>{body}</w:body>",
        "footnotes": "".join(f'<w:footnote w:id="{number}">'
                             f'{xml_of([{"text": text}], [])}</w:footnote>'
                             for number, text in enumerate(notes, 1)),
        "numbering":
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt '
            'w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    }

    def links(*targets):
        return (f'<Relationships xmlns="{formats}package/2006/'
                'relationships">' + "".join(
                    f'<Relationship Id="r{number}" Type="{formats}'
                    f'officeDocument/2006/relationships/{kind}" '
                    f'Target="{target}"/>'
                    for number, (kind, target) in enumerate(targets)) +
                "</Relationships>")

    with zipfile.ZipFile(path, "w") as out:
        out.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{formats}package/2006/content-types"><Default '
            'Extension="rels" ContentType="application/vnd.openxmlformats-'
            'package.relationships+xml"/>' + "".join(
                f'<Override PartName="/word/{part}.xml" '
                f'ContentType="{word}.{part}{main}+xml"/>'
                for part, main in parts.items()) + "</Types>")
        out.writestr("_rels/.rels",
                     links(("officeDocument", "word/document.xml")))
        out.writestr("word/_rels/document.xml.rels", links(*[
            (part, f"{part}.xml") for part in parts if part != "document"]))
        for part, xml in inside.items():
            out.writestr(f"word/{part}.xml",
                         f"<w:{part} {space}>{xml}</w:{part}>")


def add_table(parent, rows):
    columns = max(sum(each["columns"] for each in row) for row in rows)
    table = parent.add_table(len(rows), columns)
    taken = set()
    for down, row in enumerate(rows):
        across = 0
        for each in row:
            while (down, across) in taken:
                across += 1
            last = (down + each["rows"] - 1, across + each["columns"] - 1)
            taken |= {(y, x) for y in range(down, last[0] + 1)
                      for x in range(across, last[1] + 1)}
            into = table.cell(down, across).merge(table.cell(*last))
            into._element.remove(into.paragraphs[0]._element)
            add_blocks(into, each["blocks"])


def add_blocks(parent, blocks):
    for block in blocks:
        if "table" in block:
            add_table(parent, block["table"])
            continue
        style = (f"Heading {block['heading']}" if "heading" in block else
                 "List Bullet" if "item" in block else None)
        parent.add_paragraph(block["text"], style)


def by_python_docx(blocks, path):
    document = docx.Document()
    add_blocks(document, blocks)
    document.save(path)


def by_npm(blocks, path):
    with open(path + ".json", "w", encoding="utf-8") as out:
        json.dump(blocks, out)
    subprocess.run(["node", os.path.join(NPM, "writers.mjs"), path + ".json",
                    path], check=True)


def words_of(block):
    words = [each for word in block["text"].split(" ")
             for each in ({"t": "Str", "c": word}, {"t": "Space"})][:-1]
    if "note" in block:
        words.append({"t": "Note", "c": [
            {"t": "Para", "c": words_of({"text": block["note"]})}]})
    return words


def tree_of_table(rows):
    columns = max(sum(each["columns"] for each in row) for row in rows)
    body = [[PLAIN, [[PLAIN, {"t": "AlignDefault"}, each["rows"],
                      each["columns"], tree_of(each["blocks"])]
                     for each in row]] for row in rows]
    return {"t": "Table", "c": [
        PLAIN, [None, []],
        [[{"t": "AlignDefault"}, {"t": "ColWidth", "c": 1 / columns}]] *
        columns, [PLAIN, []], [[PLAIN, 0, [], body]], [PLAIN, []]]}


def tree_of(blocks):
    tree = []
    for block in blocks:
        if "table" in block:
            tree.append(tree_of_table(block["table"]))
        elif "heading" in block:
            tree.append({"t": "Header",
                         "c": [block["heading"], PLAIN, words_of(block)]})
        elif "item" in block:
            if not tree or tree[-1]["t"] != "BulletList":
                tree.append({"t": "BulletList", "c": []})
            tree[-1]["c"].append([{"t": "Plain", "c": words_of(block)}])
        else:
            tree.append({"t": "Para", "c": words_of(block)})
    return tree


def by_pandoc(blocks, path):
    subprocess.run(
        ["pandoc", "-f", "json", "-o", path], check=True, text=True,
        input=json.dumps({"pandoc-api-version": [1, 22], "meta": {},
                          "blocks": tree_of(blocks)}))


def by_libreoffice(path, to):
    """Our own file, saved again."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{os.path.abspath(ROOM)}"
         "/home", "--headless", "--convert-to",
         "docx:Office Open XML Text", "--outdir", to, path],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def outline(path, notes=True):
    """What is understood, but for page headers, which no content has."""
    found = json.loads(subprocess.run(
        [f"{BUILD}/skollint", "outline", "--format", "json", path],
        check=True, capture_output=True).stdout)
    kinds = ["header", "footer"] + ([] if notes else ["note"])
    return [(found["document"]["kind"], found["document"]["template"])] + [
        (block["kind"], block["level"], " ".join(block["text"].split()),
         block["place"]["path"])
        for block in found["blocks"]
        if block["kind"] not in kinds and block["text"].strip()]


def differences(ours, theirs):
    return [f"{len(ours)} and {len(theirs)} blocks"] * (
        len(ours) != len(theirs)) + [
        f"ours {one}, theirs {two}" for one, two in zip(ours, theirs)
        if one != two]


def main():
    shutil.rmtree(ROOM, ignore_errors=True)
    os.makedirs(os.path.join(ROOM, "saved"))
    form = "samples/slutredovisning-klar.docx"
    account = "samples/redovisning-stark.docx"
    merged = os.path.join(ROOM, "merged.docx")
    by_hand(MERGED, merged)
    for own, blocks in ((form, of_sample(form)),
                        (account, of_sample(account)), (merged, MERGED)):
        name = os.path.join(ROOM, os.path.basename(own)[:-5])
        for who, write in (("python-docx", by_python_docx),
                           ("npm's docx", by_npm), ("pandoc", by_pandoc)):
            path = f"{name} {who}.docx"
            write(blocks, path)
            notes = who != "python-docx"  # it cannot write any
            tell(f"{own} by {who} is understood as ours",
                 differences(outline(own, notes), outline(path, notes)))
        by_libreoffice(own, os.path.join(ROOM, "saved"))
        tell(f"{own} by LibreOffice is understood as ours", differences(
            outline(own), outline(os.path.join(ROOM, "saved",
                                               os.path.basename(own)))))
    end()


main()
