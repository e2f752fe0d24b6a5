import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/model/errors.ts';
import { loadFile } from '../../src/pipeline/load.ts';
import { walk } from '../../src/pipeline/walk.ts';
import { temporaryFolder } from '../support/database.ts';

/** A folder with files of the given names, each holding its name. */
function folderOf(...names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), name);
  }
  return folder;
}

const namesIn = (folder: string, ...paths: readonly string[]) => {
  const found = walk(paths.length === 0 ? [folder] : paths.map((name) => path.join(folder, name)));
  return {
    files: found.files.map(({ address }) => path.relative(folder, address)),
    unread: found.unread.map(({ address, issue }) => `${path.relative(folder, address)} ${issue.code}`),
    litter: found.litter,
  };
};

test('files come in one order, whatever the order of the paths, and once', () => {
  const folder = folderOf('b/2.pdf', 'b/10.pdf', 'a.txt', 'B/x.html', 'é.docx');
  const all = { files: ['B/x.html', 'a.txt', 'b/10.pdf', 'b/2.pdf', 'é.docx'], unread: [], litter: 0 };
  expect(namesIn(folder)).toEqual(all);
  expect(namesIn(folder, 'é.docx', 'b/2.pdf', 'b', '.', 'a.txt')).toEqual(all);
});

test('hidden files and litter are passed over and counted, unless named', () => {
  const folder = folderOf('a.pdf', '.DS_Store', '.git/config', '~$paper.docx', 'Thumbs.db', 'half.pdf.crdownload');
  expect(namesIn(folder)).toEqual({ files: ['a.pdf'], unread: [], litter: 5 });
  expect(namesIn(folder, '.git', 'Thumbs.db').files).toEqual(['.git/config', 'Thumbs.db']);
});

test('links are followed, and a circle of links is walked once', () => {
  const folder = folderOf('a/one.pdf', 'z/two.pdf');
  symlinkSync('.', path.join(folder, 'a/self'));
  symlinkSync(folder, path.join(folder, 'a/up'));
  symlinkSync('one.pdf', path.join(folder, 'a/link.pdf'));
  symlinkSync('endless', path.join(folder, 'endless'));
  symlinkSync('nowhere.pdf', path.join(folder, 'lost.pdf'));
  const { files, unread } = namesIn(folder);
  expect(files).toEqual(['a/link.pdf', 'a/one.pdf', 'z/two.pdf']);
  expect(unread).toEqual(['endless file/unreadable', 'lost.pdf file/broken-link']);
});

test('a path that is not there is a mistake in the call', () => {
  expect(() => walk(['/no/such/folder'])).toThrow(new UsageError('there is no file or folder /no/such/folder'));
});

test('odd names are shown as they are, in bytes where they are no text, and are read', async () => {
  const folder = temporaryFolder();
  const names = ['new\nline.pdf', 'it\'s "so".pdf', '📄.pdf', '-rf', ' ', 'x'.repeat(255), '*?.pdf'];
  for (const name of names) writeFileSync(path.join(folder, name), name);
  const latin = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('é.pdf')]);
  writeFileSync(latin, 'latin');
  const { files } = walk([folder]);
  const shown = files.map(({ address }) => path.relative(folder, address));
  expect(shown.sort()).toEqual([...names, 'caf\\xe9é.pdf'].sort());
  const loaded = await Promise.all(files.map((file) => loadFile(file, 1000)));
  expect(loaded.map((file) => 'sha256' in file)).toEqual(files.map(() => true));
});

test('what is no file is named, and nobody waits for it', () => {
  const folder = folderOf('a.pdf');
  expect(spawnSync('mkfifo', [path.join(folder, 'pipe')]).status).toBe(0);
  expect(namesIn(folder)).toEqual({ files: ['a.pdf'], unread: ['pipe file/not-a-file'], litter: 0 });
  expect(walk(['/dev/zero']).unread[0]?.issue.code).toBe('file/not-a-file');
});

const found = (file: string) => ({ address: file, handle: Buffer.from(file), size: 0 });
const codeOf = async (file: string, maxSize = 1000) => {
  const loaded = await loadFile(found(file), maxSize);
  return 'code' in loaded ? loaded.code : loaded.sha256;
};

test('bytes are read whole, up to the limit', async () => {
  const folder = folderOf('abc');
  const file = path.join(folder, 'abc');
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await codeOf(file)).toBe(abc);
  expect(await codeOf(file, 3)).toBe(abc);
  expect(await codeOf(file, 2)).toBe('file/too-large');
  truncateSync(file, 2 ** 40);
  const large = await loadFile(found(file), 2_500_000);
  expect(large).toMatchObject({ message: expect.stringMatching(/1099512 MB, more than the 2\.5 MB .*--max-size/) });
});

test('what happened to a file since it was found is told', async () => {
  const folder = folderOf('gone.pdf', 'pipe', 'folder');
  for (const name of ['gone.pdf', 'pipe', 'folder']) rmSync(path.join(folder, name));
  spawnSync('mkfifo', [path.join(folder, 'pipe')]);
  mkdirSync(path.join(folder, 'folder'));
  expect(await codeOf(path.join(folder, 'gone.pdf'))).toBe('file/vanished');
  expect(await codeOf(path.join(folder, 'pipe'))).toBe('file/not-a-file');
  expect(await codeOf(path.join(folder, 'folder'))).toBe('file/not-a-file');
});

test('a file that grows while it is read is no paper yet', async () => {
  const file = path.join(temporaryFolder(), 'growing.txt');
  writeFileSync(file, '');
  const writer = spawn('sh', ['-c', `while :; do echo more words >> '${file}'; done`]);
  try {
    await expect.poll(() => codeOf(file, 1_000_000_000), { interval: 1, timeout: 30_000 }).toBe('file/changing');
  } finally {
    writer.kill('SIGKILL');
  }
});

test.skipIf(process.platform !== 'linux')('a file whose device refuses is named with its reason', async () => {
  const refused = await loadFile(found('/proc/self/mem'), 1000);
  expect(refused).toMatchObject({ code: 'file/unreadable', message: expect.stringContaining('i/o error') });
});
