/* Lays blocks (wizard/blocks.py) out as a Word file. Loaded, with the docx library, only when one is asked for. */
(globalThis.wizardMade ??= {}).docx = ({ docx: blocks }) => {
  const { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const levels = { title: HeadingLevel.TITLE, h1: HeadingLevel.HEADING_1, h2: HeadingLevel.HEADING_2 };
  const runs = (text) => [new TextRun(text)];
  const make = {
    li: ({ text, depth }) => new Paragraph({ children: runs(text), bullet: { level: depth } }),
    p: ({ text }) => new Paragraph({ children: runs(text), spacing: { after: 120 } }),
    table: ({ rows }) =>
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })),
      }),
  };
  const cell = (text) => new TableCell({ children: [new Paragraph(text)] });
  const heading = ({ kind, text }) => new Paragraph({ children: runs(text), heading: levels[kind] });
  const font = { ascii: "Calibri", hAnsi: "Calibri", eastAsia: "Microsoft YaHei" };
  const made = new Document({
    styles: { default: { document: { run: { font, size: 22 } } } },
    sections: [{ children: blocks.map((block) => (make[block.kind] ?? heading)(block)) }],
  });
  return Packer.toBlob(made);
};
