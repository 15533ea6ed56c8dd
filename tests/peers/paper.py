"""paper - a text as an office prints it, scans it and reads it back.

A letter with headings, lists, tables, hyphens, and at the edges of each page
what letters have there. What is no one's business here is how it is read.
"""
import glob
import os
import re
import subprocess
from xml.sax.saxutils import escape

DPI = "200"
LONGEST_HEADING = 14  # words
LONG_WORD = 14        # letters; it may be cut at a line's end

# How offices set their letters: fonts and sizes of text, headings, tables.
LOOKS = [
    {"TEXT": "Noto Serif", "SIZE": "11pt", "HEAD": "Noto Sans",
     "LARGE": "12pt", "WEIGHT": "bold", "SMALL": "9pt", "LINE": "100%"},
    {"TEXT": "Noto Sans", "SIZE": "10pt", "HEAD": "Noto Sans",
     "LARGE": "10pt", "WEIGHT": "bold", "SMALL": "10pt", "LINE": "120%"},
    {"TEXT": "Noto Serif", "SIZE": "12pt", "HEAD": "Noto Serif",
     "LARGE": "16pt", "WEIGHT": "normal", "SMALL": "10pt", "LINE": "115%"},
]

FIRST = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
<office:font-face-decls>
 <style:font-face style:name="Noto Serif" svg:font-family="Noto Serif"/>
 <style:font-face style:name="Noto Sans" svg:font-family="Noto Sans"/>
</office:font-face-decls>
<office:styles>
 <style:style style:name="Text" style:family="paragraph">
  <style:paragraph-properties fo:margin-bottom="0.25cm"
   fo:line-height="@LINE"/>
  <style:text-properties style:font-name="@TEXT" fo:font-size="@SIZE"/>
 </style:style>
 <style:style style:name="Line" style:family="paragraph">
  <style:text-properties style:font-name="@TEXT" fo:font-size="@SIZE"/>
 </style:style>
 <style:style style:name="Item" style:family="paragraph">
  <style:paragraph-properties fo:margin-left="0.9cm" fo:text-indent="-0.5cm"
   fo:margin-bottom="0.15cm" fo:line-height="@LINE"/>
  <style:text-properties style:font-name="@TEXT" fo:font-size="@SIZE"/>
 </style:style>
 <style:style style:name="Head" style:family="paragraph">
  <style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.15cm"
   fo:keep-with-next="always"/>
  <style:text-properties style:font-name="@HEAD" fo:font-size="@LARGE"
   fo:font-weight="@WEIGHT"/>
 </style:style>
 <style:style style:name="Edge" style:family="paragraph">
  <style:text-properties style:font-name="Noto Sans" fo:font-size="8pt"/>
 </style:style>
 <style:style style:name="Cell" style:family="paragraph">
  <style:text-properties style:font-name="@HEAD" fo:font-size="@SMALL"/>
 </style:style>
</office:styles>
<office:automatic-styles>
 <style:page-layout style:name="Page"><style:page-layout-properties
  fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"
  fo:margin-left="3.2cm" fo:margin-right="3.2cm"/>
  <style:header-style><style:header-footer-properties
   fo:margin-bottom="0.8cm"/></style:header-style>
  <style:footer-style><style:header-footer-properties
   fo:margin-top="0.8cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles>
 <style:master-page style:name="Standard" style:page-layout-name="Page">
  <style:header><text:p text:style-name="Edge">Skolinspektionen<text:tab/><text:tab/>
   <text:page-number/> (<text:page-count/>)</text:p></style:header>
  <style:footer><text:p text:style-name="Edge">Box 1, 111 11 Storstad,
   telefon 08-00 00 00, www.skolan.example</text:p></style:footer>
 </style:master-page>
</office:master-styles>
<office:body><office:text>
"""
LAST = "</office:text></office:body></office:document>\n"


def cut_places(text):
    """Soft hyphens in the middle of long words, before a consonant."""
    def mark(match):
        word = match.group()
        at = next((i for i in range(len(word) // 2, len(word) - 3)
                   if word[i - 1].lower() in "aeiouyåäö"
                   and word[i].lower() not in "aeiouyåäö"), 0)
        return word[:at] + "\u00ad" + word[at:] if at else word

    return re.sub(rf"[a-zåäöA-ZÅÄÖ]{{{LONG_WORD},}}", mark, text)


def is_heading(paragraph):
    return (len(paragraph.split()) <= LONGEST_HEADING and
            paragraph[-1] not in ".:;,§" and "kap." not in paragraph)


def paragraph(style, text):
    return (f'<text:p text:style-name="{style}">'
            f"{escape(cut_places(text))}</text:p>\n")


def table(rows):
    out = ["<table:table>",
           f'<table:table-column table:number-columns-repeated="'
           f'{len(rows[0])}"/>']
    for row in rows:
        out.append("<table:table-row>" + "".join(
            f"<table:table-cell>{paragraph('Cell', cell)}</table:table-cell>"
            for cell in row) + "</table:table-row>")
    return "\n".join(out + ["</table:table>\n"])


def block(lines, first):
    """What blank lines part from the rest of the text."""
    if all("\t" in line for line in lines):
        return table([line.split("\t") for line in lines])
    if len(lines) == 1 and not first and is_heading(lines[0]):
        return paragraph("Head", lines[0])
    return "".join(paragraph(
        "Item" if re.match(r"[–-] ", line) else
        "Text" if line is lines[-1] else "Line", line) for line in lines)


def letter(text, look=0):
    """The text as a flat ODT file, in one of the looks."""
    blocks = [part.split("\n") for part in re.split(r"\n\s*\n", text.strip())]
    first = re.sub("@([A-Z]+)", lambda at: LOOKS[look % len(LOOKS)][at[1]],
                   FIRST)
    return first + "".join(block(lines, number == 0)
                           for number, lines in enumerate(blocks)) + LAST


def print_all(letters, room):
    """A text PDF of each flat ODT file, beside it."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{os.path.abspath(room)}"
         "/home", "--headless", "--convert-to", "pdf", "--outdir", room,
         *letters],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def photograph(printed):
    """Paths of the PDF's pages as grey pictures."""
    stem = printed.removesuffix(".pdf")
    subprocess.run(["pdftoppm", "-q", "-r", DPI, "-gray", "-jpeg", printed,
                    stem], check=True)
    return sorted(glob.glob(glob.escape(stem) + "-*.jpg"))


def look_of(picture):
    """(width, height, colours) of a JPEG, from the first frame it holds."""
    at = 2
    while picture[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(picture[at + 2:at + 4], "big")
    return (int.from_bytes(picture[at + 7:at + 9], "big"),
            int.from_bytes(picture[at + 5:at + 7], "big"),
            {1: "/DeviceGray", 3: "/DeviceRGB"}[picture[at + 9]])


def bind(pictures, into):
    """A PDF that holds nothing but pictures, a page each."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>".encode(), b""]
    kids = []
    for path in pictures:
        with open(path, "rb") as file:
            picture = file.read()
        wide, high, colours = look_of(picture)
        scale = 72 / int(DPI)
        draw = f"{wide * scale} 0 0 {high * scale} 0 0 cm /P Do".encode()
        at = len(objects) + 1
        kids.append(f"{at} 0 R")
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide * scale} "
            f"{high * scale}] /Contents {at + 1} 0 R /Resources << /XObject "
            f"<< /P {at + 2} 0 R >> >> >>".encode(),
            f"<< /Length {len(draw)} >>\nstream\n".encode() + draw +
            b"\nendstream",
            f"<< /Type /XObject /Subtype /Image /Width {wide} /Height {high} "
            f"/ColorSpace {colours} /BitsPerComponent 8 /Filter /DCTDecode "
            f"/Length {len(picture)} >>\nstream\n".encode() + picture +
            b"\nendstream"]
    objects[1] = (f"<< /Type /Pages /Count {len(kids)} /Kids "
                  f"[{' '.join(kids)}] >>").encode()
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += (f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n"
            f"{start}\n%%EOF\n").encode()
    with open(into, "wb") as file:
        file.write(out)


def read_in_english(pictures):
    """What a reader that knows no Swedish makes of the pages."""
    return "\f".join(subprocess.run(
        ["tesseract", picture, "stdout", "-l", "eng"], check=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=os.environ | {"OMP_THREAD_LIMIT": "1"}).stdout.rstrip("\f")
        for picture in pictures)
