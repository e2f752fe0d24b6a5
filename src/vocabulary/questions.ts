import type { Pillar, Question } from '../model/values.ts';

interface InspectionQuestion {
  readonly question: Question;
  readonly pillar: Pillar;
  /** Its number in the rounds up to 2023-25. A later round counts otherwise, so that a number alone names no question. */
  readonly number: string;
  /** How the inspectorate words it, in full and short, folded to words. */
  readonly wordings: readonly string[];
}

const asked = (
  question: Question,
  pillar: Pillar,
  number: string,
  ...wordings: readonly string[]
): InspectionQuestion => ({ question, pillar, number, wordings });

/** The questions of the rounds up to 2023-25; those of round 1 that were worded otherwise stand behind. */
export const questions: readonly InspectionQuestion[] = [
  asked(
    'risk',
    'effectiveness',
    '1.1',
    'understanding the risk of fire and other emergencies',
    'understanding fire and risk',
  ),
  asked('prevention', 'effectiveness', '1.2', 'preventing fires and other risks', 'preventing fire and risk'),
  asked(
    'protection',
    'effectiveness',
    '1.3',
    'protecting the public through fire regulation',
    'public safety through fire regulation',
  ),
  asked(
    'response',
    'effectiveness',
    '1.4',
    'responding to fires and other emergencies',
    'responding to fires and emergencies',
  ),
  asked(
    'major_incidents',
    'effectiveness',
    '1.5',
    'responding to major and multi agency incidents',
    'responding to major incidents',
    'responding to national risks',
  ),
  asked('resources', 'efficiency', '2.1', 'making best use of resources', 'best use of resources'),
  asked(
    'affordability',
    'efficiency',
    '2.2',
    'making the service affordable now and in the future',
    'future affordability',
  ),
  asked('culture', 'people', '3.1', 'promoting the right values and culture', 'promoting values and culture'),
  asked('skills', 'people', '3.2', 'getting the right people with the right skills', 'right people right skills'),
  asked('fairness', 'people', '3.3', 'ensuring fairness and promoting diversity', 'promoting fairness and diversity'),
  asked('leaders', 'people', '3.4', 'managing performance and developing leaders'),
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
