#!/bin/sh
# Ghostscript's pdfwrite draws the blank between two words of groff's output as the character spacing of a string of two
# letters, the last of one word and the first of the next: `2.78 Tc (eo) Tj`, then the pen goes back by as much. On paper a
# reader sees "fire officers". By ISO 32000-1, 9.3.2 the spacing stands behind each of the two glyphs. pypdf puts the blank
# one letter too late, pdfplumber leaves it out; poppler's pdftotext and pdf.js have it where it is seen.
# Seen with pypdf 6.19.0 and pdfplumber 0.11.10 on Python 3.11, pdftotext 22.12.0 (Debian 12), pdfjs-dist 6.5.438 on Node 24.
# Needs: python3 with venv, poppler-utils, node, npm. Exits 1 where the behaviour is another one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > write.py <<'END'
content = b'BT /F1 10 Tf 40 100 Td (fir) Tj 8.33 0 Td 2.78 Tc (eo) Tj 13.9 0 Td 0 Tc (fficers) Tj ET'
objects = [
    b'<< /Type /Catalog /Pages 2 0 R >>',
    b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R'
    b' /Resources << /Font << /F1 5 0 R >> >> >>',
    b'<< /Length %d >>\nstream\n%s\nendstream' % (len(content), content),
    b'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
]
out, offsets = b'%PDF-1.4\n', []
for number, body in enumerate(objects, 1):
    offsets.append(len(out))
    out += b'%d 0 obj\n%s\nendobj\n' % (number, body)
table = b'xref\n0 6\n0000000000 65535 f \n' + b''.join(b'%010d 00000 n \n' % at for at in offsets)
trailer = b'trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' % len(out)
open('page.pdf', 'wb').write(out + table + trailer)
END
python3 write.py

python3 -m venv python
python/bin/pip install --quiet pypdf==6.19.0 pdfplumber==0.11.10
cat > read.py <<'END'
import pdfplumber, pypdf
print(pypdf.PdfReader('page.pdf').pages[0].extract_text().strip())
with pdfplumber.open('page.pdf') as paper:
    print(paper.pages[0].extract_text().strip())
END
npm init -y > /dev/null
npm install --silent --no-audit --no-fund pdfjs-dist@6.5.438
cat > read.mjs <<'END'
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const task = getDocument({ data: new Uint8Array(readFileSync('page.pdf')), verbosity: 0 });
const { items } = await (await (await task.promise).getPage(1)).getTextContent();
console.log(items.map(({ str }) => str).join(''));
await task.destroy();
END
{ pdftotext page.pdf - | head -n 1; node read.mjs; python/bin/python read.py; } > seen.txt
paste -d ' ' - seen.txt <<'END'
pdftotext: 
pdf.js:    
pypdf:     
pdfplumber:
END
printf 'fire officers\nfire officers\nfireo fficers\nfireofficers\n' | cmp -s - seen.txt
