import { inRows, type TextPage, type Word } from './words.ts';

/** A number, a letter or a sign, or several of them. */
const mark = /^[[(]?(?:\d{1,3}|[a-z]|[*†‡§¶#]{1,3})(?:,(?:\d{1,3}|[a-z]))*[\])]?,?$/u;
/** Times the size of the words behind it: the largest mark before a note; and ems by which it is raised at least. */
const largest = 0.85;
const leastRaised = 0.1;

/**
 * Pages without the raised marks that lead to notes: `Complete¹` is `Complete`. A mark leads to a note where one of the
 * pages has a note that begins with it, raised as well; any other is a part of its word, as in `m²`.
 */
export function withoutNoteMarks(pages: readonly TextPage[]): readonly TextPage[] {
  const leads = pages.flatMap(({ runs }) => runs.filter((word) => word.raised && mark.test(word.text)));
  if (leads.length === 0) return pages;
  const notes = new Set(pages.flatMap(({ runs }) => inRows(runs).flatMap(notesOf)));
  const gone = new Set(leads.filter(({ text }) => text.split(',').every((each) => notes.has(each))));
  return gone.size === 0
    ? pages
    : pages.map((page) => ({ ...page, runs: page.runs.filter((word) => !gone.has(word)) }));
}

/** The raised marks of a row that stand before words rather than behind one. */
function notesOf(row: readonly Word[]): readonly string[] {
  return row.flatMap((word, index) => {
    const next = row[index + 1];
    const begins = index === 0 || word.spaceBefore;
    if (next === undefined || !begins || !mark.test(word.text) || word.size > largest * next.size) return [];
    return next.baseline - word.baseline > leastRaised * next.size ? [word.text] : [];
  });
}
