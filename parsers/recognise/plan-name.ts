import { foldPlain } from '../../src/lib/fold.ts';
import { onlyKind } from '../../src/normalise/pillar.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { plansOfServices } from '../../src/vocabulary/inspection.ts';
import { annexBefore } from '../../src/vocabulary/paper-parts.ts';
import {
  afterName,
  inspectorsBefore,
  namesPlan,
  namesWork,
  planAlone,
  planOfEdition,
  saidOfPlan,
} from '../../src/vocabulary/plan-names.ts';

/** What stands before a dash or colon: left out where it names the service (`Downshire Police – PEEL action plan`). */
const ownersName = /^\s*[^-–—:|]{3,60}?(?:\s+[-–—|]|:)\s+(?=\S)/u;
const longestName = 16;

/**
 * The name of the plan that a title names, without what the paper says of it:
 * `PROTECTION IMPROVEMENT PLAN PROGRESS UPDATE – FEBRUARY 2021` names the `PROTECTION IMPROVEMENT PLAN`.
 * @returns null where the title names no plan
 */
export function planName(title: string): string | null {
  const named = title
    .replace(annexBefore, '')
    .replace(/^\s*(?:\d{1,2}(?:\.\d+)*[.)]?|\p{Lu}[.)])\s+/u, '')
    .trim();
  const text = named.replace(inspectorsBefore, '').replace(saidOfPlan, '').replace(ownersName, withoutOwner).trim();
  const match = namesPlan.exec(text) ?? (plansOfServices.test(text) ? null : planOfEdition.exec(text));
  if (match === null || text.split(/\s+/).length > longestName || /[.?]$/.test(text)) return null;
  const head = text.slice(0, match.index + match[0].length);
  const behind = text.slice(head.length);
  // `Improvement Plan and Position Statement` is one name.
  const said = joinsOn.exec(behind)?.[0] ?? behind.replace(afterName, '');
  // `Culture action plan: recommendations`: what the part of the paper lists of it.
  const tail = onlyKind(said.replace(/^\s*[-–—:]\s*/, '')) === null ? said : '';
  const name = `${head}${tail}`.replace(/(?:\s*[-–—:,]|\s+and|\s*&)\s*$/, '').trim();
  return isPlanAlone(name) && name.length < named.length ? null : name;
}

const joinsOn = /^\s+(?:and|&)\s+\p{Lu}[^–—:,(]*?(?=\s+[-–—]|\s*[:,(]|$)/u;

/** True where a title has a word that a plan is kept as. */
export const namesItsPlan = (title: string): boolean => namesWork.test(title);

/** True for the words of any plan, which tell it from no other. */
export const isPlanAlone = (name: string): boolean => planAlone.test(foldPlain(name));

/** Whose it is says nothing of the plan; where more stands there (`HMICFRS inspection of Downshire Police: …`) that is its name too. */
function withoutOwner(before: string): string {
  const [owner] = organisationNames(before);
  const words = before.split(/\s+/).length;
  return owner !== undefined && words <= owner.name.split(/\s+/).length + mostBesideOwner ? '' : before;
}

/** The dash, and an article or a word that shortens the name. */
const mostBesideOwner = 3;

/** A title without whose it is, where that stands before a sign. */
export const withoutOwnersName = (title: string): string => title.replace(ownersName, withoutOwner);
