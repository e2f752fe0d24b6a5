import { readdirSync, readFileSync } from 'node:fs';
import type { TruePaper } from './examples.ts';
import type { TrueEntry } from './truth.ts';

const papers = 'fixtures/papers';
const truths = 'test/truth';

const withoutPlans = 'fixtures/no-plan';

/** The documents among the fixtures that hold no plan. */
export const fixturesWithoutPlans = (): readonly TruePaper[] =>
  readdirSync(withoutPlans).map((file) => ({
    name: file,
    bytes: readFileSync(`${withoutPlans}/${file}`),
    entries: [],
  }));

/** The papers among the fixtures whose truth was typed from their pages, in each form that is there. */
export function fixturePapers(): readonly TruePaper[] {
  const files = readdirSync(papers);
  return readdirSync(truths).flatMap((truth) => {
    const { entries } = JSON.parse(readFileSync(`${truths}/${truth}`, 'utf8')) as {
      readonly entries: readonly TrueEntry[];
    };
    const name = truth.replace(/json$/, '');
    return files
      .filter((file) => file.startsWith(name))
      .map((file) => ({ name: file, bytes: readFileSync(`${papers}/${file}`), entries }));
  });
}
