#!/bin/sh
# mammoth 1.13.0: extractRawText leaves out line breaks, so the words on both sides of one run together.
#
# A Word paragraph may hold a line break (w:br, what Shift+Enter makes): "Progress to date", break, "Two inspectors
# recruited". convertToHtml gives the break as <br />; extractRawText gives "Progress to dateTwo inspectors recruited",
# though it parts paragraphs by two new lines and keeps tabs. The README says that all formatting is ignored; that words
# are joined it does not say. Whoever needs the words of a .docx takes them from the HTML.
# Exits 0 where this is still so, 1 where it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund mammoth@1.13.0 docx@9.15.2 >/dev/null
cat > show.mjs <<'JS'
import { Document, Packer, Paragraph, Tab, TextRun } from 'docx';
import mammoth from 'mammoth';

const children = [
  new Paragraph({ children: [new TextRun('Progress to date'), new TextRun({ text: 'Two inspectors recruited', break: 1 })] }),
  new Paragraph({ children: [new TextRun({ children: ['Lead', new Tab(), 'Head of Protection'] })] }),
];
const buffer = await Packer.toBuffer(new Document({ sections: [{ children }] }));
const text = (await mammoth.extractRawText({ buffer })).value;
const html = (await mammoth.convertToHtml({ buffer })).value;
console.log('extractRawText:', JSON.stringify(text));
console.log('convertToHtml: ', JSON.stringify(html));
const same = text.startsWith('Progress to dateTwo inspectors') && html.includes('date<br />Two') && text.includes('Lead\tHead');
if (!same) process.exit(1);
JS
node --version
node show.mjs || { echo 'mammoth behaves otherwise now'; exit 1; }
