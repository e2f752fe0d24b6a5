/**
 * Makes the papers of fixtures/papers and fixtures/forms from the pages of fixtures/sources, in the forms that
 * test/truth names for each. Makes what is missing; with names, those papers anew.
 *   node scripts/print-papers.ts [NAME…]
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FixturePaper, type Form, fixturePapers, sourcePath } from '../test/support/fixture-papers.ts';
import { type Producer, printHtml } from '../test/support/print.ts';

const again = new Set(process.argv.slice(2));

for (const paper of fixturePapers()) {
  for (const { form, path: file } of paper.files) {
    if (!existsSync(sourcePath(paper.name)) || file === sourcePath(paper.name)) continue;
    if (existsSync(file) && !again.has(paper.name)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    await make(paper, form, file);
    console.error(path.relative(process.cwd(), file));
  }
}

async function make({ name }: FixturePaper, form: Form, file: string): Promise<void> {
  if (form === 'html') copyFileSync(sourcePath(name), file);
  else if (form === 'docx') toWord(sourcePath(name), file);
  else {
    const producer = form.replace(/\.pdf$/, '') as Producer;
    writeFileSync(file, await printHtml(readFileSync(sourcePath(name), 'utf8'), producer));
  }
}

function toWord(page: string, file: string): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'boardtrail-word-'));
  const filters = ['--infilter=HTML (StarWriter)', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder];
  const { status, stderr } = spawnSync(
    'soffice',
    [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...filters, page],
    { encoding: 'utf8', timeout: 100_000 },
  );
  if (status !== 0) throw new Error(`LibreOffice could not make ${file}: ${stderr}`);
  copyFileSync(path.join(folder, `${path.basename(page, '.html')}.docx`), file);
  rmSync(folder, { recursive: true, force: true });
}
