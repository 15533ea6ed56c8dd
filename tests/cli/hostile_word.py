"""hostile_word - Word files made to harm: one line, soon, small, the rest
judged."""
import os
import random
import resource
import shutil
import struct
import warnings
import zipfile

from bad_input import BUILD, GOOD, SANITIZED, check, problems_of
from tell import end, tell

ROOM = os.path.join(BUILD, "hostile-word")
SECONDS_MOST = 5 * (4 if SANITIZED else 1)  # of the processor
MEMORY_MOST = 256 << 10  # in KiB, as the system counts it

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPE = ("http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/officeDocument")
MAIN = "word/document.xml"
HEAD = f'<w:document xmlns:w="{SPACE}"><w:body>'
FOOT = "</w:body></w:document>"
TEXT = "<w:p><w:r><w:t>Slutredovisning</w:t></w:r></w:p>"


def links(target=MAIN):
    return (f'<Relationships xmlns="{LINKS}"><Relationship Id="r1" '
            f'Type="{TYPE}" Target="{target}"/></Relationships>')


def part(name, *pieces, method=zipfile.ZIP_DEFLATED):
    return name, pieces, method


def body(*pieces):
    """The main part with this in its body; pieces may be (text, times)."""
    return part(MAIN, HEAD, *pieces, FOOT)


def written(name, *parts):
    """A zip file of the parts and what leads to them; in small pieces, as
    the memory of this program would count as that of the next."""
    path = os.path.join(ROOM, name)
    with zipfile.ZipFile(path, "w", compresslevel=1) as out:
        for each, pieces, out.compression in parts:
            with out.open(each, "w") as into:
                write_pieces(into, pieces)
    return path


def write_pieces(into, pieces):
    for piece in pieces:
        text, times = piece if isinstance(piece, tuple) else (piece, 1)
        data = text if isinstance(text, bytes) else text.encode()
        most = max(1, (1 << 16) // max(1, len(data)))
        for done in range(0, times, most):
            into.write(data * min(most, times - done))


def refused(name, says, *parts, tamper=None):
    path = written(name + ".docx", *parts)
    if tamper:
        with open(path, "rb") as source:
            data = bytearray(source.read())
        with open(path, "wb") as out:
            out.write(tamper(data))
    held(name, path, says)


def spent():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime, used.ru_maxrss


def held(name, path, says):
    """Refused with these words; or, when there are none, read or refused."""
    before = spent()[0]
    result = check(path, GOOD)
    seconds = spent()[0] - before
    problems = []
    if says or result[0] not in (0, 1):
        problems += problems_of(path, 3, (*result[:3], 0), 1)
        problems += [f"said is: {line}" for line in result[2]
                     if (says or "") not in line]
    if seconds > SECONDS_MOST:
        problems.append(f"it took {seconds:.1f} s")
    tell(f"{name.replace('-', ' ')} ({seconds:.1f} s)", problems)
    os.remove(path)


def central(data):
    """Offset of the list of entries in a zip file."""
    return struct.unpack_from("<I", data, data.rindex(b"PK\5\6") + 16)[0]


def entry(data, name):
    """Offsets of an entry's own header and of its line in the list."""
    line = data.index(name.encode(), central(data)) - 46
    return struct.unpack_from("<I", data, line + 42)[0], line


def changed(at, line_at, form, value):
    """Write a value into both headers of the main part."""
    def tamper(data):
        header, line = entry(data, MAIN)
        struct.pack_into(form, data, header + at, value)
        struct.pack_into(form, data, line + line_at, value)
        return data
    return tamper


def another(data):
    """The list says that the links are where the main part is."""
    header = entry(data, MAIN)[0]
    line = entry(data, "_rels/.rels")[1]
    struct.pack_into("<I", data, line + 42, header)
    return data


def overlap(data):
    """Each entry's bytes hold the next entry, as zip bombs do: the size of
    the first reaches over all."""
    line = entry(data, "_rels/.rels")[1]
    struct.pack_into("<I", data, line + 20, central(data) - 100)
    return data


def wrong_checksum(data):
    return changed(14, 16, "<I", 0xDEADBEEF)(data)


def bombs():
    dice = random.Random(3)
    words = " ".join(dice.choice(["skola", "elev", "mål", "insats", "analys",
                                  "resultat", "uppföljning", "rektor"])
                     for _ in range(8000))
    rels = part("_rels/.rels", links())
    refused("a-bomb-by-size", "för stor", rels,
            body((f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>", 5000)))
    refused("a-bomb-by-size-in-a-part-beside", "för stor", rels, body(TEXT),
            part("word/styles.xml", ("<a/>", 70 << 20)),
            part("word/_rels/document.xml.rels", links("styles.xml").replace(
                "officeDocument\" T", "styles\" T")))
    refused("a-bomb-by-ratio", "hårdare packad", rels, body((" ", 40 << 20), TEXT))
    refused("a-bomb-by-entries", "fler än 4096 delar", rels, body(TEXT),
            *[part(f"x/{number}", "", method=zipfile.ZIP_STORED)
              for number in range(5000)])
    refused("a-bomb-by-depth", "nästlat djupare", rels, body(("<w:sdt>", 100000),
                                          ("</w:sdt>", 100000)))
    refused("a-bomb-by-open-elements", "nästlat djupare", rels, body(("<w:p>", 4000000)))
    refused("a-bomb-by-cells", "fler än", rels,
            body("<w:tbl><w:tr>", ("<w:tc><w:p/></w:tc>", 3000000),
                 "</w:tr></w:tbl>"))
    refused("a-bomb-by-attributes", "256 attribut", rels,
            body("<w:p", *[f' a{number}="{number}"'
                           for number in range(200000)], "/>"))
    refused("a-bomb-by-prefixes", "256 attribut", rels,
            body("<w:p", *[f' xmlns:a{number}="urn:{number}"'
                           for number in range(200000)], "/>"))
    refused("a-bomb-by-prefixes-in-one-another", "256 attribut", rels, body(
        *["<w:p" + "".join(f' xmlns:a{outer}_{inner}="u"'
                           for inner in range(200)) + ">"
          for outer in range(200)], ("<w:r/>", 1000000)))
    refused("a-bomb-by-links", "länkar", body(TEXT), part(
        "_rels/.rels", links().replace("</Relationships>", ""),
        *[f'<Relationship Id="x{number}" Type="x" Target="a"/>'
          for number in range(100000)], "</Relationships>"))
    refused("a-paragraph-of-100-MB", "längre än 64 MB", rels,
            body("<w:p><w:r><w:t>", ("en text som aldrig tar slut ",
                                     (100 << 20) // 28),
                 "</w:t></w:r></w:p>"))
    refused("an-attribute-of-100-MB", "skadat", rels,
            body('<w:p w:rsid="', ("0123456789abcdef", 100 << 16), '"/>'))


def entities():
    rels = part("_rels/.rels", links())
    laughs = "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">'
                     for number in range(1, 12))
    for name, declared in (
            ("a-billion-laughs", f'<!ENTITY a0 "ha">{laughs}'),
            ("an-entity-without-end", '<!ENTITY a11 "&a11;">'),
            ("an-entity-from-a-file",
             '<!ENTITY a11 SYSTEM "file:///etc/passwd">'),
            ("an-entity-from-the-net",
             '<!ENTITY a11 SYSTEM "http://127.0.0.1:9/x">'),
            ("an-entity-of-parameters", '<!ENTITY % p SYSTEM "p.dtd">%p;')):
        refused(name, "DOCTYPE", rels, part(
            MAIN, f"<!DOCTYPE w [{declared}]>", HEAD,
            "<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", FOOT))
    refused("an-entity-nobody-declared", "skadat", rels,
            body("<w:p><w:r><w:t>&nbsp;</w:t></w:r></w:p>"))
    refused("an-entity-in-the-links", "DOCTYPE", body(TEXT), part(
        "_rels/.rels", '<!DOCTYPE a [<!ENTITY x "y">]>', links()))


def entries():
    rels = part("_rels/.rels", links())
    good = [rels, body(TEXT, ("<!-- -->", 100))]
    refused("an-entry-that-is-another", "skadad", *good, tamper=another)
    refused("overlapping-entries", "på varandra", *good, tamper=overlap)
    refused("duplicate-entries", "två delar", *good, body(TEXT))
    refused("entries-that-differ-in-case", "två delar", *good,
            part("WORD/DOCUMENT.XML", HEAD, TEXT, FOOT))
    refused("an-encrypted-entry", "krypterad", *good, tamper=changed(6, 8, "<H", 1))
    refused("a-wrong-checksum", "kontrollsumman", *good, tamper=wrong_checksum)
    refused("an-unknown-method", "packad på ett sätt", *good, tamper=changed(8, 10, "<H", 99))
    refused("a-truncated-file", "avbruten", *good, tamper=lambda data: data[:-60])
    refused("a-file-of-a-header-alone", "avbruten", *good, tamper=lambda data: data[:30])
    refused("a-truncated-entry", "skadad", *good, tamper=lambda data:
            data[:entry(data, MAIN)[0] + 60] + data[central(data):])
    for number, odd in enumerate(("../../evil.xml", "/etc/passwd",
                                  "word\\evil.xml", "C:/evil.xml",
                                  "a\x01b.xml", "word/../../x.xml")):
        refused(f"an-odd-name-{number + 1}", "ett namn som", *good, part(odd, "x"))


def contents():
    rels = part("_rels/.rels", links())
    refused("links-to-themselves", "ingen text", part("_rels/.rels", links("_rels/.rels")),
            body(TEXT))
    refused("links-to-nothing", "saknar sin text", part("_rels/.rels", links("word/none.xml")),
            body(TEXT))
    refused("invalid-UTF-8", "skadat", rels, body(
        "<w:p><w:r><w:t>", b"m\xe5l \xc3(", "</w:t></w:r></w:p>"))
    refused("half-a-surrogate", "skadat", rels, body(
        "<w:p><w:r><w:t>", b"\xed\xa0\x80", "</w:t></w:r></w:p>"))
    refused("a-NUL", "skadat", rels, body("<w:p><w:r><w:t>a", b"\0",
                                "b</w:t></w:r></w:p>"))
    refused("a-NUL-by-number", "skadat", rels,
            body("<w:p><w:r><w:t>&#0;</w:t></w:r></w:p>"))
    refused("no-XML-at-all", "skadat", rels, part(MAIN, b"\x7fELF", ("x", 1000)))


def loops():
    """Roles that lead back to one another are no harm: read or refused."""
    roles = ["header", "footer", "footnotes", "endnotes", "styles", "theme",
             "comments", "commentsExtended", "settings"]
    related = "".join(
        f'<Relationship Id="{role}" Type="{role_type(role)}" '
        f'Target="document.xml"/>' for role in roles)
    path = written(
        "loops.docx", part("_rels/.rels", links()),
        body(TEXT, '<w:sectPr><w:headerReference w:type="default" '
             'xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
             '2006/relationships" r:id="header"/></w:sectPr>'),
        part("word/_rels/document.xml.rels",
             f'<Relationships xmlns="{LINKS}">{related}</Relationships>'))
    held("links-in-a-circle", path, None)


def role_type(role):
    return TYPE[:TYPE.rindex("/") + 1] + role


def main():
    warnings.simplefilter("ignore")  # of names that stand twice
    shutil.rmtree(ROOM, ignore_errors=True)
    os.makedirs(ROOM)
    bombs()
    entities()
    entries()
    contents()
    loops()
    memory = spent()[1]
    tell(f"none of them took more than {memory >> 10} MiB",
         ["too much"] * (memory > MEMORY_MOST and not SANITIZED))
    end()


main()
