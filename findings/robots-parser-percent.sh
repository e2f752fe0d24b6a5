#!/bin/sh
# robots-parser 3.0.1 does not take %2D for "-", be it in a rule or in an address. RFC 9309, 2.2.2: a percent-encoded
# character that RFC 3986 does not reserve is compared as the character itself (its table: /foo/bar/%62%61%7A). Fails where
# the behaviour seen has changed.
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
  ['"-" in both', allows('User-agent: *\nDisallow: /board-papers/\n', '/board-papers/a.pdf')],
  ['"-" in the rule, %2D in the address', allows('User-agent: *\nDisallow: /board-papers/\n', '/board%2Dpapers/a.pdf')],
  ['%2D in the rule, "-" in the address', allows('User-agent: *\nDisallow: /board%2Dpapers/\n', '/board-papers/a.pdf')],
];
for (const [what, allowed] of seen) console.log(`${what}: ${allowed ? 'allowed' : 'forbidden'}`);
// By RFC 9309 all three are forbidden.
process.exit(JSON.stringify(seen.map(([, allowed]) => allowed)) === '[false,true,true]' ? 0 : 1);
JS
echo "robots-parser $(node -p "require('robots-parser/package.json').version"), Node.js $(node --version)"
node look.cjs
