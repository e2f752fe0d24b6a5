import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { foldWords } from '../../src/lib/fold.ts';
import { rememberByText } from '../../src/lib/remember.ts';
import { doer, initialsFirst, newest, oldest, overseer } from '../../src/vocabulary/label-traits.ts';
import { doubtfulHeaders, foreignHeaders } from '../../src/vocabulary/labels.ts';
import { isPeriod, labelScores } from '../recognise/labels.ts';
import type { Features } from './value-features.ts';

const longestWord = 24;
/** What a label's own words show: their stems, alone and in pairs, the vocabulary's reading, its form. */
export const labelToFeatures: (label: string) => Features = rememberByText((label) => {
  const features = new Map<string, number>();
  const set = (name: string, weight = 1) => features.set(name, weight);
  if (label.trim() === '') {
    set('label: none');
    return features;
  }
  const stems = foldWords(label)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) =>
      /^\d+$/.test(word) ? '#' : word.length > longestWord ? word.slice(0, longestWord) : stemmer.stem(word),
    );
  for (const stem of stems) set(`word: ${stem}`);
  stems.slice(1).forEach((stem, index) => {
    set(`words: ${stems[index]} ${stem}`);
  });
  if (stems.length > 0) set(`first: ${stems[0]}`);
  for (const [field, score] of labelScores(label)) set(`known: ${field}`, score);
  if (labelScores(label).size === 0) set('known: none');
  if (isForeign(label)) set('label: foreign');
  if (overseer.test(label)) set('label: overseer');
  if (doer.test(label)) set('label: doer');
  if (newest.test(label)) set('label: newest');
  if (oldest.test(label)) set('label: oldest');
  if (isPeriod(label)) set('label: period');
  if (/\?$/.test(label.trim())) set('label: question');
  if (initialsFirst.test(label)) set('label: initials');
  return features;
});

/** True for a label of tables that are no plans: a risk's likelihood, a budget's variance. */
export const isForeign = (label: string): boolean => {
  const words = foldWords(label);
  return (
    foreignHeaders.some((pattern) => pattern.test(words)) || doubtfulHeaders.some((pattern) => pattern.test(words))
  );
};
