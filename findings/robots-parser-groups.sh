#!/bin/sh
# robots-parser 3.0.1 ends a group of user agents at any other line between two User-agent lines. RFC 9309: only an allow or
# disallow line ends the agents of a group (2.2.1), and other records must not interfere with that (2.2.4). A crawler that
# trusts it asks for addresses that the site asks it to leave alone. Fails where the behaviour seen has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund robots-parser@3.0.1
cat >look.cjs <<'JS'
const robotsParser = require('robots-parser');
const allows = (text, path) => robotsParser('https://board.test/robots.txt', text).isAllowed(`https://board.test${path}`, 'reader');
const seen = [
  ['agents one after another', allows('User-agent: reader\nUser-agent: other\nDisallow: /documents/\n', '/documents/a.pdf')],
  ['Sitemap between them', allows('User-agent: reader\nSitemap: https://board.test/s.xml\nUser-agent: other\nDisallow: /documents/\n', '/documents/a.pdf')],
  ['Crawl-delay between them', allows('User-agent: reader\nCrawl-delay: 5\nUser-agent: other\nDisallow: /documents/\n', '/documents/a.pdf')],
];
for (const [what, allowed] of seen) console.log(`${what}: ${allowed ? 'allowed' : 'forbidden'}`);
// By RFC 9309 all three are forbidden.
process.exit(JSON.stringify(seen.map(([, allowed]) => allowed)) === '[false,true,true]' ? 0 : 1);
JS
echo "robots-parser $(node -p "require('robots-parser/package.json').version"), Node.js $(node --version)"
node look.cjs
