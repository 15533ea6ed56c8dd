"""word_markup - paragraphs as those who write Word files mark them up.

Bytes of main part per byte of text, as measured: 1.9 to 2.7 in the samples,
1.4 to 2.5 in what pandoc writes, 2.3 to 5.5 in what LibreOffice saves of the
samples and of real accounts (its forms most), about 2 in the prose of a long
order by Word, 15 and more where Word has split the text at each edit and
spelling mark and says the letters' look again, 30 in lists that Google Docs
writes. So there are three to measure by:

  plain    1: a run a paragraph and nothing else; no program writes so
  saved    6: a form as LibreOffice saves it
  edited  15: a form that many have typed in and pasted into, in Word
"""


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def run(text, properties="", attributes=""):
    return (f'<w:r{attributes}>{properties}<w:t xml:space="preserve">'
            f'{escape(text)}</w:t></w:r>')


def cell(content):
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right"))
    return ('<w:tc><w:tcPr><w:tcW w:w="4531" w:type="dxa"/><w:tcBorders>'
            f'{borders}</w:tcBorders><w:shd w:val="clear" w:color="auto" '
            f'w:fill="FFFFFF"/></w:tcPr>{content}</w:tc>')


def placed(paragraph, dice):
    """Every fourth paragraph stands beside a label, in a table's cell."""
    if dice.random() >= .25:
        return paragraph
    label = "<w:p>" + run("Insats", "<w:rPr><w:b/></w:rPr>") + "</w:p>"
    return ('<w:tbl><w:tblPr><w:tblStyle w:val="Tabellrutnt"/><w:tblW w:w="0" '
            'w:type="auto"/><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>'
            '<w:gridCol w:w="4531"/><w:gridCol w:w="4531"/></w:tblGrid><w:tr>'
            f'{cell(label)}{cell(paragraph)}</w:tr></w:tbl>')


def plain(text, _):
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def saved(text, dice):
    look = ('<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:kern '
            'w:val="0"/><w:sz w:val="22"/><w:szCs w:val="20"/><w:lang w:val='
            '"sv-SE"/></w:rPr>')
    return placed('<w:p><w:pPr><w:pStyle w:val="Normal"/><w:widowControl/>'
                  '<w:spacing w:before="0" w:after="120"/><w:jc w:val="left"/>'
                  f'{look}</w:pPr>{run(text, look)}</w:p>', dice)


def pieces(text, dice):
    """The text cut between words, as edits and spelling marks cut it."""
    words = text.split(" ")
    while words:
        count = max(1, round(dice.expovariate(1 / 6)))
        piece, words = words[:count], words[count:]
        yield " ".join(piece) + (" " if words else "")


def edited(text, dice):
    def mark():
        return f'"00{dice.randrange(1 << 24):06X}"'

    look = ('<w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="Times New Roman" '
            'w:hAnsi="Arial" w:cs="Arial"/><w:color w:val="000000" '
            'w:themeColor="text1"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
            '<w:lang w:val="sv-SE" w:eastAsia="sv-SE"/></w:rPr>')
    runs = []
    for piece in pieces(text, dice):
        one = run(piece, look, f" w:rsidR={mark()} w:rsidRPr={mark()}")
        if dice.random() < .3:
            one = (f'<w:proofErr w:type="spellStart"/>{one}'
                   '<w:proofErr w:type="spellEnd"/>')
        runs.append(one)
    return placed(f'<w:p w:rsidR={mark()} w:rsidRDefault={mark()} w:rsidP='
                  f'{mark()}><w:pPr><w:pStyle w:val="Normal"/><w:autoSpaceDE '
                  'w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing w:after='
                  f'"120" w:line="276" w:lineRule="auto"/>{look}</w:pPr>'
                  f'{"".join(runs)}</w:p>', dice)
