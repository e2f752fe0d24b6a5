import { foldPlain } from '../../src/lib/fold.ts';

const namesPlan =
  /\b(?:improvement|action|delivery|implementation|recovery|response|development|hmicfrs|inspection|transformation)s?\b[^.]{0,40}?\bplans?\b|\bplan\b(?= (?:for|on) )/i;
/** What follows a plan's name in a heading: what the paper does with it, and when. */
const afterName =
  /\s*[-–—:,(]?\s*\b(?:progress|summary|update|updated|closure|status|position|monitoring|highlights?|exceptions?|interim|quarterly|monthly|annual|tracker|report|as (?:at|of)|quarter|q[1-4]|appendix|january|february|march|april|may|june|july|august|september|october|november|december)\b.*$/i;
const longestName = 16;

/**
 * The name of the plan that a title names, without what the paper says of it:
 * `PROTECTION IMPROVEMENT PLAN PROGRESS UPDATE – FEBRUARY 2021` names the `PROTECTION IMPROVEMENT PLAN`.
 * @returns null where the title names no plan
 */
export function planName(title: string): string | null {
  const text = title
    .replace(/^\s*(?:appendix|annex)\s+\w+\s*[-–—:]?\s*/i, '')
    .replace(/^\s*\d+(?:\.\d+)*[.)]?\s+/, '')
    .trim();
  const match = namesPlan.exec(text);
  if (match === null || text.split(/\s+/).length > longestName || /[.?]$/.test(text)) return null;
  const head = text.slice(0, match.index + match[0].length);
  const tail = text.slice(head.length).replace(afterName, '');
  const name = `${head}${tail}`.replace(/\s*[-–—:,]\s*$/, '').trim();
  return /^(?:the )?(?:improvement|action|delivery) plans?$/.test(foldPlain(name)) && name.length < text.length
    ? null
    : name;
}
