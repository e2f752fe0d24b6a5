import { foldPlain } from '../../src/lib/fold.ts';
import { organisationNames } from '../../src/normalise/service.ts';

const namesPlan =
  /\b(?:improvement|action|delivery|implementation|recovery|response|development|hmicfrs|inspection|transformation)s?\b[^.]{0,40}?\b(?:plan|tracker|schedule|list|log|register)s?\b|\b(?:improvement|recovery) programme\b|\bplan\b(?= (?:for|on) )/i;
/** What a title says of the plan before it names it: `Progress under the …`, `Where we are with our …`, `Returns: …`. */
const saidOfPlan =
  /^\s*(?:(?:progress|updates?|position|report|returns?)\s*:|.{4,50}?\s(?:on|under|against|with|of)\s+(?:the|our)(?=\s.*\bplans?\b))\s*/i;
/** What follows a plan's name in a heading: what the paper does with it, and when. */
const edition =
  /\b(?:progress|summary|review|returns?|dashboard|period|note|update|updated|closure|status|position|monitoring|highlights?|exceptions?|interim|quarterly|monthly|annual|tracker|report|briefing|bulletin|as (?:at|of)|quarter|q[1-4]|appendix|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;
const afterName = new RegExp(`(?:\\s*[-–—:,(]\\s*(?:[^\\s:]+\\s+){0,4}?)?\\s*${edition.source}.*$`, 'i');
/** A dash or colon between the name of a plan and what the paper is. */
const beforeEdition = /^(?<name>.{4,}?)(?:\s+[-–—]|:)\s+(?<rest>[^:]+)$/u;
/** `Improvement Programme Update`: what the paper is right behind the plan's own noun. */
const editionBehind = new RegExp(
  `^(?<name>.{4,}?\\b(?:plan|tracker|programme|schedule|log|register|list))\\s+(?<rest>(?:${edition.source}\\s*)+)$`,
  'iu',
);
const longestEdition = 8;
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
    .replace(/^\s*(?:appendix|annexe?|part)(?:\s+\w+\s*[-–—:]?|\s*[-–—:])\s*/i, '')
    .replace(/^\s*(?:\d{1,2}(?:\.\d+)*[.)]?|\p{Lu}[.)])\s+/u, '')
    .trim();
  const text = named.replace(saidOfPlan, '').replace(ownersName, withoutOwner).trim();
  const match = namesPlan.exec(text);
  if (match === null || text.split(/\s+/).length > longestName || /[.?]$/.test(text)) return null;
  const head = text.slice(0, match.index + match[0].length);
  const tail = text.slice(head.length).replace(afterName, '');
  const name = `${head}${tail}`.replace(/\s*[-–—:,]\s*$/, '').trim();
  return isPlanAlone(name) && name.length < named.length ? null : name;
}

/** A plan that a sentence names: capitals or the inspectorate before the words of any plan. */
const namedInText =
  /\b(?:the|our|its|this)\s+(?<name>(?:\p{Lu}[\p{L}\d&'’/-]*\s+){1,5}(?:(?:[Ii]mprovement|[Aa]ction|[Dd]elivery|[Rr]ecovery|[Rr]esponse)\s+)?[Pp]lan(?:\s+\d{4}(?:\s?[-–/]\s?\d{2,4}|\s+to\s+\d{4})?)?)\b/gu;

/** The one plan that the texts of a paper name; null where they name none or several. */
export function planNamedIn(texts: readonly string[]): string | null {
  const names = texts.flatMap((text) => [...text.matchAll(namedInText)].map(({ groups }) => groups?.name ?? ''));
  const plans = Map.groupBy(
    names.filter((name) => planName(name) !== null && !isPlanAlone(name)),
    foldPlain,
  );
  return plans.size === 1 ? ([...plans.values()][0]?.[0] ?? null) : null;
}

/** True where a title has a word that a plan is kept as. */
export const namesItsPlan = (title: string): boolean => namesWork.test(title);

/** True for the words of any plan, which tell it from no other. */
export const isPlanAlone = (name: string): boolean =>
  /^(?:(?:the|our) )?(?:improvement|action|delivery) (?:plan|tracker|schedule|list|log|register)s?$/.test(
    foldPlain(name),
  );

/** Whose it is says nothing of the plan; where more stands there (`HMICFRS inspection of Downshire Police: …`) that is its name too. */
function withoutOwner(before: string): string {
  const [owner] = organisationNames(before);
  const words = before.split(/\s+/).length;
  return owner !== undefined && words <= owner.name.split(/\s+/).length + mostBesideOwner ? '' : before;
}

/** The dash, and an article or a word that shortens the name. */
const mostBesideOwner = 3;

/** A title without whose it is and what the paper is of it: `Inspection Tracker: quarter 1 report` is on the `Inspection Tracker`. */
export function withoutEdition(whole: string): string {
  const title = whole.replace(ownersName, withoutOwner);
  const { name, rest } = (beforeEdition.exec(title) ?? editionBehind.exec(title))?.groups ?? {};
  const isEdition = rest !== undefined && edition.test(rest) && rest.split(/\s+/).length <= longestEdition;
  return name !== undefined && isEdition && namesWork.test(name) ? name : title;
}

/** What a plan is kept as; without such a word a name says of whom or what kind the paper is. */
const namesWork = /\b(?:plans?|trackers?|logs?|programmes?|schedules?|registers?)\b/i;
