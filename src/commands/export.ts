import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Exporter, ExportFile } from '../export/exporter.ts';
import { exporters } from '../export/index.ts';
import { UsageError } from '../model/errors.ts';
import type { ExportSource } from '../model/stored.ts';
import { exportSource, openStoreToRead } from '../store/index.ts';
import type { Command } from './command.ts';
import { defaultDatabase, readArgs } from './options.ts';

const help = `Examples:
  boardtrail export --format csv --out tables/         every table as a CSV file
  boardtrail export --format csv --out entries.csv     the entries alone
  boardtrail export --format json > boardtrail.json    everything as one JSON object

Usage: boardtrail export --format FORMAT [OPTION…]

Options:
  --format FORMAT   one of
${exporters.map(({ name, summary }) => `                      ${name.padEnd(6)} ${summary}`).join('\n')}
  --out PATH        a file, or a folder for formats of several files; without it the main file is printed
  --db FILE         the database (default ${defaultDatabase})
`;

export const exportCommand: Command = {
  name: 'export',
  summary: 'write what is stored as JSON or CSV',
  help,
  async run(args) {
    const { values, positionals } = readArgs('export', args, {
      format: { type: 'string' },
      out: { type: 'string' },
      db: { type: 'string', default: defaultDatabase },
    });
    if (positionals.length > 0) throw new UsageError(`export takes no files: "${positionals[0]}"; see --out`);
    const names = exporters.map(({ name }) => name).join(', ');
    const exporter = exporters.find(({ name }) => name === values.format);
    if (values.format === undefined) throw new UsageError(`export needs --format, one of ${names}`);
    if (exporter === undefined) throw new UsageError(`there is no format "${values.format}"; there is ${names}`);
    const store = openStoreToRead(values.db);
    try {
      if (values.out === undefined) await print(exporter, exportSource(store));
      else await save(exporter, exportSource(store), values.out);
    } finally {
      store.close();
    }
    return 0;
  },
};

async function print({ name, text, files: [main] }: Exporter, source: ExportSource): Promise<void> {
  if (!text) throw new UsageError(`${name} is not text and cannot be printed; name a file with --out`);
  try {
    await pipeline(Readable.from(blocks(main, source)), process.stdout, { end: false });
  } catch (error) {
    // Whoever read the output has had enough (`| head`).
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

async function save({ files }: Exporter, source: ExportSource, out: string): Promise<void> {
  const [main] = files;
  const mainAlone = path.extname(out) === path.extname(main.name) && !(await isFolder(out));
  if (mainAlone || files.length === 1) {
    const target = (await isFolder(out)) ? path.join(out, main.name) : out;
    await saveFile(main, source, target);
    process.stderr.write(`Written: ${target}\n`);
    return;
  }
  for (const file of files) await saveFile(file, source, path.join(out, file.name));
  process.stderr.write(`Written to ${out}: ${files.map(({ name }) => name).join(', ')}\n`);
}

/** The file is whole or not there: it gets its name when it is finished. */
async function saveFile(file: ExportFile, source: ExportSource, target: string): Promise<void> {
  const unfinished = `${target}.${process.pid}.part`;
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(Readable.from(blocks(file, source)), createWriteStream(unfinished));
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof Error && 'syscall' in error) {
      throw new UsageError(`${target} cannot be written (${error.message}); name another place with --out`);
    }
    throw error;
  }
}

async function isFolder(out: string): Promise<boolean> {
  const found = await stat(out).catch(() => null);
  return found?.isDirectory() ?? out.endsWith(path.sep);
}

const blockLength = 1 << 16;

/** Pieces put together to blocks worth a write. */
async function* blocks(file: ExportFile, source: ExportSource): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let text = '';
  let length = 0;
  for await (const piece of file.pieces(source)) {
    if (typeof piece === 'string') text += piece;
    else {
      waiting.push(Buffer.from(text), piece);
      text = '';
    }
    length += piece.length;
    if (length >= blockLength) {
      yield Buffer.concat([...waiting, Buffer.from(text)]);
      waiting = [];
      text = '';
      length = 0;
    }
  }
  yield Buffer.concat([...waiting, Buffer.from(text)]);
}
