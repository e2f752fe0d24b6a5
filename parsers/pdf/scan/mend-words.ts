import { type Issue, issueOf } from '../../../src/model/issue.ts';
import type { TextRun } from '../page/page-content.ts';
import type { SourcePage } from '../page/source-page.ts';

/** Scanned pages whose references were mended, and what to tell of that. */
export interface Mended {
  readonly pages: readonly SourcePage[];
  readonly issues: readonly Issue[];
}

/**
 * Letters that look alike to the engine are told apart by the paper's own references: `AFl 1` is `AFI 1` where the paper
 * has `AFI 3`, and `AFI l` is `AFI 1`. Only what stands as a reference does, capitals before a number, is touched.
 */
export function mendReferences(pages: readonly SourcePage[]): Mended {
  if (pages.every(({ words }) => words === null)) return { pages, issues: [] };
  const known = new Set(pages.flatMap(({ content }) => prefixesOf(content.runs)));
  const issues: Issue[] = [];
  const mended = pages.map((page): SourcePage => {
    if (page.words === null) return page;
    const { runs, number } = page.content;
    const texts = runs.map((run) => mendedText(run, runs, known));
    const changed = runs.filter((run, index) => run.text !== texts[index]);
    if (changed.length === 0) return page;
    issues.push(
      mendedIssue(
        changed,
        texts.filter((text, index) => text !== runs[index]?.text),
        number,
      ),
    );
    return {
      ...page,
      content: { ...page.content, runs: runs.map((run, index) => ({ ...run, text: texts[index] ?? run.text })) },
    };
  });
  return { pages: mended, issues };
}

/** Capitals before a number. */
const prefixesOf = (runs: readonly TextRun[]): readonly string[] =>
  runs
    .filter(
      (run) => /^\p{Lu}{2,5}$/u.test(run.text) && runs.some((other) => isNumber(other.text) && follows(run, other)),
    )
    .map(({ text }) => text);

/** True for what stands right behind a word on its line, or right under its beginning as in a narrow cell. */
function follows(run: TextRun, next: TextRun): boolean {
  const gap = next.box[0] - run.box[2];
  const down = next.baseline - run.baseline;
  const beside = Math.abs(down) < 0.4 * run.size && gap > -0.2 * run.size && gap < run.size;
  const under = Math.abs(next.box[0] - run.box[0]) < 0.5 * run.size && down > 0.6 * run.size && down < 2 * run.size;
  return beside || under;
}

const isNumber = (text: string): boolean => /^\d{1,3}(?:\.\d{1,2})?[.:)]?$/.test(text);
/** A number that the engine may have taken for letters. */
const mayBeNumber = (text: string): boolean => /^[\dlI|O]{1,3}[.:)]?$/.test(text);
const asCapitals = (text: string): string => text.replaceAll(/[l|1]/g, 'I').replaceAll('0', 'O');
const asDigits = (text: string): string => text.replaceAll(/[lI|]/g, '1').replaceAll('O', '0');

function mendedText(run: TextRun, runs: readonly TextRun[], known: ReadonlySet<string>): string {
  const { text } = run;
  const capitals = asCapitals(text);
  if (/^\p{Lu}/u.test(text) && known.has(capitals)) {
    if (capitals === text || !runs.some((next) => mayBeNumber(next.text) && follows(run, next))) return text;
    return capitals;
  }
  if (!mayBeNumber(text) || isNumber(text)) return text;
  const behind = runs.some((before) => known.has(asCapitals(before.text)) && follows(before, run));
  return behind ? asDigits(text) : text;
}

function mendedIssue(before: readonly TextRun[], after: readonly string[], number: number): Issue {
  const pairs = new Set(before.map((run, index) => `"${run.text}" as "${after[index]}"`));
  return issueOf(
    'pdf/ocr-mended',
    `on the scanned page ${number} ${[...pairs].join(', ')} was read as the paper's other references are written; check them against the page`,
    { path: `page/${number}`, page: number },
  );
}
