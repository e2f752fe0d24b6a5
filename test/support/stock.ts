import type { Random } from './random.ts';

/** Sentences of invented services: what an inspectorate might find, what a service might do, and how it might get on. */

const names = [
  'Harrowdale',
  'Eastmarsh',
  'Kelverton',
  'Stonebeck',
  'Wyremouth',
  'Branscombe Vale',
  'Ottermere',
  'Pennyholt',
  'Carrick Moor',
  'Ludworth',
  'Saltfleet',
  'Thornaby Wolds',
];
export const serviceName = (random: Random) => `${random.pick(names)} Fire and Rescue Service`;

const objects = [
  'risk information for operational crews',
  'its safe and well visits',
  'the fire cover review',
  'hydrant inspections',
  'its recruitment campaigns',
  'secondary contracts',
  'the mobilising system',
  'breathing apparatus training',
  'high-rise premises audits',
  'its exercise programme',
  'the appraisal scheme',
  'promotion boards',
  'the estates strategy',
  'wholetime shift patterns',
  'on-call availability',
  'welfare support after incidents',
  'grievance handling',
  'its performance dashboards',
  'data quality in incident records',
  'the reserves strategy',
  'procurement savings',
  'joint working with police and ambulance',
  'water rescue capability',
  'wildfire preparedness',
  'its equality impact assessments',
  'mental health first aid',
  'supervisory manager development',
  'the intranet and bulletins',
  'unwanted fire signals',
  'enforcement notices',
  'building regulation consultations',
  'arson reduction work',
  'road safety education',
  'partner referrals of vulnerable residents',
  'evaluation of prevention campaigns',
  'the training records system',
  'driver training',
  'incident command assessments',
  'hot debriefs and learning',
  'national operational guidance',
  'cross-border mutual assistance',
  'evacuation control for tall buildings',
  'fleet replacement',
  'carbon reduction',
  'vehicle telematics',
  'absence management',
  'fitness testing',
  'its volunteers scheme',
  'community safety in rural areas',
  'contract management',
];
const stems = [
  'The service should make sure that',
  'The service should ensure',
  'The service should assure itself that',
  'The service needs to make sure',
  'The service should evaluate whether',
  'The service should improve how',
];
const purposes = [
  'is accurate and kept up to date',
  'reaches the people most at risk',
  'is understood by all staff',
  'is properly resourced',
  'offers value for money',
  'is consistent across every station',
  'is monitored and reported to managers',
  'takes account of local need',
  'gives the public a clear picture',
  'is tested often enough',
  'supports the community risk management plan',
  'is open and fair to everyone',
  'can be shown to work',
  'meets the national standard',
  'is recorded in one place',
];
const verbs = [
  'Review',
  'Develop a new approach to',
  'Publish guidance on',
  'Carry out an audit of',
  'Agree a policy for',
  'Introduce a dashboard for',
  'Appoint a lead officer for',
  'Procure software to support',
  'Deliver workshops about',
  'Set up a working group for',
  'Write a business case for',
  'Survey staff about',
  'Pilot changes to',
  'Benchmark',
  'Embed learning about',
  'Set targets for',
];
const aims = [
  'so that managers can see progress',
  'with support from neighbouring services',
  'in line with the people strategy',
  'at all wholetime stations',
  'for middle managers and above',
  'to meet the fire standards',
  'before the next inspection',
  'with staff and trade unions',
  'and report to the assurance board',
  'using the new records system',
  'across both districts',
  'for on-call and control colleagues',
];
const teams = [
  'the prevention team',
  'the protection department',
  'human resources',
  'the training centre',
  'fire control',
  'the digital team',
  'the finance department',
  'the programme office',
  'station managers',
  'the operational assurance team',
  'the communications team',
  'group managers',
  'the health and wellbeing adviser',
  'the workforce planning group',
];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const deeds = [
  'has finished a first draft',
  'has met all area commanders',
  'is collecting feedback',
  'has recruited two further officers',
  'has trained the remaining watches',
  'agreed the scope with the board',
  'presented options to senior leaders',
  'is working through a backlog',
  'has chosen a supplier',
  'started a trial at three stations',
  'published the results',
  'has written to all partners',
  'completed quality checks',
  'is waiting for legal advice',
  'has updated the risk register',
  'is reviewing comments from the unions',
];
const asides = [
  'Delays to building work have held this up.',
  'The budget for this was approved.',
  'Early results are encouraging.',
  'A further report is due in the autumn.',
  'This will now be part of the annual assurance cycle.',
  'Some stations have yet to take part.',
  'Uptake is higher than expected.',
  'The pandemic has limited face to face sessions.',
  'An external review supported the approach.',
  'Vacancies in the team have slowed delivery.',
  'No further funding is needed.',
  'Feedback from crews has been positive.',
];
const leads = [
  'Head of Prevention',
  'Head of Protection',
  'Head of Response',
  'Head of Training and Assurance',
  'Assistant Director, People',
  'Assistant Director, Finance and Assets',
  'Area Manager, Service Improvement',
  'Deputy Chief Fire Officer',
  'Head of Digital and Data',
  'Director of Corporate Services',
  'Area Manager Community Risk',
];

export const finding = (random: Random) => `${random.pick(stems)} ${random.pick(objects)} ${random.pick(purposes)}.`;
export const action = (random: Random) => `${random.pick(verbs)} ${random.pick(objects)} ${random.pick(aims)}.`;
export const lead = (random: Random) => random.pick(leads);
const sentence = (random: Random): string => {
  const team = random.pick(teams);
  const opened = `${team.charAt(0).toUpperCase()}${team.slice(1)} ${random.pick(deeds)}`;
  const tail = [
    () => ` on ${random.pick(objects)}.`,
    () => ` for ${random.pick(objects)} in ${random.pick(months)} ${random.whole(2019, 2025)}.`,
    () => `; ${random.whole(3, 98)} of ${random.whole(100, 240)} people have taken part.`,
    () => ` and ${random.whole(20, 99)}% of the work on ${random.pick(objects)} is done.`,
  ];
  return random.chance(0.2) ? random.pick(asides) : `${opened}${random.pick(tail)()}`;
};
export const sentences = (random: Random, least: number, most: number) =>
  Array.from({ length: random.whole(least, most) }, () => sentence(random)).join(' ');

/** Words that say nearly the same, and turns of phrase that take each other's place. */
const exchanges: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bmake sure( that)?\b/gi, ['ensure', 'satisfy itself that']],
  [/\bensure\b/gi, ['make sure', 'be certain that']],
  [/\bassure itself that\b/gi, ['make sure', 'be confident that']],
  [/\bshould\b/g, ['must', 'needs to', 'ought to']],
  [/\bneeds to\b/g, ['should', 'must']],
  [/\bstaff\b/g, ['personnel', 'employees', 'the workforce']],
  [/\bcolleagues\b/g, ['staff', 'personnel']],
  [/^Review\b/, ['Undertake a review of', 'Look again at', 'Carry out a review of']],
  [/^Develop a new approach to\b/, ['Design a fresh way of handling', 'Create a new approach for']],
  [/^Publish guidance on\b/, ['Issue guidance about', 'Guidance to be published on']],
  [/^Carry out an audit of\b/, ['Audit', 'Complete an internal audit of']],
  [/^Agree a policy for\b/, ['Put a policy in place for', 'Adopt a policy covering']],
  [/^Introduce a dashboard for\b/, ['Build a dashboard showing', 'Bring in a dashboard on']],
  [/^Appoint a lead officer for\b/, ['Name a lead officer for', 'Nominate an officer to lead on']],
  [/^Deliver workshops about\b/, ['Run workshops on', 'Hold a series of workshops on']],
  [/^Set up a working group for\b/, ['Establish a task group on', 'Form a working group to look at']],
  [/^Write a business case for\b/, ['Prepare the business case for', 'Draft a business case covering']],
  [/^Survey staff about\b/, ['Ask staff for their views on', 'Carry out a staff survey on']],
  [/^Pilot changes to\b/, ['Trial changes to', 'Test changes in']],
  [/^Set targets for\b/, ['Agree targets on', 'Put targets in place for']],
  [/\baccurate and kept up to date\b/, ['correct and current', 'up to date and accurate']],
  [/\bmost at risk\b/, ['at greatest risk', 'who are most vulnerable']],
  [/\bunderstood by all\b/, ['fully understood by all', 'well understood among']],
  [/\bproperly resourced\b/, ['given enough resources', 'adequately resourced']],
  [/\bacross every station\b/, ['at all stations', 'in every station']],
  [/\bsenior leaders\b/, ['the leadership team']],
  [/\bin line with\b/, ['consistent with', 'in keeping with']],
  [/\bwith support from\b/, ['helped by', 'supported by']],
  [/\bso that managers can see progress\b/, ['to let managers see progress', 'giving managers sight of progress']],
  [/\bcampaigns\b/, ['activity', 'drives']],
  [/\bvulnerable residents\b/, ['vulnerable people', 'residents at risk']],
];
const additions = [
  'across the whole service',
  'wherever practicable',
  'as soon as possible',
  'working with partners',
  'as agreed with the inspectorate',
];
const fillers = ['fully', 'clearly', 'regularly', 'also'];

/** Rewords a text so that it says the same: `strength` from 0 (a word) to 1 (most turns of phrase, order and additions). */
export function reword(random: Random, text: string, strength: number): string {
  let made = text;
  let changes = 0;
  for (const [pattern, others] of random.shuffle(exchanges)) {
    if (changes > 0 && !random.chance(strength)) continue;
    const next = made.replace(pattern, random.pick(others));
    if (next !== made) changes += 1;
    made = next;
  }
  if (random.chance(strength * 0.5) || made === text) made = made.replace(/\.?$/, ` ${random.pick(additions)}.`);
  if (random.chance(strength * 0.4)) made = made.replace(/\b(is|are|to)\b/, `$1 ${random.pick(fillers)}`);
  if (random.chance(strength * 0.3)) {
    const words = made.split(' ');
    const at = random.whole(2, Math.max(2, words.length - 3));
    made = [...words.slice(0, at), ...words.slice(at + 1)].join(' ');
  }
  return made === text ? `${text.replace(/\.$/, '')} in full.` : made;
}
