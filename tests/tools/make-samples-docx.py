#!/usr/bin/env python3
"""Makes the Word versions of five samples from their text versions.

    make-samples-docx.py SAMPLES-FOLDER

Standard library only. The same text gives the same bytes.
"""
import os
import re
import sys
import zipfile
from xml.sax.saxutils import escape

NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PLACEHOLDER = 'Klicka eller tryck här för att ange text.'
OOXML = 'http://schemas.openxmlformats.org'

# Per document: lines of the Word header, heading texts, author, date, marks.
DOCUMENTS = {
    'slutredovisning-klar': {
        'header': 2, 'author': 'Lisbet Ahlmark', 'date': '2025-06-18T09:12:00Z',
        'h1': ['Slutredovisning av insatser inom ramen för Samverkan för bästa skola'],
        'h2': ['Syftet med slutredovisningen', 'Insatser inom utvecklingsområde'],
        'marks': [('(Uppnått)', 'green'), ('(På god väg)', 'yellow')],
    },
    'slutredovisning-tom-ruta': {
        'header': 2, 'author': 'Per-Olov Strid', 'date': '2024-06-24T15:47:00Z',
        'h1': ['Slutredovisning av insatser inom ramen för Samverkan för bästa skola'],
        'h2': ['Syftet med slutredovisningen', 'Insatser inom utvecklingsområde'],
    },
    'redovisning-stark': {
        'header': 2, 'author': 'Helena Torsell', 'date': '2025-08-14T08:30:00Z',
        'h1': ['Redovisning av vidtagna åtgärder efter kvalitetsgranskning'],
        'h2': ['Huvudmannens analys av studieresultat och trygghet', 'Huvudmannens kompensatoriska arbete'],
        'h3': ['Så har vi analyserat', 'Vad vi har kommit fram till om studieresultaten',
               'Åtgärder som vi har vidtagit', 'Vad vi har kommit fram till om tryggheten',
               'Resultat hittills', 'Det som återstår', 'Så har vi kartlagt behoven'],
    },
    'kvalitetsrapport-huvudman': {
        'header': 2, 'author': 'Marit Öhgren', 'date': '2025-10-02T13:05:00Z',
        'h1': ['Kvalitetsrapport för grundskolan läsåret 2024/25'],
        'h2': ['Sammanfattning', 'Underlag och hur arbetet går till',
               'Vad blev det av förra årets prioriterade områden?', 'Resultat och analys',
               'Prioriterade områden och åtgärder 2025/26'],
        'h3': ['Kunskapsresultat', 'Trygghet och studiero', 'Elever med sämre förutsättningar'],
        'edits': [
            ('comment', 'Kommunen\t80,1', '84,3', 'Preliminär siffra. Byt när Skolverket har publicerat sin i november.'),
            ('comment', 'Ökningen i årskurs 5 beror', 'huvudmannen ansvarar för',
             'Stäm av med fastighet innan det här går till nämnden.'),
            ('insert', 'Närvaro i årskurs 7–9.', ' (frånvarosystemet)', None),
            ('delete', 'Huvudmannen kartlägger varje läsår', 'Gruppen omfattar ', 'uppskattningsvis '),
        ],
    },
    'beslut-kvalitetsgranskning': {
        'header': 4, 'author': 'Jonas Brehmer', 'date': '2025-02-11T10:00:00Z',
        'h1': ['Beslut efter planerad kvalitetsgranskning av Granåsa kommuns ansvarstagande för grundskolan'],
        'h2': ['Inledning', 'Beslut', 'Huvudmannens analys av studieresultat och trygghet',
               'Huvudmannens kompensatoriska arbete', 'Uppföljning'],
        'h3': ['Författningsstöd', 'Bedömning', 'Motivering'],
    },
}


def run(text, properties=''):
    """One w:r; a TAB becomes w:tab."""
    if text == '':
        return ''
    pieces = []
    for i, piece in enumerate(text.split('\t')):
        if i:
            pieces.append('<w:tab/>')
        if piece:
            pieces.append('<w:t xml:space="preserve">%s</w:t>' % escape(piece))
    rpr = '<w:rPr>%s</w:rPr>' % properties if properties else ''
    return '<w:r>%s%s</w:r>' % (rpr, ''.join(pieces))


def runs(text, properties=''):
    """Long text in two runs, the way Word leaves it after editing."""
    if len(text) > 120:
        cut = text.index(' ', 60) + 4
        return run(text[:cut], properties) + run(text[cut:], properties)
    return run(text, properties)


def paragraph(content, style='', more=''):
    ppr = ('<w:pStyle w:val="%s"/>' % style if style else '') + more
    return '<w:p>%s%s</w:p>' % ('<w:pPr>%s</w:pPr>' % ppr if ppr else '', content)


def cell(blocks, width, fill=''):
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="%s"/>' % fill if fill else ''
    return '<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>%s</w:tc>' % (width, shade, blocks)


def table(rows, columns, width=9060):
    grid = ''.join('<w:gridCol w:w="%d"/>' % (width // columns) for _ in range(columns))
    return ('<w:tbl><w:tblPr><w:tblStyle w:val="Tabellrutnt"/><w:tblW w:w="%d" w:type="dxa"/>'
            '<w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>%s</w:tblGrid>%s</w:tbl>'
            % (width, grid, ''.join('<w:tr>%s</w:tr>' % row for row in rows)))


def data_table(lines, document, width=9060):
    split = [line.split('\t') for line in lines]
    columns = max(len(row) for row in split)
    rows = []
    for n, row in enumerate(split):
        row += [''] * (columns - len(row))
        bold = '<w:b/>' if n == 0 else ''
        rows.append(''.join(
            cell(paragraph(document.text_runs(value, bold, '\t'.join(split[n]))),
                 width // columns, 'D9E2F3' if n == 0 else '')
            for value in row))
    return table(rows, columns, width)


class Document:
    def __init__(self, name, description):
        self.name = name
        self.d = description
        self.sdt = 1000
        self.comments = []
        self.edits = 0
        self.empty = 0

    def text_runs(self, text, properties='', line=None):
        """Runs for a text, with the document's comments and tracked changes."""
        line = text if line is None else line
        for kind, starts, anchor, extra in self.d.get('edits', []):
            if not line.startswith(starts) or anchor not in text:
                continue
            before, after = text.split(anchor, 1)
            who = 'w:author="%s" w:date="%s"' % (escape(self.d['author']), self.d['date'])
            self.edits += 1
            if kind == 'comment':
                n = len(self.comments)
                self.comments.append(
                    '<w:comment w:id="%d" %s w:initials="%s">%s</w:comment>'
                    % (n, who, ''.join(w[0] for w in self.d['author'].split()),
                       paragraph('<w:r><w:annotationRef/></w:r>' + run(extra), 'Kommentarer')))
                return (run(before, properties) + '<w:commentRangeStart w:id="%d"/>' % n
                        + run(anchor, properties) + '<w:commentRangeEnd w:id="%d"/>' % n
                        + '<w:r><w:commentReference w:id="%d"/></w:r>' % n + run(after, properties))
            if kind == 'insert':
                return (run(before, properties) + '<w:ins w:id="%d" %s>' % (900 + self.edits, who)
                        + run(anchor, properties) + '</w:ins>' + run(after, properties))
            return (run(before + anchor, properties) + '<w:del w:id="%d" %s><w:r><w:delText xml:space="preserve">%s'
                    '</w:delText></w:r></w:del>' % (900 + self.edits, who, escape(extra)) + run(after, properties))
        return runs(text, properties)

    def control(self, content, kind='', placeholder=False):
        """A content control round cells, blocks or runs: the markup is the same."""
        self.sdt += 1
        showing = ('<w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder><w:showingPlcHdr/>'
                   if placeholder else '')
        return ('<w:sdt><w:sdtPr><w:id w:val="%d"/>%s%s</w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>'
                % (self.sdt, showing, kind, content))

    def empty_box(self):
        """A cell still showing its placeholder, in turn in the three ways Word stores one."""
        text = run(PLACEHOLDER, '<w:rStyle w:val="Platshllartext"/>')
        kind = '<w:text w:multiLine="1"/>'
        self.empty += 1
        if self.empty % 3 == 1:
            return cell(paragraph(self.control(text, kind, True)), 9060)
        if self.empty % 3 == 2:
            return cell(self.control(paragraph(text), '', True), 9060)
        return self.control(cell(paragraph(text), 9060), kind, True)

    def goal_mark(self, text):
        """Green by highlight, yellow by shading: people use both."""
        for word, colour in self.d.get('marks', []):
            if text.endswith(word):
                return {'green': '<w:highlight w:val="green"/>',
                        'yellow': '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'}[colour]
        return ''

    def lines(self, lines, width=9060):
        """Paragraphs and small tables of a run of lines."""
        out, i = [], 0
        while i < len(lines):
            if '\t' in lines[i]:
                j = i
                while j < len(lines) and '\t' in lines[j]:
                    j += 1
                out.append(data_table(lines[i:j], self, width))
                i = j
                if i == len(lines):
                    out.append(paragraph(''))
                continue
            if lines[i].startswith('– '):
                out.append(paragraph(self.text_runs(lines[i][2:]), 'Liststycke',
                                     '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'))
            else:
                out.append(paragraph(self.text_runs(lines[i], self.goal_mark(lines[i]))))
            i += 1
        return ''.join(out)

    def matrix(self, cells):
        """The form: one column, label cell and content cell by turns."""
        rows = []
        for n, lines in enumerate(cells):
            lines = [line for line in lines if line]
            if n % 2 == 0:
                mark = ('<w:bookmarkStart w:id="%d" w:name="_Hlk1704%05d"/><w:bookmarkEnd w:id="%d"/>'
                        % (self.sdt, self.sdt, self.sdt)) if n == 0 else ''
                blocks = ''.join(paragraph((mark if k == 0 else '') + run(line, '<w:b/>'))
                                 for k, line in enumerate(lines))
                rows.append(cell(blocks, 9060, 'E7E6E6'))
            elif lines == [PLACEHOLDER]:
                rows.append(self.empty_box())
            elif len(lines) == 1:
                rows.append(cell(paragraph(self.control(runs(lines[0]), '<w:text w:multiLine="1"/>')), 9060))
            else:  # pasted over the control, which is then gone
                rows.append(cell(self.lines(lines, 8600), 9060))
        return table(rows, 1) + paragraph('')

    def heading(self, line):
        for level in (1, 2, 3):
            if line in self.d.get('h%d' % level, []):
                return level
        return 0

    def body(self, lines):
        out, i = [], 0
        while i < len(lines):
            line = lines[i]
            if line == '':
                i += 1
            elif line.startswith('\t'):
                cells = []
                while i < len(lines) and lines[i:i + 2] != ['', '']:
                    if lines[i].startswith('\t'):
                        cells.append([lines[i][1:]])
                    else:
                        cells[-1].append(lines[i])
                    i += 1
                out.append(self.matrix(cells))
            elif self.heading(line):
                out.append(paragraph(run(line), 'Rubrik%d' % self.heading(line)))
                i += 1
            elif line.startswith('Välj utvecklingsområde: '):
                label, value = line.split(': ', 1)
                choice = ('<w:dropDownList><w:listItem w:displayText="%s" w:value="%s"/></w:dropDownList>'
                          % (escape(value), escape(value)))
                out.append(paragraph(run(label + ': ') + self.control(run(value), choice), 'Rubrik2'))
                i += 1
            else:
                j = i
                while j < len(lines) and lines[j] and not (self.heading(lines[j]) and j > i) and not lines[j].startswith('\t'):
                    j += 1
                out.append(self.lines(lines[i:j]))
                i = j
        return ''.join(out)


def style(kind, ident, name, based='', ppr='', rpr='', default=False):
    return ('<w:style w:type="%s"%s w:styleId="%s"><w:name w:val="%s"/>%s%s%s</w:style>'
            % (kind, ' w:default="1"' if default else '', ident, name,
               '<w:basedOn w:val="%s"/>' % based if based else '',
               '<w:pPr>%s</w:pPr>' % ppr if ppr else '', '<w:rPr>%s</w:rPr>' % rpr if rpr else ''))


def heading_style(level, size):
    return style('paragraph', 'Rubrik%d' % level, 'heading %d' % level, 'Normal',
                 '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="%d"/>' % (level - 1),
                 '<w:b/><w:color w:val="1F3864"/><w:sz w:val="%d"/>' % size)


BORDERS = ''.join('<w:%s w:val="single" w:sz="4" w:space="0" w:color="auto"/>' % side
                  for side in ('top', 'left', 'bottom', 'right', 'insideH', 'insideV'))
STYLES = (HEAD + '<w:styles %s>' % NS
          + '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/>'
            '<w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr>'
            '</w:pPrDefault></w:docDefaults>'
          + style('paragraph', 'Normal', 'Normal', default=True)
          + heading_style(1, 32) + heading_style(2, 26) + heading_style(3, 22)
          + style('paragraph', 'Sidhuvud', 'header', 'Normal')
          + style('paragraph', 'Sidfot', 'footer', 'Normal')
          + style('paragraph', 'Liststycke', 'List Paragraph', 'Normal', '<w:ind w:left="720"/>')
          + style('paragraph', 'Kommentarer', 'annotation text', 'Normal', '', '<w:sz w:val="20"/>')
          + style('character', 'Platshllartext', 'Placeholder Text', '', '', '<w:color w:val="808080"/>')
          + style('table', 'Normaltabell', 'Normal Table', default=True)
          + '<w:style w:type="table" w:styleId="Tabellrutnt"><w:name w:val="Table Grid"/>'
            '<w:basedOn w:val="Normaltabell"/><w:tblPr><w:tblBorders>%s</w:tblBorders></w:tblPr></w:style>' % BORDERS
          + '</w:styles>')
NUMBERING = (HEAD + '<w:numbering %s><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
             '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
             '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
             '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>' % NS)
FOOTER = (HEAD + '<w:ftr %s>' % NS
          + paragraph('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>', 'Sidfot') + '</w:ftr>')

WML = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
PARTS = [('styles', 'styles'), ('numbering', 'numbering'), ('settings', 'settings'),
         ('header1', 'header'), ('footer1', 'footer'), ('comments', 'comments')]


def package(name, description, text):
    doc = Document(name, description)
    lines = text.rstrip('\n').split('\n')
    head, rest = lines[:description['header']], lines[description['header']:]
    body = doc.body(rest)
    if doc.edits != len(description.get('edits', [])):
        sys.exit('make-docx: %s: an edit found no place' % name)
    section = ('<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
               '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" '
               'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>')
    used = [p for p in PARTS if p[0] != 'comments' or doc.comments]
    title = description['h1'][0]
    when = '<dcterms:%s xsi:type="dcterms:W3CDTF">' + description['date'] + '</dcterms:%s>'
    files = [
        ('[Content_Types].xml', HEAD + '<Types xmlns="%s/package/2006/content-types">' % OOXML
         + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
           '<Default Extension="xml" ContentType="application/xml"/>'
           '<Override PartName="/word/document.xml" ContentType="%sdocument.main+xml"/>' % WML
         + ''.join('<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>' % (part, WML, kind) for part, kind in used)
         + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
           '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
           '</Types>'),
        ('_rels/.rels', HEAD + '<Relationships xmlns="%s/package/2006/relationships">' % OOXML
         + '<Relationship Id="rId1" Type="%s/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
           '<Relationship Id="rId2" Type="%s/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
           '<Relationship Id="rId3" Type="%s/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>'
           '</Relationships>' % (OOXML, OOXML, OOXML)),
        ('word/document.xml', HEAD + '<w:document %s><w:body>%s%s</w:body></w:document>' % (NS, body, section)),
        ('word/_rels/document.xml.rels', HEAD + '<Relationships xmlns="%s/package/2006/relationships">' % OOXML
         + ''.join('<Relationship Id="rId%d" Type="%s/officeDocument/2006/relationships/%s" Target="%s.xml"/>'
                   % (n, OOXML, kind, part) for n, (part, kind) in enumerate(used, 1)) + '</Relationships>'),
        ('word/styles.xml', STYLES),
        ('word/numbering.xml', NUMBERING),
        ('word/settings.xml', HEAD + '<w:settings %s><w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/></w:settings>' % NS),
        ('word/header1.xml', HEAD + '<w:hdr %s>%s</w:hdr>'
         % (NS, ''.join(paragraph(run(line), 'Sidhuvud') for line in head))),
        ('word/footer1.xml', FOOTER),
        ('docProps/core.xml', HEAD + '<cp:coreProperties xmlns:cp="%s/package/2006/metadata/core-properties" '
         'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
         'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
         '<dc:title>%s</dc:title><dc:creator>%s</dc:creator><cp:lastModifiedBy>%s</cp:lastModifiedBy>'
         % (OOXML, escape(title), escape(description['author']), escape(description['author']))
         + when % ('created', 'created') + when % ('modified', 'modified')
         + '<dc:language>sv-SE</dc:language></cp:coreProperties>'),
        ('docProps/app.xml', HEAD + '<Properties xmlns="%s/officeDocument/2006/extended-properties">'
         '<Application>Microsoft Office Word</Application><Company>%s</Company></Properties>'
         % (OOXML, escape('Skolinspektionen' if name.startswith('beslut')
                          else next(re.split(',', line)[0] for line in head if 'kommun' in line)))),
    ]
    if doc.comments:
        files.append(('word/comments.xml', HEAD + '<w:comments %s>%s</w:comments>' % (NS, ''.join(doc.comments))))
    return files


def write(path, files):
    with zipfile.ZipFile(path, 'w') as archive:
        for name, content in files:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, content.encode('utf-8'))


def main():
    if len(sys.argv) != 2:
        sys.exit('usage: make-samples-docx.py SAMPLES-FOLDER')
    for name, description in DOCUMENTS.items():
        base = os.path.join(sys.argv[1], name)
        with open(base + '.txt', encoding='utf-8') as file:
            text = file.read()
        write(base + '.docx', package(name, description, text))


if __name__ == '__main__':
    main()
