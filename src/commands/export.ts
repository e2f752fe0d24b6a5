import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Exporter, ExportOptions } from '../export/exporter.ts';
import { blocks } from '../export/exporter.ts';
import { gold } from '../export/gold.ts';
import { exporters } from '../export/index.ts';
import { meant } from '../lib/nearest.ts';
import { codeOf } from '../lib/reason.ts';
import { UsageError } from '../model/errors.ts';
import type { ExportSource } from '../model/stored.ts';
import { exportSource } from '../store/index.ts';
import { commandOf } from './command.ts';
import { writeWhole } from './files.ts';
import { filterOf, filterOptions, tellPastDay } from './filter.ts';
import { tellUnsure } from './left-out.ts';
import { databaseOption, flag, takes } from './options.ts';
import { tellUnmatched } from './unmatched.ts';
import { readStore } from './with-store.ts';

export const command = commandOf({
  name: 'export',
  help: `Examples:
  boardtrail export --format xlsx --out plans.xlsx       a workbook: every entry in its latest state, and all else
  boardtrail export --format csv --out tables/           every table as a CSV file, with metadata
  boardtrail export --format csv --service essex         the entries of one service, printed
  boardtrail export --format json --as-of 2021-03-31 --out march.json

Usage: boardtrail export --format FORMAT [OPTION…]
`,
  options: {
    format: takes(`FORMAT one of
${exporters.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`).join('\n')}`),
    out: takes('PATH a file, or a folder for formats of several files; without it the main file is printed'),
    'base-url': takes(
      'URL where the papers’ files are published: links lead there; without it they are names of files alone',
    ),
    excel: flag('begin CSV files with a byte order mark, by which Excel knows them for UTF-8'),
    ...filterOptions,
    ...databaseOption,
  },
  notes: `In CSV files a text that a spreadsheet might take for a formula, or that begins with an apostrophe, has an apostrophe
put before it; take one leading apostrophe off to have the paper's words.
`,
  instead: '--out',
  async run({ values }) {
    const names = exporters.map(({ name }) => name);
    const all = names.join(', ');
    const exporter = exporters.find(({ name }) => name === values.format);
    if (values.format === undefined) throw new UsageError(`export needs --format, one of ${all}`);
    if (exporter === undefined)
      throw new UsageError(`there is no format "${values.format}"${meant(values.format, names)}; there is ${all}`);
    const filter = filterOf(values);
    await readStore(values.db, async (store) => {
      const order = {
        source: exportSource(store, filter, values['base-url'] ?? null),
        options: { byteOrderMark: values.excel },
      };
      tellUnmatched(store, filter);
      tellPastDay(filter);
      if (filter.asOf !== undefined || filter.since !== undefined) tellUnsure(store, filter);
      if (exporter.name === gold.name && !isAnySaid(order.source))
        process.stderr.write(
          'Nothing is exported: no value of these papers was corrected or accepted yet; "boardtrail fix --help" says how.\n',
        );
      if (values.out === undefined) await print(exporter, order);
      else await save(exporter, order, values.out);
    });
  },
});

/** True where somebody said something of one of its papers. */
function isAnySaid(source: ExportSource): boolean {
  for (const { id } of source.papers()) if (source.said(id).length > 0) return true;
  return false;
}

/** What is to be exported, and how. */
interface Order {
  readonly source: ExportSource;
  readonly options: ExportOptions;
}

async function print({ name, text, files: [main] }: Exporter, order: Order): Promise<void> {
  if (!text) throw new UsageError(`${name} is not text and cannot be printed; name a file with --out`);
  try {
    await pipeline(Readable.from(blocks(main, order.source, order.options)), process.stdout, { end: false });
  } catch (error) {
    // Whoever read the output has had enough (`| head`).
    if (codeOf(error) !== 'EPIPE') throw error;
  }
}

async function save({ files }: Exporter, order: Order, out: string): Promise<void> {
  const [main] = files;
  const mainAlone = path.extname(out) === path.extname(main.name) && !(await isFolder(out));
  if (mainAlone || files.length === 1) {
    const target = (await isFolder(out)) ? path.join(out, main.name) : out;
    await writeWhole(target, blocks(main, order.source, order.options));
    process.stderr.write(`Written: ${target}\n`);
    return;
  }
  for (const file of files) await writeWhole(path.join(out, file.name), blocks(file, order.source, order.options));
  process.stderr.write(`Written to ${out}: ${files.map(({ name }) => name).join(', ')}\n`);
}

async function isFolder(out: string): Promise<boolean> {
  const found = await stat(out).catch(() => null);
  return found?.isDirectory() ?? out.endsWith(path.sep);
}
