import type { Block, Document } from '../../src/model/document.ts';
import type { PaperField } from '../../src/model/plan.ts';
import type { RawValue } from '../../src/model/raw.ts';
import { findDates, reducedDate } from '../../src/normalise/dates.ts';
import { organisationNames } from '../../src/normalise/service.ts';
import { parentBody } from '../../src/vocabulary/bodies.ts';
import { agendaItem, itemOfTitle } from '../../src/vocabulary/mastheads.ts';
import { isPlanAlone, namesItsPlan } from '../recognise/plan-name.ts';
import { findAsAt } from './as-at.ts';
import { findBody } from './body.ts';
import { packPart } from './pack-part.ts';
import { blocksToFrontPairs } from './pairs.ts';
import { findService } from './service.ts';
import { findSignature, findTeam } from './signature.ts';
import { blockTexts, furnitureTexts, type PlacedText } from './texts.ts';
import { findTitle } from './title.ts';

/** What a paper says about itself. `used` are the blocks of its front matter. */
export interface Front {
  readonly values: Readonly<Partial<Record<PaperField, RawValue>>>;
  /** The plan that a label of the front matter names. */
  readonly plan: RawValue | null;
  readonly used: ReadonlySet<number>;
}

const topBlocks = 12;

/**
 * Reads a paper's own data: from front matter tables and labels, headings, running headers and, failing those, the text. Of a
 * pack it is that of the paper that reports on a plan; what that does not say of the meeting, the pack's agenda does.
 */
export function readFront(document: Document): Front {
  const part = packPart(document.blocks);
  if (part === null) return frontOf(document);
  const { blocks } = document;
  const own = frontOf({ ...document, blocks: blocks.slice(part.from, part.to) });
  const cover = blocks.slice(0, part.cover);
  const { service, body = authorityOver(cover), meetingDate } = frontOf({ ...document, blocks: cover }).values;
  const ofMeeting = Object.entries({ service, body, meetingDate }).filter(([, value]) => value !== undefined);
  // A running header names the authority over every page; the agenda names the committee.
  const isOfCommittee =
    body !== undefined && !parentBody.test(body.text) && parentBody.test(own.values.body?.text ?? '');
  return {
    values: { ...Object.fromEntries(ofMeeting), ...own.values, ...(isOfCommittee ? { body } : {}) },
    plan: own.plan,
    used: new Set([...own.used].map((index) => index + part.from)),
  };
}

/** The authority whose name alone stands over an agenda: it is who meets. */
function authorityOver(cover: readonly Block[]): RawValue | undefined {
  const found = cover
    .slice(0, topOfAgenda)
    .find((block) => 'text' in block && /^[^.:]*\bAuthority$/.test(block.text.trim()));
  return found === undefined || !('text' in found) ? undefined : { text: found.text, places: found.places };
}

const topOfAgenda = 3;

function frontOf(document: Document): Front {
  const texts = blockTexts(document);
  const pairs = blocksToFrontPairs(document.blocks);
  const service = findService(document, pairs.values.service);
  const body = findBody(texts, furnitureTexts(document), pairs.values);
  const meetingDate = dayOf(pairs.values.meetingDate) ?? body.meetingDate;
  const asAt = findAsAt(document, texts, pairs.values.asAt, meetingDate?.text ?? null);
  const item =
    pairs.values.agendaItem ??
    findAgendaItem([...texts.filter(({ block }) => block < topBlocks), ...furnitureTexts(document)]);
  const title = pairs.values.title ?? findTitle(document, pairs.used, service);
  const values: Partial<Record<PaperField, RawValue | null | undefined>> = {
    service,
    title,
    body: body.body,
    meetingDate,
    asAt,
    agendaItem: item,
    author:
      withoutOrganisation(pairs.values.author ?? pairs.values.presenter) ??
      findSignature(document.blocks) ??
      findTeam(texts),
  };
  const found = Object.entries(values).filter(
    (entry): entry is [PaperField, RawValue] => entry[1] !== null && entry[1] !== undefined,
  );
  return { values: Object.fromEntries(found), plan: labelledPlan(pairs.values.plan), used: pairs.used };
}

/** What a label calls the plan, where that is a name and no word for its state. */
const labelledPlan = (value: RawValue | undefined): RawValue | null =>
  value !== undefined && namesItsPlan(value.text) && !isPlanAlone(value.text) ? value : null;

/** What stands behind a post in a sentence of its own. */
const nextSentence = /(?<=\p{Ll}{3})\.\s+(?=\p{Lu})/u;

/** `Report of the Chief Fire Officer of Downshire Fire and Rescue Service`: a post by its name. */
function withoutOrganisation(value: RawValue | undefined): RawValue | undefined {
  if (value === undefined) return undefined;
  const [told = ''] = value.text.split(nextSentence);
  const day = findDates(told).at(-1);
  const undated = day?.to === told.length ? told.slice(0, day.from).replace(/,\s*$/u, '') || told : told;
  const text = undated.replace(/^the\s+(?=\p{Lu})/iu, '');
  const of = organisationNames(text).find(({ index, printed }) => index + printed.length === text.length);
  if (of?.index === 0) return undefined;
  const before = of === undefined ? '' : text.slice(0, of.index);
  const post = /(?:,| of(?: the)?)\s*$/u.test(before) ? before.replace(/(?:,| of(?: the)?)\s*$/u, '') : text;
  return { ...value, text: post };
}

/** The date in a labelled value, in the contract's short form. */
function dayOf(value: RawValue | undefined): RawValue | null {
  const date = value === undefined ? undefined : findDates(value.text)[0];
  return value === undefined || date === undefined ? null : { text: reducedDate(date.span), places: value.places };
}

function findAgendaItem(texts: readonly PlacedText[]): RawValue | null {
  const found = (pattern: RegExp, among: readonly PlacedText[]): readonly RawValue[] =>
    among.flatMap(({ text, places }) => {
      const item = pattern.exec(text)?.groups?.item;
      return item === undefined ? [] : [{ text: item, places }];
    });
  const titles = texts.filter(({ kind }) => kind === 'title');
  return found(agendaItem, texts)[0] ?? found(itemOfTitle, titles)[0] ?? null;
}
