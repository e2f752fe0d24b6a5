#!/bin/sh
# mammoth 1.13.0: words that Word shows with two lines through them, or strikes by a character style, come out as plain
# words; no message says that anything is struck.
#
# w:strike in a run becomes <s>. w:dstrike ("double strikethrough" in Word's font dialogue), and w:strike in the character
# style that a run has, are formatting of the same kind (ECMA-376 part 1, 17.3.2.9 and 17.7.2): a reader sees an old date
# crossed out. mammoth's HTML has "May 2025" beside "June 2025" as if both held. The only message is that the style's name
# has no mapping, as for any style of one's own.
# Exits 0 where this is still so, 1 where it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund mammoth@1.13.0 docx@9.15.2 >/dev/null
cat > show.mjs <<'JS'
import { Document, Packer, Paragraph, TextRun } from 'docx';
import mammoth from 'mammoth';

const line = (old) => new Paragraph({ children: [new TextRun(old), new TextRun(' June 2025')] });
const document = new Document({
  styles: { characterStyles: [{ id: 'Old', name: 'Old', run: { strike: true } }] },
  sections: [
    {
      children: [
        line({ text: 'May 2025', strike: true }),
        line({ text: 'May 2025', doubleStrike: true }),
        line({ text: 'May 2025', style: 'Old' }),
      ],
    },
  ],
});
const { value, messages } = await mammoth.convertToHtml({ buffer: await Packer.toBuffer(document) });
console.log(value);
console.log('messages:', JSON.stringify(messages));
const expected = '<p><s>May 2025</s> June 2025</p><p>May 2025 June 2025</p><p>May 2025 June 2025</p>';
const aboutStrikes = messages.filter(({ message }) => /strike/i.test(message));
if (value !== expected || aboutStrikes.length > 0) process.exit(1);
JS
node --version
node show.mjs || { echo 'mammoth behaves otherwise now'; exit 1; }
