import type { Random } from '../../../test/support/random.ts';
import { addDays, dateStyles } from '../dates.ts';
import { isSetAside } from './labels.ts';
import { boards, type FrameKind, frames, partners, stations } from './sentences.ts';
import { type Topic, topics } from './topics.ts';

/** Which part of every bank a paper draws from: training papers never show what is set aside for measuring. */
export type Split = 'train' | 'held-out';

/** Draws from the part of a bank that the split may use; measuring may use all of it. */
export function allowed<T>(bank: readonly T[], split: Split): readonly T[] {
  return split === 'train' ? bank.filter((_, index) => !isSetAside(index)) : bank;
}

/** Topics set apart: training and measuring never share one. */
export const topicsOf = (split: Split): readonly Topic[] =>
  topics.filter((_, index) => isSetAside(index) === (split === 'held-out'));

/** Writes sentences about topics as of a day. */
export interface Writer {
  sentence(kind: FrameKind, topic: Topic): string;
  /** Up to `most` sentences of a kind, all different. */
  sentences(kind: FrameKind, topic: Topic, most: number): readonly string[];
}

/** What papers call the body that was inspected. */
const subjects = [
  'the service',
  'the service',
  'the service',
  'the Service',
  'the brigade',
  'the force',
  'the authority',
];

export function writerFor(random: Random, split: Split, today: Date): Writer {
  const subject = random.pick(subjects);
  const near = (kind: FrameKind) => addDays(today, kind === 'future' ? random.whole(20, 300) : -random.whole(20, 300));
  const drawn = (kind: FrameKind): Readonly<Record<string, () => string>> => ({
    board: () => random.pick(boards),
    place: () => random.pick(stations),
    partner: () => random.pick(partners),
    month: () => dateStyles.monthLong(near(kind)).raw,
    day: () => dateStyles.dayLong(addDays(today, random.whole(30, 300))).raw,
    n: () => String(random.whole(6, 40)),
    m: () => String(random.whole(41, 64)),
    percent: () => String(random.whole(65, 99)),
  });
  const fill = (frame: string, kind: FrameKind, topic: Topic): string => {
    const words = drawn(kind);
    const named = frame.replaceAll('the service', subject).replaceAll('The service', capitalised(subject));
    return named.replaceAll(/\{(\^?)(\w+)\}/g, (_, capital: string, name: string) => {
      const text = words[name]?.() ?? (topic as unknown as Readonly<Record<string, string>>)[name] ?? name;
      return capital === '' ? text : capitalised(text);
    });
  };
  const sentences = (kind: FrameKind, topic: Topic, most: number) =>
    random
      .shuffle(allowed<string>(frames[kind], split))
      .slice(0, random.whole(1, most))
      .map((frame) => fill(frame, kind, topic));
  return { sentences, sentence: (kind, topic) => fill(random.pick(allowed<string>(frames[kind], split)), kind, topic) };
}

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
