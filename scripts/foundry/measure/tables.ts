import { figuresOf, type ReadPaper } from './figures.ts';
import { printReliability } from './reliability.ts';

const columns = ['papers', 'mean', 'median', 'at 98', 'invented', 'lost', 'of values'];
const one = (number: number) => number.toFixed(1);

function row(name: string, read: readonly ReadPaper[]): string {
  const { papers, mean, median, at98, invented, losses, values } = figuresOf(read.map(({ score }) => score));
  return `| ${[name.padEnd(22), String(papers), one(mean), one(median), `${at98.toFixed(0)} %`, String(invented), String(losses), String(values)].join(' | ')} |`;
}

const dimensions: Readonly<Record<string, (paper: ReadPaper) => string>> = {
  form: ({ drawn }) => drawn.traits.form,
  format: ({ format }) => format,
  'labels set aside': ({ drawn }) => String(Math.min(4, drawn.traits.setAsideLabels)),
  'places of no field': ({ drawn }) => String(drawn.traits.foreign),
  grouping: ({ drawn }) => drawn.traits.grouping,
  status: ({ drawn }) => drawn.traits.status,
  findings: ({ drawn }) => drawn.traits.findings,
  references: ({ drawn }) => drawn.traits.refs,
  dates: ({ drawn }) => drawn.traits.dates,
  sections: ({ drawn }) => drawn.traits.sections,
  ruling: ({ drawn }) => drawn.traits.ruling,
};

/** Prints figures for all papers, by construction and by field, as Markdown; `verbose` names what differs. */
export function printTables(read: readonly ReadPaper[], verbose: boolean): void {
  const head = (name: string) =>
    `\n| ${[name.padEnd(22), ...columns].join(' | ')} |\n| --- |${columns.map(() => ' ---: |').join('')}`;
  const plans = read.filter(({ drawn }) => drawn.gold.entries.length > 0);
  const others = read.filter(({ drawn }) => drawn.gold.entries.length === 0);
  console.log(head('all'));
  console.log(row('with a plan', plans));
  console.log(row('without a plan', others));
  for (const [name, of] of Object.entries(dimensions)) {
    console.log(head(name));
    for (const [value, papers] of [...Map.groupBy(name === 'form' ? read : plans, of)].toSorted(([a], [b]) =>
      a.localeCompare(b),
    ))
      console.log(row(value, papers));
  }
  printFields(read);
  printPaperFields(read);
  const alarms = others.filter(({ score }) => score.alarms.length > 0);
  console.log(`\nfalse alarms in ${alarms.length} of ${others.length} papers without a plan`);
  const judged = read.flatMap(({ score }) => score.judged);
  printReliability(judged, [...Map.groupBy(judged, ({ field }) => field)]);
  if (verbose) printDifferences(read);
}

function printFields(read: readonly ReadPaper[]): void {
  console.log('\n| field | right | wrong | missed |\n| --- | ---: | ---: | ---: |');
  for (const field of Object.keys(read[0]?.score.byField ?? {})) {
    const sum = (key: 'right' | 'wrong' | 'missed') =>
      read.reduce((total, { score }) => total + (score.byField[field]?.[key] ?? 0), 0);
    console.log(`| ${field} | ${sum('right')} | ${sum('wrong')} | ${sum('missed')} |`);
  }
}

function printPaperFields(read: readonly ReadPaper[]): void {
  console.log('\n| of the paper | right | of |\n| --- | ---: | ---: |');
  const all = Object.groupBy(
    read.flatMap(({ score }) => Object.entries(score.paper)),
    ([name]) => name,
  );
  for (const [name, judged = []] of Object.entries(all)) {
    console.log(`| ${name} | ${judged.filter(([, right]) => right).length} | ${judged.length} |`);
  }
}

function printDifferences(read: readonly ReadPaper[]): void {
  for (const { drawn, format, score } of read.filter((paper) => paper.score.f1 < 0.98)) {
    console.log(
      `\nseed ${drawn.seed} ${format} ${drawn.traits.form} ${one(100 * score.f1)}, invented ${score.invented}, lost ${score.losses.length}`,
    );
    for (const { field, entry, want, have } of score.differences.slice(0, 8))
      console.log(`  ${field} #${entry ?? '?'}\n    want ${JSON.stringify(want)}\n    have ${JSON.stringify(have)}`);
  }
}
