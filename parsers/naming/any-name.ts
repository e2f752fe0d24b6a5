import { foldWords } from '../../src/lib/fold.ts';
import { kindWords } from '../../src/vocabulary/finding-kinds.ts';
import { inspectionAlone, linkWord, responseTo } from '../../src/vocabulary/plan-names.ts';
import { isPlanAlone } from '../recognise/plan-name.ts';

/** True for what any plan is called, what any of them lists or what it follows or answers: `Improvement Plan`, `Areas for improvement`, `Response to HMICFRS`. */
export const isAnyName = (text: string): boolean =>
  isPlanAlone(text.replace(/programme/i, 'plan')) ||
  isKindAlone(text) ||
  inspectionAlone.test(foldWords(text).replace(responseTo, ''));

function isKindAlone(text: string): boolean {
  const words = foldWords(text);
  const left = kindWords.reduce((rest, [pattern]) => rest.replace(pattern, ' '), words);
  return left !== words && left.split(' ').every((word) => word === '' || /^\d+$/.test(word) || linkWord.test(word));
}
