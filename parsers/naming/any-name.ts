import { foldWords } from '../../src/lib/fold.ts';
import { kindWords } from '../../src/vocabulary/finding-kinds.ts';
import { inspectionAlone, linkWord } from '../../src/vocabulary/plan-names.ts';
import { isPlanAlone } from '../recognise/plan-name.ts';

/** True for what any plan is called, what any of them lists or what it follows: `Improvement Plan`, `Areas for improvement`, `HMICFRS inspection 2023`. */
export const isAnyName = (text: string): boolean =>
  isPlanAlone(text.replace(/programme/i, 'plan')) || isKindAlone(text) || inspectionAlone.test(foldWords(text));

function isKindAlone(text: string): boolean {
  const words = foldWords(text);
  const left = kindWords.reduce((rest, [pattern]) => rest.replace(pattern, ' '), words);
  return left !== words && left.split(' ').every((word) => word === '' || /^\d+$/.test(word) || linkWord.test(word));
}
