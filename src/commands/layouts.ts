import { counted } from '../lib/counted.ts';
import { printable } from '../lib/printable.ts';
import { exitCode, UsageError } from '../model/errors.ts';
import type { TaughtLayout } from '../model/taught.ts';
import type { ReextractReport } from '../pipeline/reextract.ts';
import { forgetLayout, keepLayouts, papersLike, rereadLike } from '../review/index.ts';
import { type KeptLayout, type Store, taughtLayouts } from '../store/index.ts';
import { layoutsToFile, readLayoutsFile } from '../taught/file.ts';
import { commandOf } from './command.ts';
import { printOrWrite, textOfFile } from './files.ts';
import { databaseOption, flag, numberOf, takes } from './options.ts';
import { printJson, tellRereading } from './print.ts';
import { limitOptions, limitsOf } from './reading-options.ts';
import { byOption, tellerOf } from './teller-options.ts';
import { changeStore } from './with-store.ts';

export const command = commandOf({
  name: 'layouts',
  help: `Examples:
  boardtrail layouts                              what people said of layouts, each with its number
  boardtrail layouts --export layouts.yaml        as a file to read, to keep and to send
  boardtrail layouts --import layouts.yaml        keep what a file says, and read the stored papers like it again
  boardtrail layouts --forget 3                   take one back, and read its papers as before

Usage: boardtrail layouts [OPTION…]

A layout is taught once, in "boardtrail serve" or by a file: what each of its columns or labels stands for, or that it is no
plan. It is known again by those columns or labels, whatever a file is called and whoever it is from, and outranks the
reader in every later run.
`,
  options: {
    export: takes('FILE write them to FILE (- for the screen)'),
    import: takes('FILE keep the layouts of FILE; each takes the place of one with the same labels'),
    forget: takes('N take back what the list gives the number N'),
    ...byOption,
    json: flag('print JSON'),
    ...databaseOption,
    ...limitOptions,
  },
  column: 22,
  instead: '--import',
  async run({ values }) {
    const asked = [values.export, values.import, values.forget].filter((option) => option !== undefined);
    if (asked.length > 1) throw new UsageError('layouts does one thing at a time: --export, --import or --forget');
    const told =
      values.import === undefined ? [] : readLayoutsFile(textOfFile(values.import, 'name another'), values.import);
    return changeStore(values.db, async (store) => {
      if (asked.length === 0 || values.export !== undefined) return list(store, values);
      const by = tellerOf(values);
      const changed =
        values.forget === undefined
          ? keepLayouts(store, told, by)
          : [forgetLayout(store, numberOf('--forget', values.forget, 1), by)];
      const report = await rereadLike(store, changed, { ...limitsOf(values), size: 2 });
      return tell(changed, report, values);
    });
  },
});

interface Wanted {
  readonly export?: string | undefined;
  readonly forget?: string | undefined;
  readonly json: boolean;
}

async function list(store: Store, { export: file, json }: Wanted): Promise<number> {
  const kept = taughtLayouts(store);
  if (file === undefined && json) printJson(kept);
  else if (file === undefined) {
    process.stdout.write(kept.map((layout) => describe(layout, papersLike(store, [layout]).length)).join('\n'));
    if (kept.length === 0) process.stderr.write('Nobody taught a layout yet; "boardtrail serve" has a page for it.\n');
  } else {
    const note = ` (${counted(kept.length, 'layout')})`;
    await printOrWrite(layoutsToFile(kept), file === '-' ? undefined : file, note, '--export');
  }
  return exitCode.well;
}

function describe({ id, form, isPlan, labels, who, at }: KeptLayout, papers: number): string {
  const head = `${id}  ${form}, in ${counted(papers, 'paper')}${isPlan ? '' : ', no plan'} (${who}, ${at.slice(0, 10)})`;
  const lines = isPlan ? labels.map(({ label, means }) => `     ${label}: ${means}`) : [`     ${namesOf(labels)}`];
  return `${[head, ...lines].map(printable).join('\n')}\n`;
}

const namesOf = (labels: TaughtLayout['labels']): string => labels.map(({ label }) => label).join(', ');

function tell(changed: readonly TaughtLayout[], report: ReextractReport, { forget, json }: Wanted): number {
  const { papers, changed: read } = report;
  const counts = { layouts: changed.length, papers, changed: read.length };
  const what = forget === undefined ? `${counted(changed.length, 'layout')} kept` : 'Forgotten';
  process.stdout.write(
    json
      ? `${JSON.stringify(counts, null, 2)}\n`
      : `${what}; ${counted(papers, 'paper')} read again, ${read.length} with another result.\n`,
  );
  return tellRereading(report);
}
