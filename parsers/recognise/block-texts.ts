import { foldPlain } from '../../src/lib/fold.ts';
import type { Cell } from '../../src/model/document.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { kindOf } from '../../src/normalise/pillar.ts';
import { askPhrase, findingPhrase } from '../../src/vocabulary/phrases.ts';
import { titleContext } from './context.ts';
import type { Context } from './draft.ts';
import { splitLabel } from './labels.ts';
import { looksLikeTitle } from './sections.ts';
import { cellValue, joinValues } from './values.ts';

/** A text over the whole width of a table, and the kind of finding that a label before it names. */
export interface BlockText {
  readonly value: RawValue;
  readonly label: RawValue | null;
}

/** The text that a row over the whole width holds, its label taken off; null where it is a title. */
export function rowToText(cell: Cell): BlockText | null {
  const value = cellValue(cell);
  if (value === null) return null;
  const said = splitLabel(value.text);
  if (said?.field === 'finding' && isSentence(said.rest))
    return {
      value: { text: said.rest, places: value.places },
      label: { text: said.label, places: value.places },
    };
  const text = value.text.replace(/\s+/g, ' ');
  const { ref, plan, status, finding } = titleContext({ text, level: 2, value });
  const isNamed = [ref, plan, status].some((one) => one !== undefined);
  return isNamed || (finding === undefined && looksLikeTitle(text)) ? null : { value, label: null };
}

const isSentence = (text: string) => findingPhrase.test(foldPlain(text)) || !looksLikeTitle(text);

/**
 * What the texts under a title say of the rows below them: what is asked for is their finding, and the rest, or all of it where the rows
 * have findings of their own, its summary. Texts that are about no finding are left over.
 */
export function textsToContext(
  texts: readonly BlockText[],
  title: Context,
  ownFindings: boolean,
): { readonly gives: Context; readonly unplaced: readonly RawValue[] } {
  const isNamed = kindOf(title.ref?.text ?? title.kind?.text ?? '') !== null;
  const isAbout = ({ value, label }: BlockText) =>
    isNamed || label !== null || findingPhrase.test(foldPlain(value.text));
  const about = texts.filter(isAbout);
  const asking = about.filter(({ value, label }) => label !== null || asks(value.text));
  const findings = ownFindings ? [] : asking.length > 0 ? asking : about;
  const label = findings.find((text) => text.label !== null && kindOf(text.label.text) !== null)?.label;
  return {
    gives: {
      ...(label === undefined || label === null ? {} : { kind: label }),
      ...joined('finding', findings),
      ...joined(
        'summary',
        about.filter((text) => !findings.includes(text)),
      ),
    },
    unplaced: texts.filter((text) => !isAbout(text)).map(({ value }) => value),
  };
}

/** `By 31 March 2025, the service should:` leads to what is asked for, and asks for nothing itself. */
const asks = (text: string) => askPhrase.test(foldPlain(text)) && !/:\s*$/.test(text);

function joined(field: 'finding' | 'summary', texts: readonly BlockText[]): Context {
  const value = texts.reduce<RawValue | null>((before, text) => joinValues(before, text.value), null);
  return value === null ? {} : { [field]: value };
}
