import type { Document } from '../../src/model/document.ts';
import type { PaperField } from '../../src/model/plan.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { findDates, reducedDate } from '../../src/normalise/dates.ts';
import { findAsAt } from './as-at.ts';
import { findBody } from './body.ts';
import { blocksToFrontPairs } from './pairs.ts';
import { findService } from './service.ts';
import { blockTexts } from './texts.ts';
import { findTitle } from './title.ts';

/** What a paper says about itself. `used` are the blocks of its front matter. */
export interface Front {
  readonly values: Readonly<Partial<Record<PaperField, RawValue>>>;
  readonly used: ReadonlySet<number>;
}

const agendaItem =
  /\b(?:agenda|information|decision|discussion|open|closed|public)\s+item\s*(?:no\.?|number|:)?\s*(?<item>\d{1,3}[a-z]?)\b/i;
const topBlocks = 12;

/** Reads a paper's own data: from front matter tables and labels, headings, running headers and, failing those, the text. */
export function readFront(document: Document): Front {
  const texts = blockTexts(document);
  const pairs = blocksToFrontPairs(document.blocks);
  const service = findService(document, pairs.values.service);
  const body = findBody(texts, pairs.values);
  const asAt = findAsAt(document, texts, pairs.values.asAt);
  const item = pairs.values.agendaItem ?? findAgendaItem(texts);
  const title = pairs.values.title ?? findTitle(document, pairs.used, service);
  const values: Partial<Record<PaperField, RawValue | null | undefined>> = {
    service,
    title,
    body: body.body,
    meetingDate: dayOf(pairs.values.meetingDate) ?? body.meetingDate,
    asAt,
    agendaItem: item,
    author: pairs.values.author,
  };
  const found = Object.entries(values).filter(
    (entry): entry is [PaperField, RawValue] => entry[1] !== null && entry[1] !== undefined,
  );
  return { values: Object.fromEntries(found), used: pairs.used };
}

/** The date in a labelled value, in the contract's short form. */
function dayOf(value: RawValue | undefined): RawValue | null {
  const date = value === undefined ? undefined : findDates(value.text)[0];
  return value === undefined || date === undefined ? null : { text: reducedDate(date.span), places: value.places };
}

function findAgendaItem(
  texts: readonly { readonly text: string; readonly places: RawValue['places']; readonly block: number }[],
): RawValue | null {
  for (const { text, places, block } of texts) {
    if (block >= topBlocks) return null;
    const item = agendaItem.exec(text)?.groups?.item;
    if (item !== undefined) return { text: item, places };
  }
  return null;
}
