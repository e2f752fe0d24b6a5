import { type Issue, issueOf } from '../model/issue.ts';
import type { Entry, Extraction, Statement, StatusValue } from '../model/plan.ts';
import { letters } from './wording.ts';

/** What was read of a plan in one unit: entries, or findings that count as done when all their entries are. */
interface Tally {
  readonly unit: 'entries' | 'findings';
  readonly total: number;
  readonly having: number;
}

function tallies(entries: readonly Entry[], status: StatusValue | null): readonly Tally[] {
  const has = (entry: Entry) => status === null || entry.status?.value === status;
  const findings = [...Map.groupBy(entries, (entry) => `${letters(entry.ref)} ${letters(entry.finding)}`).values()];
  return [
    { unit: 'entries', total: entries.length, having: entries.filter(has).length },
    { unit: 'findings', total: findings.length, having: findings.filter((group) => group.every(has)).length },
  ];
}

const agrees = ({ count, total }: Statement, read: Tally): boolean =>
  (count === null || count === read.having) && (total === null || total === read.total);

const words = (status: StatusValue | null): string => (status === null ? '' : ` ${status.replaceAll('_', ' ')}`);

function mismatch(statement: Statement, all: readonly Entry[]): Issue | null {
  const own = all.filter(({ plan }) => statement.plan === null || letters(plan) === letters(statement.plan));
  const entries = own.length === 0 ? all : own;
  const { status, count, total } = statement;
  const told = status === null || entries.some((entry) => entry.status !== null);
  const claim: Statement = told ? statement : { ...statement, count: null };
  const read = tallies(entries, status);
  if (entries.length === 0 || read.some((tally) => agrees(claim, tally))) return null;
  const said = [count, total].filter((number) => number !== null).join(' of ');
  const found = read.map(({ unit, total: of, having }) => `${told ? `${having} of ` : ''}${of} ${unit}`).join(' or ');
  return issueOf(
    'trail/count-mismatch',
    `The paper says ${said}${words(status)}, but ${found}${told ? words(status) : ''} were read: “${statement.text}” Check the entries, and the paper's own count.`,
    statement.places[0] ?? null,
  );
}

/** Checks what a paper says of its own numbers ("17 of 20 complete") against what was read; a mismatch is an issue. */
export function withClaimsChecked(extraction: Extraction): Extraction {
  const found = extraction.statements
    .filter(({ kind }) => kind === 'count')
    .map((statement) => mismatch(statement, extraction.entries))
    .filter((issue) => issue !== null);
  return found.length === 0 ? extraction : { ...extraction, issues: [...extraction.issues, ...found] };
}
