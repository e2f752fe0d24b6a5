import type { PageContent, TextRun } from './page-content.ts';

/** What stands raised behind a word and points at a note. */
const mark = /^(?:\(?\d{1,3}\)?|\[\d{1,3}\]|\*{1,3}|[†‡§])$/u;
const firstRaised = 0xb2;
const raisedDigits = /[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]+$/u;
/** A word of so many letters is no unit, of which a raised digit is the power. */
const fewestLetters = 3;
/** Of the word's size: a mark is set no larger, and raised by at least so much. */
const largestMark = 0.85;
const leastRaise = 0.15;

/**
 * The pages without the marks that point at notes: raised digits or signs right behind a word, or behind a number where
 * a note of that mark stands in the paper (`Complete¹`, `2025/26²`; not `m²` nor `10⁶`). The notes keep theirs.
 */
export function withoutNoteMarks(pages: readonly PageContent[]): readonly PageContent[] {
  const notes = new Set(pages.flatMap(noteLabels));
  return pages.map((page) => {
    const runs = page.runs.flatMap((run, index): readonly TextRun[] => {
      const before = page.runs[index - 1];
      if (before !== undefined && isRaisedBehind(run, before) && pointsAtNote(run.text, before.text, notes)) return [];
      return [withoutRaisedDigits(run)];
    });
    return runs.length === page.runs.length && runs.every((run, index) => run === page.runs[index])
      ? page
      : { ...page, runs };
  });
}

function isRaisedBehind(run: TextRun, before: TextRun): boolean {
  const gap = run.box[0] - before.box[2];
  return (
    run.size <= largestMark * before.size &&
    mark.test(run.text) &&
    run.angle === before.angle &&
    run.angle === 0 &&
    before.baseline - run.baseline >= leastRaise * before.size &&
    before.baseline - run.baseline < before.size &&
    gap > -0.3 * before.size &&
    gap < 0.3 * before.size
  );
}

const pointsAtNote = (text: string, word: string, notes: ReadonlySet<string>): boolean =>
  notes.has(text) || new RegExp(`\\p{L}{${fewestLetters}}\\p{P}*$`, 'u').test(word);

/** Marks at the beginning of a line or behind a blank, raised against what follows them: what notes are headed by. */
function noteLabels({ runs }: PageContent): readonly string[] {
  return runs.flatMap((run, index) => {
    if (!mark.test(run.text)) return [];
    const before = runs[index - 1];
    const after = runs[index + 1];
    if (after === undefined || (before !== undefined && isRaisedBehind(run, before))) return [];
    const raised = run.size <= largestMark * after.size && after.baseline - run.baseline >= leastRaise * after.size;
    const goesOn = after.baseline - run.baseline < after.size && after.box[0] >= run.box[2] - 1;
    return raised && goesOn && after.box[0] - run.box[2] < 2 * after.size ? [run.text] : [];
  });
}

/** Raised digits that the font has as characters of their own. */
function withoutRaisedDigits(run: TextRun): TextRun {
  if (run.text.charCodeAt(run.text.length - 1) < firstRaised) return run;
  const word = run.text.replace(raisedDigits, '');
  return word !== run.text && new RegExp(`\\p{L}{${fewestLetters}}\\p{P}*$`, 'u').test(word)
    ? { ...run, text: word }
    : run;
}
