import { type Issue, issueOf } from '../../src/model/issue.ts';
import type { Place } from '../../src/model/place.ts';
import type { RawValue } from '../../src/model/raw.ts';

const longestQuote = 160;

/** The issue for text inside a plan that fits no field: its words and where they stand. */
export function textNotPlaced({ text, places }: RawValue): Issue {
  return issueOf(
    'layout/text-not-placed',
    `Text inside a plan that belongs to no entry: "${quoted(text)}"`,
    places[0] ?? null,
  );
}

/** The issue for words in a row of a plan that belong to no entry: the paper was read only in part. */
export function rowsNotRead({ text, places }: RawValue): Issue {
  return issueOf(
    'layout/row-not-read',
    `A row of the plan was not understood, so no entry has its words: "${quoted(text)}"`,
    places[0] ?? null,
  );
}

/** The issue for a column of a plan that no field stands for. */
export function unknownColumn(label: string, place: Place | null, kept = 'words'): Issue {
  return issueOf(
    'layout/unknown-column',
    `The column "${label}" stands for no field; its ${kept} are kept under that name in "extra".`,
    place,
  );
}

/** The issue for a table of findings whose columns no layout knows, named by the first cell that reads like a finding, else by its first cell. */
export function tableNotRead({ text, places }: RawValue): Issue {
  return issueOf(
    'layout/table-not-read',
    `A table that reads like a plan was not understood, so it gave no entries: its layout is new to us, please report it. It holds: "${quoted(text)}"`,
    places[0] ?? null,
  );
}

/** The issue for work that is told as a plan's is, where nothing says that it answers an inspection. */
export function notOfInspection(count: number, { text, places }: RawValue): Issue {
  return issueOf(
    'layout/not-of-inspection',
    `${count} pieces of work with who does them, by when or how they stand were not read as entries: no title, label or finding there names an inspection. They begin with: "${quoted(text)}". If they are a plan that answers one, teach the layout.`,
    places[0] ?? null,
  );
}

/** The issue for a paper that reports on a plan, none of which could be read: named by the first thing asked for in it. */
export function planNotRead({ text, places }: RawValue): Issue {
  return issueOf(
    'layout/plan-not-read',
    `The paper reports on what a service should do, but no entries could be read from it: its layout is new to us, please report it. It asks for: "${quoted(text)}"`,
    places[0] ?? null,
  );
}

/** The issue for a spreadsheet's cell that was too narrow for its number or date, so that it shows hashes instead. */
export function valueHidden({ text, places }: RawValue): Issue {
  return issueOf(
    'layout/value-hidden',
    `A cell shows "${text.trim()}": its column was too narrow for the value when the paper was made, so the paper does not give it.`,
    places[0] ?? null,
  );
}

function quoted(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > longestQuote ? `${words.slice(0, longestQuote)}…` : words;
}
