import type { RawField } from '../../src/model/raw.ts';
import { doer, earlierPeriod, newest, oldest, overseer } from '../../src/vocabulary/label-traits.ts';
import { isPeriod, labelScores } from './labels.ts';
import { newestRatingColumn } from './newest-rating.ts';
import type { ColumnProfile } from './profile.ts';

/** What a column stands for; `label` is its header as printed. */
export interface ColumnRole {
  readonly field: RawField;
  readonly label: string;
  /** True for a column without a field that says what it says in colours alone. */
  readonly painted?: boolean;
}

/** Below this a header and what stands under it do not make a field: the column is kept under its own words. */
const leastScore = 0.45;
/** Colours in so many of its cells make a column one of ratings. */
const leastPainted = 0.5;
const proseFields: ReadonlySet<RawField> = new Set(['finding', 'summary', 'action', 'progress', 'future', 'update']);

/** Under a header that says nothing, sentences that say what the service should do are findings from this length. */
const leastFindingWords = 6;

interface Bid {
  readonly column: number;
  readonly field: RawField;
  readonly score: number;
}

/**
 * Decides what each column stands for, from its header's words and what stands in it: the best bid of any column for
 * any field is taken first, and a field goes to one column only (but there can be several periods).
 * @param labels the header of each column as printed, '' where it has none
 */
export function columnsToRoles(labels: readonly string[], profiles: readonly ColumnProfile[]): readonly ColumnRole[] {
  const bids = labels
    .flatMap((label, column) => columnBids(label, profiles[column], column))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || a.column - b.column);
  const newestRating = newestRatingColumn(labels, profiles);
  const roles = new Map<number, RawField>(newestRating === null ? [] : [[newestRating, 'rag']]);
  const taken = new Set<RawField>(roles.values());
  for (const { column, field } of bids) {
    if (roles.has(column) || taken.has(field)) continue;
    roles.set(column, field);
    if (field !== 'update') taken.add(field);
  }
  return labels.map((label, column) => {
    const field = roles.get(column) ?? 'extra';
    const { filled = 0, ratings = 0 } = profiles[column] ?? {};
    return field === 'extra' && label !== '' && filled === 0 && ratings >= leastPainted
      ? { label, field, painted: true }
      : { label, field };
  });
}

/** What a label stands for by its words and by what stands beside it; null where neither says. */
export function labelToField(label: string, profile: ColumnProfile): RawField | null {
  const [best] = columnBids(label, profile, 0).toSorted((a, b) => b.score - a.score);
  return best === undefined || best.score < leastScore ? null : best.field;
}

function columnBids(label: string, profile: ColumnProfile | undefined, column: number): readonly Bid[] {
  if (profile === undefined) return [];
  if (isPeriod(label)) return [{ column, field: 'update', score: profile.dates > 0.6 ? 0.4 : 1.5 }];
  const scores = new Map(labelScores(label));
  if (label.trim() === '') for (const [field, score] of headless(profile)) scores.set(field, score);
  else if (scores.size === 0 && profile.findings > 0.7 && profile.words > leastFindingWords) scores.set('finding', 0.1);
  if (scores.has('progress') && earlierPeriod.test(label)) scores.set('update', 0.8);
  if (scores.has('status') && !scores.has('progress')) scores.set('progress', 0.3);
  const finding = scores.get('finding');
  if (finding !== undefined && !scores.has('summary')) scores.set('summary', 0.55 * finding);
  const age = newest.test(label) ? 0.1 : oldest.test(label) ? -0.3 : 0;
  return [...scores].map(([field, score]) => {
    const near = field === 'lead' ? nearness(label) : 0;
    return { column, field, score: score + age + near + valueEvidence(field, profile) };
  });
}

/** Of two leads the one who does the work is the line's own: `Action owner` before `Executive sponsor`. */
function nearness(label: string): number {
  return overseer.test(label) ? -0.1 : doer.test(label) ? 0.1 : 0;
}

/** What an unnamed column can be: only what its values show beyond doubt. */
function headless(profile: ColumnProfile): readonly (readonly [RawField, number])[] {
  if (profile.refs > 0.8) return [['ref', 0.3]];
  if (profile.dates > 0.7) return [['timescale', 0.3]];
  if (profile.ratings > 0.7) return [['rag', 0.3]];
  if (profile.statuses > 0.8) return [['status', 0.3]];
  return profile.findings > 0.7 ? [['finding', 0.2]] : [];
}

/** How far what stands in a column speaks for a field (up to 0.8) or against it (down to -0.9). */
function valueEvidence(field: RawField, profile: ColumnProfile): number {
  if (profile.filled === 0 && profile.ratings === 0) return 0;
  const prose = profile.words > 14 ? -0.8 : 0;
  const codes = Math.max(profile.numbers, profile.refs, profile.dates, profile.statuses, profile.ratings) > 0.6;
  if (proseFields.has(field)) return (codes ? -0.9 : 0) + proseEvidence(field, profile);
  switch (field) {
    case 'timescale':
      return (
        0.7 * Math.max(profile.dates, 0.5 * profile.statuses) +
        (profile.dates + profile.statuses < 0.2 ? -0.5 : 0) +
        prose
      );
    case 'status':
      return (
        0.8 * profile.statuses - 0.3 * profile.dates + (profile.statuses + profile.ratings < 0.2 ? -0.4 : 0) + prose
      );
    case 'rag':
      return 0.8 * profile.ratings - (profile.ratings < 0.2 ? 0.7 : 0) + prose;
    case 'lead':
      return 0.5 * profile.roles - 0.9 * Math.max(profile.dates, profile.numbers) + prose;
    case 'percent':
      return profile.numbers > 0.5 ? 0.3 : -0.9;
    case 'ref':
      return Math.max(profile.refs, profile.numbered) > 0.5 ? 0.5 : profile.words > 4 ? -0.9 : -0.3;
    case 'theme':
    case 'pillar':
    case 'kind':
      return profile.words > 10 || codes ? -0.8 : 0.1;
    default:
      return 0;
  }
}

function proseEvidence(field: RawField, profile: ColumnProfile): number {
  switch (field) {
    case 'finding':
      return 0.6 * profile.findings - (profile.words < 3 ? 0.4 : 0);
    case 'action':
      return (
        0.2 * profile.intentions - 0.4 * Math.max(0, profile.progress - profile.intentions) - 0.2 * profile.findings
      );
    case 'progress':
      return 0.3 * profile.progress - 0.5 * profile.findings;
    case 'future':
      return 0.1 * profile.intentions;
    default:
      return 0;
  }
}
