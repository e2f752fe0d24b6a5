import type { Pillar, Question } from '../model/values.ts';

/** A question of the inspectorate's fire inspections. */
interface InspectionQuestion {
  readonly question: Question;
  readonly pillar: Pillar;
  /** Its number in the rounds up to 2023-25. A later round counts otherwise, so that a number alone names no question. */
  readonly number: string;
  /** How the inspectorate words it, in full and short, folded to words. */
  readonly wordings: readonly string[];
}

/** The questions of the rounds up to 2023-25; those of round 1 that were worded otherwise stand behind. */
export const questions: readonly InspectionQuestion[] = [
  {
    question: 'risk',
    pillar: 'effectiveness',
    number: '1.1',
    wordings: ['understanding the risk of fire and other emergencies', 'understanding fire and risk'],
  },
  {
    question: 'prevention',
    pillar: 'effectiveness',
    number: '1.2',
    wordings: ['preventing fires and other risks', 'preventing fire and risk'],
  },
  {
    question: 'protection',
    pillar: 'effectiveness',
    number: '1.3',
    wordings: ['protecting the public through fire regulation', 'public safety through fire regulation'],
  },
  {
    question: 'response',
    pillar: 'effectiveness',
    number: '1.4',
    wordings: ['responding to fires and other emergencies', 'responding to fires and emergencies'],
  },
  {
    question: 'major_incidents',
    pillar: 'effectiveness',
    number: '1.5',
    wordings: [
      'responding to major and multi agency incidents',
      'responding to major incidents',
      'responding to national risks',
    ],
  },
  {
    question: 'resources',
    pillar: 'efficiency',
    number: '2.1',
    wordings: ['making best use of resources', 'best use of resources'],
  },
  {
    question: 'affordability',
    pillar: 'efficiency',
    number: '2.2',
    wordings: ['making the service affordable now and in the future', 'future affordability'],
  },
  {
    question: 'culture',
    pillar: 'people',
    number: '3.1',
    wordings: ['promoting the right values and culture', 'promoting values and culture'],
  },
  {
    question: 'skills',
    pillar: 'people',
    number: '3.2',
    wordings: ['getting the right people with the right skills', 'right people right skills'],
  },
  {
    question: 'fairness',
    pillar: 'people',
    number: '3.3',
    wordings: ['ensuring fairness and promoting diversity', 'promoting fairness and diversity'],
  },
  {
    question: 'leaders',
    pillar: 'people',
    number: '3.4',
    wordings: ['managing performance and developing leaders'],
  },
];

/** A round of inspections of all services. */
interface Round {
  readonly round: string;
  readonly questions: number;
  /** False where the wordings and numbers of its questions are not known here. */
  readonly worded: boolean;
}

/** The rounds in order. Of the ten questions from 2025 on neither the wordings nor the numbers were at hand. */
export const rounds: readonly Round[] = [
  { round: '2018/19', questions: 11, worded: true },
  { round: '2021/22', questions: 11, worded: true },
  { round: '2023-25', questions: 11, worded: true },
  { round: '2025-27', questions: 10, worded: false },
];

const whom = '(?:the |our |this )?(?:[a-z]+ ){0,6}?';
const effective = `how effective(?:ly)? (?:is|are|does|do) ${whom}(?:service|brigade|force|we|us|authority)\\b`;
const efficient = `how efficient(?:ly)? (?:is|are|does|do) ${whom}(?:service|brigade|force|we|us|authority)\\b`;
const ofPeople = `how well (?:does|do) ${whom}(?:service|brigade|force|we|authority) look after (?:its|our|their) people\\b`;

/** The question over a pillar of an inspection, whoever asks it. On folded words. */
export const pillarQuestions: readonly (readonly [RegExp, Pillar])[] = [
  [new RegExp(`^${effective}`), 'effectiveness'],
  [new RegExp(`^${efficient}`), 'efficiency'],
  [new RegExp(`^${ofPeople}`), 'people'],
];

/** `Effectiveness` is a pillar and no more; an inspection's question (`Best use of resources`) is a theme of its pillar. */
export const namesPillar = new RegExp(
  `^(?:pillar \\d? ?)?(?:effectiveness|efficiency|people)\\b|^(?:${effective}|${efficient}|${ofPeople})`,
  'i',
);
