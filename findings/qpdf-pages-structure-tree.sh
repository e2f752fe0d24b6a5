#!/bin/sh
# qpdf takes pages out of a tagged PDF and leaves the whole structure tree in it. Marked-content references to pages that
# are gone lose their page (/Pg is left out), and by ISO 32000-1, 14.7.4.2 they then mean the page of the structure
# element they stand in: content of the page that was kept is claimed by two or more elements. Readers that walk the
# tree of the page, as pdf.js's getStructTree does, give it twice.
# Seen with qpdf 11.3.0 (Debian 12), Chromium 156, pdfjs-dist 6.5.438 on Node 24.
# Needs: qpdf, chromium, npm. Exits 1 where the behaviour is another one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
qpdf --version | head -n 1
chromium --version

{
  printf '<html><head><title>Plan</title><style>@page { size: A5 }</style></head><body><h1>Plan</h1><table><thead><tr><th>Ref</th><th>Progress</th></tr></thead>'
  for row in $(seq 1 60); do printf '<tr><td>R%s</td><td>Progress of part %s</td></tr>' "$row" "$row"; done
  printf '</table></body></html>'
} > plan.html
chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --user-data-dir="$folder/profile" \
  --no-pdf-header-footer --print-to-pdf=whole.pdf "file://$folder/plan.html" 2> /dev/null
qpdf whole.pdf --pages . 1 -- first.pdf
qpdf --check first.pdf > /dev/null

npm init -y > /dev/null
npm install --silent --no-audit --no-fund pdfjs-dist@6.5.438
cat > ids.mjs <<'END'
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const twice = async (file) => {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const ids = [];
  const walk = (node) => (node.children ?? []).forEach((child) => (child.type === 'content' ? ids.push(child.id) : walk(child)));
  walk(await (await document.getPage(1)).getStructTree());
  await document.loadingTask.destroy();
  return ids.filter((id, index) => ids.indexOf(id) !== index).length;
};
const [whole, first] = [await twice('whole.pdf'), await twice('first.pdf')];
console.log(`content that the tree of page 1 names again: ${whole} in the whole file, ${first} in its first page alone`);
process.exit(whole === 0 && first > 0 ? 0 : 1);
END
node ids.mjs
