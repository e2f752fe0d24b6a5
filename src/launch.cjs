#!/usr/bin/env node
'use strict';
// Starts the command line from any folder and on any Node: a newer one is looked for where this project keeps its own,
// and where there is none one line says what to do. Written for Nodes that know nothing of modules' newer forms.
const fs = require('node:fs');
const path = require('node:path');

/** The oldest that runs the project; "engines" in package.json says the same. */
const oldest = 24;

const cli = path.join(__dirname, fs.existsSync(path.join(__dirname, 'cli.ts')) ? 'cli.ts' : 'cli.js');
const own = path.join(__dirname, '../node_modules/node/bin/node');

if (Number(process.versions.node.split('.')[0]) >= oldest) {
  import(require('node:url').pathToFileURL(cli).href);
} else if (fs.existsSync(own)) {
  const run = require('node:child_process').spawnSync(own, [cli].concat(process.argv.slice(2)), { stdio: 'inherit' });
  process.exitCode = run.status === null ? 1 : run.status;
} else {
  process.stderr.write(
    `boardtrail: it needs Node.js ${oldest} or newer, and this is ${process.versions.node}; install one from https://nodejs.org\n`,
  );
  process.exitCode = 1;
}
