import { entryFieldRows } from '../model/fields.ts';
import { corrections } from '../review/index.ts';
import { entriesOfPaper, knownPaper, type Store } from '../store/index.ts';
import { wordsOf } from './pages/forms.ts';

/** How many values were checked, and how many of them the reader had right. */
export interface Rightness {
  readonly name: string;
  readonly checked: number;
  readonly right: number;
}

/**
 * How right the reader was on what people checked: of an entry that was accepted every value that a person did not have
 * to correct was right; a corrected one was wrong.
 */
export function rightness(store: Store): {
  readonly byField: readonly Rightness[];
  readonly byService: readonly Rightness[];
} {
  const said = corrections(store).filter(({ entryId }) => entryId !== null);
  const checked = [...Map.groupBy(said, ({ paperId }) => paperId)].flatMap(([paperId, ofPaper]) => {
    const service = knownPaper(store, paperId)?.service ?? 'Service not named';
    const saidOf = Map.groupBy(ofPaper, ({ entryId }) => entryId);
    return entriesOfPaper(store, paperId).flatMap((entry) => {
      const own = saidOf.get(entry.id) ?? [];
      const isAccepted = own.some(({ verdict, field }) => verdict === 'accepted' && field === null);
      return entryFieldRows.flatMap(([field]) => {
        const ofField = own.filter((one) => one.field === field);
        const isWrong = ofField.some(({ verdict }) => verdict === 'corrected');
        const isRight = !isWrong && (ofField.length > 0 || (isAccepted && wordsOf(entry, field) !== ''));
        return isWrong || isRight ? [{ field, service, isRight }] : [];
      });
    });
  });
  const count = (by: 'field' | 'service') =>
    [...Map.groupBy(checked, (one) => one[by])]
      .map(
        ([name, own]): Rightness => ({ name, checked: own.length, right: own.filter(({ isRight }) => isRight).length }),
      )
      .sort((a, b) => a.right / a.checked - b.right / b.checked);
  return { byField: count('field'), byService: count('service') };
}
