import type { Random } from '../../test/support/random.ts';
import { addDays, dateStyles } from './dates.ts';
import type { Setting } from './front.ts';
import type { Block } from './page.ts';
import { rolesBefore } from './words/sentences.ts';
import type { Topic } from './words/topics.ts';
import type { Writer } from './words/write.ts';

/** What is at hand for whoever writes such a paper. */
export interface Desk {
  readonly random: Random;
  readonly setting: Setting;
  readonly writer: Writer;
  readonly topics: readonly Topic[];
}

/** Writes a paper, or a part of one, that holds no plan. */
export type Kind = (desk: Desk) => readonly Block[];

/** A few of what is made, at least and at most so many. */
export const many = <T>(random: Random, least: number, most: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: random.whole(least, most) }, (_, index) => make(index));
export const topicAt = (topics: readonly Topic[], index: number) => topics[index % topics.length] as Topic;
/** A day so many days after the meeting, in words. */
export const dayFrom = ({ setting }: Desk, days: number) => dateStyles.dayLong(addDays(setting.meeting, days)).raw;
export const roleFor = (random: Random, { team }: Topic) =>
  `${random.pick(rolesBefore.filter((role) => !role.endsWith('of')))}, ${team}`;
