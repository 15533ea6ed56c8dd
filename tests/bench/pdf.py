"""pdf - a text PDF beside pdftotext alone, which reads it for us.

Reports and decisions as LibreOffice prints them, with fonts of their own. And
the words of one drawn with nothing around them, no room between paragraphs:
no PDF is quicker to read by pdftotext, nor fuller.
"""
import glob
import os
import shutil
import sys

import measure
import paper

LINES, WIDTH = 44, 88


def pages_of(text):
    """Lines as wide as a page, so many on each."""
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) >= WIDTH:
            lines.append(line)
            line = ""
        line += word + " "
    lines.append(line)
    return [lines[at:at + LINES] for at in range(0, len(lines), LINES)]


def drawn(lines):
    """The operators that set the lines of a page."""
    out = "BT /F 10 Tf 14 TL 60 780 Td\n"
    for line in lines:
        for mark in "\\()":
            line = line.replace(mark, "\\" + mark)
        out += f"({line}) Tj T*\n"
    return (out + "ET").encode("cp1252", "replace")


def pdf_of(text, into):
    pages = pages_of(text)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] "
               "/MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
               ">>".encode(),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
               b"/Encoding /WinAnsiEncoding >>"]
    for number, lines in enumerate(pages):
        stream = drawn(lines)
        objects += [f"<< /Type /Page /Parent 2 0 R /Contents {5 + 2 * number} "
                    "0 R >>".encode(),
                    f"<< /Length {len(stream)} >>\nstream\n".encode() +
                    stream + b"\nendstream"]
    with open(into, "wb") as file:
        file.write(b"%PDF-1.4\n")
        places = []
        for number, content in enumerate(objects, 1):
            places.append(file.tell())
            file.write(f"{number} 0 obj\n".encode() + content +
                       b"\nendobj\n")
        start = file.tell()
        file.write(f"xref\n0 {len(places) + 1}\n"
                   "0000000000 65535 f \n".encode())
        file.write(b"".join(f"{place:010} 00000 n \n".encode()
                            for place in places))
        file.write(f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\n"
                   f"startxref\n{start}\n%%EOF\n".encode())


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def drawn_pdfs(room):
    """(what it is, path) of the quickest PDFs."""
    text = read("samples/kvalitetsrapport-huvudman.txt")
    for copies in (1, 20):
        path = os.path.join(room, f"text-{copies}.pdf")
        pdf_of(text * copies, path)
        yield f"{len(pages_of(text * copies))} pages, drawn", path


def printed_pdfs(room):
    """A Word report, and all samples again and again as one document."""
    every = "\n\n".join(read(path) for path in
                        sorted(glob.glob("samples/*.txt")))
    letters = [shutil.copy("samples/redovisning-stark.docx", room)]
    for copies in (1, 10):
        letters.append(os.path.join(room, f"every-{copies}.fodt"))
        with open(letters[-1], "w", encoding="utf-8") as file:
            file.write(paper.letter("\n\n".join([every] * copies)))
    paper.print_all(letters, room)
    for letter in letters:
        path = os.path.splitext(letter)[0] + ".pdf"
        with open(path, "rb") as file:
            pages = file.read().count(b"/Type/Page/")
        yield f"{pages} pages, printed", path


def main(build):
    room = os.path.join(build, "bench")
    os.makedirs(room, exist_ok=True)
    pdfs = list(drawn_pdfs(room))
    if shutil.which("soffice"):
        pdfs += printed_pdfs(room)
    else:
        print("    SKIPPED: no soffice; printed PDFs not tried")
    for what, path in pdfs:
        rounds = 31 if os.path.getsize(path) < 200000 else 7
        ours, theirs, ratio = measure.paired(
            lambda: measure.run([[f"{build}/skollint", "check",
                                  "--no-settings", path]]),
            lambda: measure.run([["pdftotext", path, "-"]]), rounds)
        measure.tell(f"A text PDF of {what}", ours, "pdftotext alone", theirs,
                     f"{ratio:.2f} of its time", "at most 1.25",
                     ratio <= 1.25)


main(sys.argv[1])
