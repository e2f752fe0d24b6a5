import type { FindingKind, Pillar } from '../model/plan.ts';

/** The inspectorate's three pillars with its questions in rounds 2 and 3 and their short labels, folded to words. */
export const pillarWords: readonly (readonly [Pillar, readonly string[]])[] = [
  [
    'effectiveness',
    [
      'effectiveness',
      'understanding the risk of fire and other emergencies',
      'understanding fire and risk',
      'preventing fires and other risks',
      'preventing fire and risk',
      'protecting the public through fire regulation',
      'public safety through fire regulation',
      'responding to fires and other emergencies',
      'responding to fires and emergencies',
      'responding to major and multi agency incidents',
      'responding to major incidents',
      'responding to national risks',
    ],
  ],
  [
    'efficiency',
    [
      'efficiency',
      'making best use of resources',
      'best use of resources',
      'making the service affordable now and in the future',
      'future affordability',
    ],
  ],
  [
    'people',
    [
      'people',
      'promoting the right values and culture',
      'promoting values and culture',
      'getting the right people with the right skills',
      'right people right skills',
      'ensuring fairness and promoting diversity',
      'promoting fairness and diversity',
      'managing performance and developing leaders',
    ],
  ],
];

/** How papers name the kinds of finding, folded to words, most telling first. */
export const kindWords: readonly (readonly [RegExp, FindingKind])[] = [
  [/\bcauses? (of|for) concern\b|\bcoc(?=\d|\b)/, 'cause_of_concern'],
  [/\bareas? for improvements?\b|\bafis?(?=\d|\b)/, 'area_for_improvement'],
  [/\brecommendations?\b|\brecs?(?=\d|\b)/, 'recommendation'],
];
