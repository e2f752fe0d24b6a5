import { fieldTitle } from '../model/fields.ts';
import type { RawField } from '../model/raw.ts';
import { lookOf } from '../report/words.ts';
import type { FacetName, SortName } from './catalogue.ts';

export const sortTitles: Readonly<Record<SortName, string>> = {
  paper: 'as in the papers',
  due: 'due first',
  reported: 'latest reported first',
  changed: 'latest changed first',
  doubt: 'most doubtful first',
  service: 'by service',
  lead: 'by lead',
};

const ownWords: Readonly<Record<string, string>> = {
  overdue: 'Overdue',
  open: 'Open, not overdue',
  ended: 'Ended',
  gone: 'Not listed any more',
  sure: 'Sure (90 % or more)',
  fairly_sure: 'Fairly sure (70 to 90 %)',
  doubtful: 'Doubtful (below 70 %)',
  checked: 'Checked',
  not_checked: 'Not checked yet',
  area_for_improvement: 'Area for improvement',
  cause_of_concern: 'Cause of concern',
  recommendation: 'Recommendation',
};
const codedFacets: ReadonlySet<FacetName> = new Set(['standing', 'rag', 'pillar', 'kind', 'confidence', 'review']);

/** A facet's value as people read it. */
export function facetWords(name: FacetName, value: string | null): string {
  if (value === null) return 'Not said';
  if (name === 'status') return lookOf(value as Parameters<typeof lookOf>[0]).word;
  if (!codedFacets.has(name)) return value;
  return ownWords[value] ?? value.charAt(0).toUpperCase() + value.slice(1);
}

/** What a column or label can stand for, in words. */
export const taughtFieldTitle = (field: RawField): string =>
  field === 'update'
    ? 'Progress in the period that it names'
    : field === 'extra'
      ? 'Kept under its own words'
      : fieldTitle(field);
