import { type Random, randomFrom } from '../../test/support/random.ts';

/** A document of a made pack, as HTML. */
export interface PackDocument {
  readonly name: string;
  readonly html: string;
}

/*
 * What a fire authority's meeting is sent beside the one paper that anybody looks for: an agenda and minutes, reports with
 * the same headings each time, tables of money and of indicators, registers of risks, what auditors recommend and what is
 * done about it, policies and long statements. Inspections are spoken of here and there, and no plan follows one.
 */

const authority = 'Wrendale Fire and Rescue Authority';

/** `{…}` stands for one of the words below. */
const slots: Readonly<Record<string, readonly string[]>> = {
  officer: [
    'Chief Fire Officer',
    'Deputy Chief Fire Officer',
    'Treasurer',
    'Monitoring Officer',
    'Head of Finance',
    'Area Manager',
    'Head of People',
    'Director of Corporate Services',
    'Assistant Chief Officer',
  ],
  member: ['Councillor Ashby', 'Councillor Denholm', 'the Chair', 'Councillor Orrell', 'the Vice-Chair', 'a Member'],
  topic: [
    'the capital programme',
    'on-call availability',
    'the pension fund',
    'the estates strategy',
    'control room replacement',
    'home safety visits',
    'procurement of appliances',
    'the treasury strategy',
    'sickness absence',
    'collaboration with the police',
    'unwanted fire signals',
    'firefighter recruitment',
    'cyber security',
    'water rescue',
    'the annual governance statement',
  ],
  month: ['January', 'March', 'April', 'June', 'September', 'November', 'December'],
  year: ['2021/22', '2022/23', '2023/24', '2024/25'],
  amount: ['£0.3m', '£1.2m', '£45,000', '£310,000', '£2.75m', '£18.6m', '£96,400'],
  share: ['1.7%', '12%', '4.5%', '33%', '88%', '71.2%'],
  place: ['Marsham', 'Hexley', 'Upper Tarn', 'Colby Road', 'Saltmouth', 'the Northern area'],
};

const sentences = {
  report: [
    'The purpose of this report is to inform Members of the position on {topic} at the end of {month}.',
    'A report on {topic} was considered by the committee in {month} and Members asked for further detail.',
    'There are no direct financial implications arising from this report beyond {amount} that has been budgeted for.',
    'Legal advice has been sought, and the {officer} is satisfied that the Authority is acting within its powers.',
    'An equality impact assessment has been carried out and no adverse effect on any protected group was identified.',
    'Officers have been working with partners in {place} and a further report will be brought in {month}.',
    'The {officer} has delegated authority to agree the final terms, following consultation with {member}.',
    'Spending on {topic} was {amount} above the profiled budget, mainly because of overtime and agency costs.',
    'The Service has continued to review {topic} and expects savings of {amount} in {year}.',
    'Members are asked to note the progress that has been made since the last meeting.',
    'Further information may be had from the {officer}, whose details are given at the end of this report.',
    'An action plan for {topic} was agreed in {month}, and the {officer} reports on it to the management board.',
    'Consultation with representative bodies on {topic} ended in {month}; the responses are summarised below.',
  ],
  minutes: [
    'The {officer} presented the report and drew attention to {topic}.',
    'In response to a question from {member}, the {officer} said that {topic} would be reviewed in {month}.',
    '{member} thanked staff for their work and asked how {topic} compared with other authorities.',
    'RESOLVED that the report be noted and that a further report on {topic} be brought to the meeting in {month}.',
    'It was confirmed that the appointment had been made and that training had begun at {place}.',
    'The minutes of the meeting held in {month} were agreed as a correct record and signed by the Chair.',
    'The {officer} explained that a saving of {amount} had been achieved, and that {share} of incidents were attended in time.',
    'Apologies were received, and no interests were declared in the items on the agenda.',
    'Members discussed the recent inspection and were told that the report was expected in {month}.',
  ],
  accounts: [
    'The Authority recognises the liability in the balance sheet at fair value, net of transaction costs, and charges interest to the income and expenditure account.',
    'Property, plant and equipment is carried at current value in existing use, and is revalued at least every five years.',
    'The net pension liability fell by {amount} as a result of changes in the financial assumptions used by the actuary.',
    'Short-term investments are held with banks and building societies of high credit quality, within the limits of the strategy.',
    'Provisions are made where an event has taken place that gives the Authority an obligation which probably requires settlement.',
    'Council tax income included in the statement for the year is the accrued income due from the billing authorities.',
    'The minimum revenue provision for {year} has been calculated on the asset life method and amounts to {amount}.',
    'There is no contingent liability to be disclosed other than those relating to {topic}.',
    'The expected credit loss on trade receivables is {share} of the balance, which is not considered to be material.',
  ],
  policy: [
    'This policy applies to all employees, to volunteers and to contractors while they are on the premises of the Authority.',
    'Line managers are responsible for making sure that staff understand this policy and complete the training that goes with it.',
    'An employee who is unable to attend work must tell their manager as soon as possible, and before the start of the shift.',
    'The {officer} will review this policy every three years, or sooner if the law changes.',
    'Records will be kept for six years and will be disposed of securely thereafter.',
    'Nothing in this policy takes away the right of an employee to raise a grievance.',
    'Where informal steps have not resolved the matter, a hearing will be arranged within fourteen days.',
    'Personal data will be handled in accordance with the law on data protection and with the retention schedule.',
    'Allowances are paid at the rates that are set nationally and are reviewed in {month} each year.',
    'The employee may be accompanied by a colleague or by a representative of a trade union.',
  ],
  community: [
    'The risk of dwelling fires is highest in {place}, where {share} of households are of people aged 65 or over who live alone.',
    'Between {year} and {year} the number of road traffic collisions attended in {place} fell by {share}.',
    'Our crews at {place} are on call and respond from home or from work when their alerters sound.',
    'We have modelled the effect of moving an appliance to {place} and expect it to arrive within ten minutes on {share} of occasions.',
    'Flooding in {place} damaged homes and businesses, and is likely to become more frequent as the climate changes.',
    'We work with housing associations and with adult social care to reach those who are most at risk.',
    'Prevention, protection and response each have a part to play in keeping our communities safe.',
    'Fire safety inspections of {place} found that {share} of premises complied with the law.',
    'High-rise buildings, care homes and heritage sites are visited according to a programme based on risk.',
    'Respondents to the consultation were asked whether they supported the proposals; {share} did.',
    'In their last report inspectors judged the Service to be good at responding to fires and other emergencies.',
  ],
} as const;
type Kind = keyof typeof sentences;

const filled = ({ pick }: Random, text: string): string =>
  text.replace(/\{(\w+)\}/g, (_, slot: string) => pick(slots[slot] ?? ['']));

const several = ({ whole }: Random, least: number, most: number, make: () => string, between = ' '): string =>
  Array.from({ length: whole(least, most) }, make).join(between);

const sentence = (random: Random, kind: Kind): string => {
  const text = filled(random, random.pick(sentences[kind]));
  return text.slice(0, 1).toUpperCase() + text.slice(1);
};

const paragraphs = (random: Random, kind: Kind, count: number): string =>
  Array.from({ length: count }, () => `<p>${several(random, 2, 5, () => sentence(random, kind))}</p>`).join('');

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table>${row(heads, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>`;
}

const rowsOf = (count: number, make: () => readonly string[]) => Array.from({ length: count }, make);

function moneyTable(random: Random): string {
  const { whole } = random;
  const number = () => String(whole(-900, 9900));
  const heads = ['£000', 'Budget', 'Actual', 'Forecast', 'Variance'];
  return table(
    heads,
    rowsOf(whole(8, 24), () => [filled(random, '{topic}'), number(), number(), number(), number()]),
  );
}

function indicatorTable(random: Random): string {
  const { pick, whole } = random;
  const heads = ['Indicator', 'Target', 'Q1', 'Q2', 'Q3', 'Status', 'Comment'];
  return table(
    heads,
    rowsOf(whole(6, 12), () => [
      filled(random, 'Number of incidents involving {topic}'),
      ...Array.from({ length: 4 }, () => String(whole(3, 400))),
      pick(['On target', 'Off target', 'Green', 'Amber', 'Red']),
      sentence(random, 'report'),
    ]),
  );
}

function riskTable(random: Random): string {
  const { pick, whole } = random;
  const heads = ['Ref', 'Risk', 'Score', 'Controls in place', 'Further action', 'Owner', 'Review date'];
  return table(
    heads,
    rowsOf(whole(8, 14), () => [
      `CR${whole(1, 40)}`,
      filled(random, 'Failure of {topic} leads to loss of service or of public confidence'),
      String(whole(4, 25)),
      sentence(random, 'report'),
      filled(
        random,
        pick(['Review arrangements for {topic}', 'Complete the exercise at {place}', 'Recruit to the post']),
      ),
      filled(random, '{officer}'),
      filled(random, '{month} 2024'),
    ]),
  );
}

function auditTable(random: Random): string {
  const { pick, whole } = random;
  const heads = ['Recommendation', 'Priority', 'Management response', 'Responsible officer', 'Due date', 'Status'];
  return table(
    heads,
    rowsOf(whole(6, 12), () => [
      filled(
        random,
        pick(['Reconcile records of {topic} monthly', 'The Authority should document the procedure for {topic}']),
      ),
      pick(['High', 'Medium', 'Low']),
      `Agreed. ${sentence(random, 'report')}`,
      filled(random, '{officer}'),
      filled(random, '{month} 2024'),
      pick(['Complete', 'In progress', 'Not yet due', 'Overdue']),
    ]),
  );
}

const titles = ['Introduction', 'Background', 'Financial implications', 'Legal implications', 'Risk', 'Conclusion'];

const sections = (random: Random, kind: Kind, count: number, more: () => string = () => ''): string =>
  Array.from({ length: count }, (_, index) => {
    const title = titles[index % titles.length] ?? '';
    return `<h2>${index + 1}. ${title}</h2>${paragraphs(random, kind, random.whole(3, 6))}${more()}`;
  }).join('');

const sometimes = (random: Random, probability: number, make: (random: Random) => string) => () =>
  random.chance(probability) ? make(random) : '';

/** Each document's title, how often a pack has it, and what it holds. */
const documents: readonly (readonly [title: string, times: number, body: (random: Random) => string])[] = [
  ['Minutes of the previous meeting', 4, (random) => sections(random, 'minutes', 20)],
  ['Revenue and capital monitoring', 3, (random) => sections(random, 'report', 16, sometimes(random, 0.8, moneyTable))],
  ['Statement of accounts', 1, (random) => sections(random, 'accounts', 200, sometimes(random, 0.5, moneyTable))],
  ['Treasury management strategy', 1, (random) => sections(random, 'accounts', 60, sometimes(random, 0.3, moneyTable))],
  ['Performance report', 2, (random) => sections(random, 'report', 24, sometimes(random, 0.8, indicatorTable))],
  [
    'Corporate risk register',
    1,
    (random) => sections(random, 'report', 2) + several(random, 3, 4, () => riskTable(random)),
  ],
  ['Internal audit progress report', 2, (random) => sections(random, 'report', 10, sometimes(random, 0.6, auditTable))],
  ['Community risk management plan', 1, (random) => sections(random, 'community', 200)],
  ['Policy for approval', 6, (random) => sections(random, 'policy', 34)],
  ['Annual statement of assurance', 1, (random) => sections(random, 'community', 30) + sections(random, 'report', 6)],
  [
    'Annual report on health and safety',
    1,
    (random) => sections(random, 'report', 30, sometimes(random, 0.3, indicatorTable)),
  ],
  [
    'Members’ allowances and attendance',
    2,
    (random) => sections(random, 'policy', 6, sometimes(random, 0.5, moneyTable)),
  ],
];

const style = `@page{size:A4;margin:2cm;@bottom-center{content:counter(page)}} body{font:11pt 'Liberation Sans'}
table{border-collapse:collapse;font-size:8pt;width:100%} td,th{border:.5pt solid #555;padding:2pt;vertical-align:top}`;

/** The documents of one made meeting pack of some 600 pages, in the order of its agenda. */
export function makePack(seed: number): readonly PackDocument[] {
  const random = randomFrom(seed);
  const papers = random.shuffle(
    documents.flatMap(([title, times, body]) => Array.from({ length: times }, () => ({ title, body }))),
  );
  const agenda = `<h1>${authority}</h1><p>Agenda</p><ol>${papers.map(({ title }) => `<li>${title}</li>`).join('')}</ol>`;
  const head = (title: string, index: number) =>
    `<p>Agenda item ${index + 1}</p><h1>${title}</h1><p>${authority}</p><p>Report of the ${filled(random, '{officer}')}</p>`;
  const bodies = [agenda, ...papers.map(({ title, body }, index) => head(title, index) + body(random))];
  return bodies.map((body, index) => ({
    name: String(index).padStart(2, '0'),
    html: `<!doctype html><meta charset="utf-8"><style>${style}</style>${body}`,
  }));
}
