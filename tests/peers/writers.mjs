// writers - a content, as writers.py describes it, as a Word file by docx.
import { readFileSync, writeFileSync } from "node:fs";
import * as docx from "docx";

const [from, to] = process.argv.slice(2);
const blocks = JSON.parse(readFileSync(from, "utf8"));
const footnotes = {};

function paragraph(block) {
  const children = [new docx.TextRun(block.text)];
  if (block.note) {
    const id = Object.keys(footnotes).length + 1;
    footnotes[id] = { children: [new docx.Paragraph(block.note)] };
    children.push(new docx.FootnoteReferenceRun(id));
  }
  return new docx.Paragraph({
    children,
    heading: block.heading && docx.HeadingLevel[`HEADING_${block.heading}`],
    bullet: block.item ? { level: 0 } : undefined,
  });
}

function table(rows) {
  return new docx.Table({
    rows: rows.map((cells) => new docx.TableRow({
      children: cells.map((cell) => new docx.TableCell({
        children: cell.blocks.map(write),
        columnSpan: cell.columns,
        rowSpan: cell.rows,
      })),
    })),
  });
}

function write(block) {
  return block.table ? table(block.table) : paragraph(block);
}

const children = blocks.map(write);
const file = new docx.Document({ sections: [{ children }], footnotes });
writeFileSync(to, await docx.Packer.toBuffer(file));
