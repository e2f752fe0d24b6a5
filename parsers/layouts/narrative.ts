import { foldPlain } from '../../src/lib/fold.ts';
import type { Block, List, Paragraph } from '../../src/model/document.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { LayoutReading, RawEntry, RawValue, SingleField } from '../../src/model/raw.ts';
import { isWholeDate } from '../../src/normalise/dates.ts';
import { titlesPlan } from '../../src/normalise/inspection-title.ts';
import { statusOfListed } from '../../src/normalise/standing.ts';
import {
  closingWords,
  deliveredWords,
  leadIns,
  nextStepsTitle,
  originWords,
  outstandingWords,
} from '../../src/vocabulary/narrative.ts';
import { rolePhrase } from '../../src/vocabulary/phrases.ts';
import { planLines } from '../../src/vocabulary/plan-lines.ts';
import { improvesOrActs } from '../../src/vocabulary/plan-names.ts';
import { refersBack } from '../../src/vocabulary/small-words.ts';
import { emptyEntry } from '../recognise/draft.ts';
import { type Layout, mergeReadings, nothingRead } from '../recognise/layout.ts';
import { speaksOfInspection, textsOf } from '../recognise/on-inspection.ts';
import { planName } from '../recognise/plan-name.ts';
import { blockTitle, closesLetter, isStandardSection, type Title } from '../recognise/sections.ts';
import { textNotPlaced } from '../recognise/unplaced.ts';

/** Prose and bullets under a plan's heading, often by theme: each bullet, or each paragraph of a theme, is an entry. */
export const narrative: Layout = {
  name: 'narrative',
  read({ blocks, free }) {
    const plans = plansOf(blocks, free).filter(
      ({ heading }) => titlesPlan(heading) && (improvesOrActs.test(heading) || speaksOfInspection(blocks)),
    );
    return mergeReadings(plans.map((plan) => readPlan(plan, blocks)));
  },
};

interface PlanRange {
  readonly plan: RawValue;
  readonly heading: string;
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** From each heading that names a plan to the next plan or the next standard section of a paper. */
function plansOf(blocks: readonly Block[], free: (index: number) => boolean): readonly PlanRange[] {
  const ranges: PlanRange[] = [];
  let open: Omit<PlanRange, 'to'> | null = null;
  const close = (to: number) => {
    if (open !== null && to > open.from + 1) ranges.push({ ...open, to });
    open = null;
  };
  blocks.forEach((block, index) => {
    const title = blockTitle(block);
    if (!free(index) || ('text' in block && closesLetter(block.text))) close(index);
    if (title === null) return;
    const name = planName(title.text);
    if (name !== null) {
      close(index);
      const plan = { text: name, places: title.value.places };
      open = { plan, heading: title.text, level: title.level, from: index };
    } else if (isStandardSection(title.text) || endsPlan(title, open)) close(index);
  });
  close(blocks.length);
  return ranges;
}

/** A title that stands above the plan's, or the next item of the list that the plan is one of (`14. … plan`, `15. …`). */
function endsPlan(title: Title, open: Omit<PlanRange, 'to'> | null): boolean {
  if (open === null) return false;
  const depth = (text: string) => /^\s*(\d+(?:\.\d+)*)[.)]?\s/.exec(text)?.[1]?.split('.').length ?? 0;
  const own = depth(open.heading);
  return title.level < open.level || (own > 0 && depth(title.text) > 0 && depth(title.text) <= own);
}

interface Theme {
  readonly title: Title | null;
  readonly blocks: readonly { readonly block: Block; readonly index: number }[];
}

function readPlan({ plan, from, to }: PlanRange, blocks: readonly Block[]): LayoutReading {
  const themes = splitThemes(blocks, from + 1, to);
  if (isCalendar(themes) || areProfiles(themes) || haveLabels(themes)) return nothingRead;
  const read = mergeReadings(themes.map((theme) => readTheme(theme, plan)));
  if (read.entries.length === 0) return nothingRead;
  return { ...read, used: new Set(Array.from({ length: to - from }, (_, offset) => from + offset)) };
}

/** Days and months with what is on: dates are no findings. */
function isCalendar(themes: readonly Theme[]): boolean {
  const titles = themes.flatMap(({ title, blocks }) => (title === null || blocks.length === 0 ? [] : [title.text]));
  return titles.length > 1 && titles.every(isWholeDate);
}

/** Words before a colon that return are labels of records, and neither topics nor prose. */
function haveLabels(themes: readonly Theme[]): boolean {
  const texts = themes.flatMap(({ blocks }) => blocks.flatMap(({ block }) => textsOf(block)));
  const labels = texts.map(({ text }) =>
    [...text.matchAll(labelled)].map(({ groups }) => foldPlain(groups?.words ?? '')),
  );
  const counts = Map.groupBy(labels.flat(), (label) => label);
  const those = labels.filter((own) => own.some((label) => (counts.get(label)?.length ?? 0) > 1));
  return those.length > leastLabelled * texts.length;
}

const labelled = /(?:^|[.;] )(?<words>\p{Lu}[^:.;]{1,60}):\s+(?=\S)/gu;
const leastLabelled = 0.5;

/** Sections that begin with a post each tell of people, and of no plan. */
function areProfiles(themes: readonly Theme[]): boolean {
  const firsts = themes.flatMap(({ title, blocks: [first] }) =>
    title === null || first === undefined
      ? []
      : [
          textsOf(first.block)[0]
            ?.text.split(/[|·\n]/)[0]
            ?.trim() ?? '',
        ],
  );
  const posts = firsts.filter(
    (text) => rolePhrase.test(foldPlain(text)) && !/[()]|[.!?:]$/.test(text) && text.split(' ').length <= longestPost,
  );
  return posts.length > 1 && posts.length > 0.5 * firsts.length;
}

const longestPost = 8;

function splitThemes(blocks: readonly Block[], from: number, to: number): readonly Theme[] {
  const themes: { title: Title | null; blocks: { block: Block; index: number }[] }[] = [{ title: null, blocks: [] }];
  blocks.slice(from, to).forEach((block, offset) => {
    const title = blockTitle(block);
    if (title !== null) themes.push({ title, blocks: [] });
    else themes.at(-1)?.blocks.push({ block, index: from + offset });
  });
  return themes;
}

/** What is told of a plan is told in sentences or items; names, posts and comments on a table are no entries. */
function isTold({ blocks }: Theme): boolean {
  const said = blocks.flatMap(({ block }) =>
    textsOf(block).map(({ text }) => ({ text, isItem: block.kind === 'list' })),
  );
  const isOnTable = blocks.some(({ block }) => block.kind === 'table');
  const told = said.filter(
    ({ text, isItem }) => text.split(/\s+/).length >= leastSentence && (isItem || /[.!?:;]["'”’)]?$/.test(text)),
  );
  return !isOnTable && told.length >= 0.5 * said.length;
}

const leastSentence = 4;

function readTheme(theme: Theme, plan: RawValue): LayoutReading {
  if (!isTold(theme))
    return { ...nothingRead, issues: theme.blocks.flatMap(({ block }) => textsOf(block).map(textNotPlaced)) };
  const entries: RawEntry[] = [];
  const issues: Issue[] = [];
  const ahead = theme.title !== null && nextStepsTitle.test(theme.title.text);
  const title = ahead ? null : theme.title;
  let listed: { readonly from: number; readonly outstanding: boolean } | null = null;
  theme.blocks.forEach(({ block }, position) => {
    const next = theme.blocks[position + 1]?.block;
    if (block.kind === 'list') {
      const before = theme.blocks[position - 1]?.block;
      const lead = ahead ? futureLead : leadInOf(before?.kind === 'paragraph' ? before : null);
      listed = { from: entries.length, outstanding: lead.field === 'action' && lead.status !== null };
      entries.push(...listToEntries(block, lead, title, plan));
      return;
    }
    if (block.kind !== 'paragraph') return;
    const value = { text: block.text, places: block.places };
    const closing = listed?.outstanding === true ? closingOf(value) : null;
    if (closing !== null && listed !== null) {
      for (let index = listed.from; index < entries.length; index++) {
        const entry = entries[index];
        if (entry !== undefined) entries[index] = { ...entry, fields: { ...entry.fields, status: closing } };
      }
    }
    if (title === null || next?.kind === 'list' || /:\s*$/.test(block.text)) issues.push(textNotPlaced(value));
    else entries.push(themed({ ...emptyEntry, plan, fields: { progress: value } }, title));
    listed = null;
  });
  return { entries, used: new Set(), statements: [], issues };
}

function themed(entry: RawEntry, title: Title | null): RawEntry {
  return title === null || entry.fields.theme !== undefined
    ? entry
    : { ...entry, fields: { ...entry.fields, theme: title.value } };
}

/** What the paragraph above a list says of its items. */
interface LeadIn {
  readonly field: SingleField;
  readonly status: RawValue | null;
  readonly origin: RawValue | null;
}

const futureLead: LeadIn = { field: 'future', status: null, origin: null };

const namesActions = new RegExp(`\\b${planLines}\\b`, 'i');

function leadInOf(paragraph: Paragraph | null): LeadIn {
  const text = paragraph?.text ?? '';
  const sentence = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).at(-1) ?? '';
  const standing = namesActions.test(sentence) && !deliveredWords.test(sentence) ? statusOfListed(sentence) : null;
  const led = leadIns.find(([pattern]) => pattern.test(foldPlain(sentence)))?.[1] ?? 'progress';
  const field = standing === null ? led : 'action';
  const places = paragraph?.places ?? [];
  const words = field === 'action' ? outstandingWords : field === 'progress' ? deliveredWords : null;
  const status = standing ?? words?.exec(sentence)?.[0] ?? null;
  const origin = field === 'action' ? originWords.exec(sentence) : null;
  return {
    field,
    status: status === null ? null : { text: status, places },
    origin: origin === null ? null : { text: origin[0], places },
  };
}

function closingOf({ text, places }: RawValue): RawValue | null {
  const sentence = text.split(/(?<=[.!?])\s+/).find((part) => closingWords.test(part) && refersBack.test(part));
  const words = sentence === undefined ? null : closingWords.exec(sentence);
  return words === null ? null : { text: words[0].trim(), places };
}

function listToEntries(list: List, lead: LeadIn, title: Title | null, plan: RawValue): readonly RawEntry[] {
  return list.items.map((item) => {
    const value = { text: item.text, places: item.places };
    const fields = lead.field === 'action' ? actionItem(value) : topicItem(value, lead.field);
    const status = lead.status === null ? {} : { status: lead.status };
    const theme = lead.origin === null ? {} : { theme: lead.origin };
    return themed({ ...emptyEntry, plan, fields: { ...theme, ...fields, ...status } }, title);
  });
}

/** `Develop a platform. (this is being done…)`: what is to be done, and in brackets how it goes. */
const bracketed = /^(?<action>[^(]{10,}?)\.?\s*\((?<progress>[\s\S]{30,}?)\)?\.?\s*$/u;

function actionItem({ text, places }: RawValue): RawEntry['fields'] {
  const { action, progress } = bracketed.exec(text)?.groups ?? {};
  if (action === undefined || progress === undefined) return { action: { text, places } };
  return { action: { text: action.trim(), places }, progress: { text: progress.trim(), places } };
}

/** `Reverse mentoring - The pilot has begun`: a topic of a few words, and how it goes. */
const topical = /^(?<topic>\p{Lu}[^.:;–—]{2,60}?)(?:\s+[-–—]\s+|:\s+)(?<rest>[\p{L}\p{N}][\s\S]{8,})$/u;
const longestTopic = 6;

function topicItem({ text, places }: RawValue, field: SingleField): RawEntry['fields'] {
  const { topic, rest } = topical.exec(text)?.groups ?? {};
  if (topic === undefined || rest === undefined || topic.split(/\s+/).length > longestTopic)
    return { [field]: { text, places } };
  return { theme: { text: topic.trim(), places }, [field]: { text: rest.trim(), places } };
}
