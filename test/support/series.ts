import type { Entry, Pillar, Plan, Status, StatusValue, Timescale } from '../../src/model/plan.ts';
import type { ChangeKind, RecordedPaper } from '../../src/model/thread.ts';
import { type Random, randomFrom } from './random.ts';
import { action, finding, lead, reword, sentences, serviceName } from './stock.ts';

/** What to make; all rates are between 0 and 1. */
export interface SeriesOptions {
  readonly seed: number;
  readonly papers: number;
  /** About how many entries a paper has. */
  readonly entries: number;
  /** How much of a reworded text changes: 0 a word, 1 nearly all turns of phrase. */
  readonly rewording: number;
  /** How often an entry is reworded between two papers. */
  readonly rewordRate: number;
  /** How many new progress texts have nothing of the earlier one; the others go on from it. */
  readonly replaced?: number;
}

/** A series of papers with what truly happened: which entry is which, and what changed from paper to paper. */
export interface Series {
  readonly service: string;
  readonly papers: readonly RecordedPaper[];
  /** The true thread of each entry, by entry id. */
  readonly threadOf: ReadonlyMap<string, number>;
  readonly changes: readonly TrueChange[];
}

export interface TrueChange {
  readonly paperId: string;
  readonly thread: number;
  readonly kind: ChangeKind;
}

/** One true entry, as it stands at the time. */
interface Line {
  thread: number;
  block: Block;
  action: string | null;
  progress: string | null;
  /** Months since January of the year 0. */
  due: number | null;
  status: StatusValue | null;
  lead: string;
}

interface Block {
  id: number;
  plan: number;
  pillar: Pillar;
  finding: string;
  summary: string | null;
}

/** How a series looks: what a service's template makes of an entry. */
interface Template {
  readonly blocks: boolean;
  readonly quarters: boolean;
  /** True where `Complete` stands in the date's cell, false where there is a column for the status. */
  readonly statusInDate: boolean;
  readonly updates: boolean;
  readonly plans: readonly string[];
}

const pillars: readonly Pillar[] = ['effectiveness', 'efficiency', 'people'];
const refStyles: readonly ((block: number, pillar: Pillar) => string | null)[] = [
  (block, pillar) => `${pillar === 'effectiveness' ? 'ES' : pillar === 'efficiency' ? 'EY' : 'P'}1.${block + 1}`,
  (block, pillar) => `${pillars.indexOf(pillar) + 1}.${block + 1}`,
  (block) => `AFI ${block + 1}`,
  (block) => `AFI-${String(block + 1).padStart(2, '0')}`,
  () => null,
];
const statusWords: Readonly<Record<StatusValue, readonly string[]>> = {
  not_started: ['Not started', 'Yet to start'],
  in_progress: ['In progress', 'On track'],
  delayed: ['Delayed', 'Off track'],
  deferred: ['Deferred', 'On hold'],
  ongoing: ['Ongoing', 'Continuous'],
  outstanding: ['Outstanding'],
  complete: ['Complete', 'Completed'],
  closed: ['Closed', 'Superseded'],
  not_applicable: ['N/A'],
};
const monthNames = 'January February March April May June July August September October November December'.split(' ');

const iso = (months: number, day: number) =>
  `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const lastDay = (months: number) => new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();

/** A month as a template prints it: a month, or the quarter of the financial year it is in. */
function timescale(months: number, { quarters }: Template, short: boolean): Timescale {
  const first = quarters ? months - (months % 3) : months;
  const last = quarters ? first + 2 : months;
  const year = Math.floor(first / 12) - (first % 12 < 3 ? 1 : 0);
  const quarter = `Q${((Math.floor((first % 12) / 3) + 3) % 4) + 1} ${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  const name = monthNames[months % 12] ?? '';
  const month = short
    ? `${name.slice(0, 3)} ${String(Math.floor(months / 12) % 100).padStart(2, '0')}`
    : `${name} ${Math.floor(months / 12)}`;
  return {
    raw: quarters ? quarter : month,
    start: iso(first, 1),
    end: iso(last, lastDay(last)),
    precision: quarters ? 'quarter' : 'month',
  };
}

/** What a change of format does to a text without changing what it says. */
function reset(random: Random, text: string | null): string | null {
  if (text === null) return null;
  return text
    .replace(/(\w)-(\w)/g, (whole, a: string, b: string) => (random.chance(0.15) ? `${a}${b}` : whole))
    .replace(/ /g, () => (random.chance(0.02) ? '  ' : ' '))
    .replace(/'/g, () => (random.chance(0.5) ? '’' : "'"))
    .replace(/\.$/, () => (random.chance(0.3) ? '' : '.'));
}

/** Makes one series; the same options make the same series. */
export function makeSeries(options: SeriesOptions): Series {
  const random = randomFrom(options.seed);
  const service = serviceName(random);
  const template: Template = {
    blocks: random.chance(0.6),
    quarters: random.chance(0.4),
    statusInDate: random.chance(0.6),
    updates: random.chance(0.2),
    plans: random.chance(0.25)
      ? ['Protection Improvement Plan', 'Culture Improvement Plan']
      : ['HMICFRS Improvement Plan'],
  };
  const changes: TrueChange[] = [];
  const threadOf = new Map<string, number>();
  const papers: RecordedPaper[] = [];
  let threads = 0;
  let blocks = 0;
  const month = () => 2021 * 12 + 3 * papers.length + random.whole(0, 30);
  const sharedFindings: string[] = [];

  const newBlock = (plan: number): Block => {
    const known = sharedFindings.length > 0 && random.chance(0.08);
    const text = known ? random.pick(sharedFindings) : finding(random);
    sharedFindings.push(text);
    blocks += 1;
    return {
      id: blocks - 1,
      plan,
      pillar: random.pick(pillars),
      finding: text,
      summary: template.blocks && random.chance(0.7) ? sentences(random, 1, 2) : null,
    };
  };
  const newLine = (block: Block, twin: Line | null): Line => {
    threads += 1;
    const ongoing = template.statusInDate && random.chance(0.06);
    return {
      thread: threads - 1,
      block,
      action: template.blocks ? (twin?.action ?? action(random)) : null,
      progress: random.chance(0.93) ? sentences(random, 1, 4) : null,
      due: ongoing ? null : month(),
      status: template.statusInDate
        ? ongoing
          ? 'ongoing'
          : null
        : random.pick(['in_progress', 'not_started', 'delayed']),
      lead: lead(random),
    };
  };

  let lines: Line[] = [];
  while (lines.length < options.entries) {
    const block = newBlock(random.whole(0, template.plans.length - 1));
    const blockLead = lead(random);
    const size = template.blocks ? random.whole(1, 6) : 1;
    for (let k = 0; k < size; k += 1) {
      const twin = k > 0 && random.chance(0.15) ? (lines.at(-1) ?? null) : null;
      lines.push({ ...newLine(block, twin), lead: blockLead });
    }
  }
  const held: Line[] = template.blocks
    ? lines.filter(() => random.chance(0.1))
    : lines.filter(() => random.chance(0.03));
  lines = lines.filter((line) => !held.includes(line));

  /** What happens between two papers to the entries of the plans reported on. */
  const pass = (paperId: string, reported: ReadonlySet<number>) => {
    const note = (line: Line, kind: ChangeKind) => changes.push({ paperId, thread: line.thread, kind });
    const inScope = (line: Line) => reported.has(line.block.plan);
    const leadOf = new Map<Block, string>();
    for (const block of new Set(lines.map((line) => line.block))) {
      if (!reported.has(block.plan)) continue;
      if (random.chance(0.06)) leadOf.set(block, lead(random));
      if (random.chance(options.rewordRate * (template.blocks ? 0.25 : 1))) {
        block.finding = reword(random, block.finding, options.rewording);
        for (const line of lines.filter((other) => other.block === block)) note(line, 'reworded');
      }
    }
    const staying: Line[] = [];
    for (const line of lines) {
      if (!inScope(line)) {
        staying.push(line);
        continue;
      }
      const done = line.status === 'complete' || line.status === 'closed';
      if (random.chance(done ? 0.25 : 0.035)) {
        note(line, done ? 'retired' : 'dropped');
        for (let k = changes.length - 1; k >= 0; k -= 1) {
          const change = changes[k];
          if (change?.paperId === paperId && change.thread === line.thread && change.kind === 'reworded')
            changes.splice(k, 1);
        }
        continue;
      }
      staying.push(line);
      const newLead = leadOf.get(line.block) ?? (random.chance(0.02) ? lead(random) : line.lead);
      if (newLead !== line.lead) {
        line.lead = newLead;
        note(line, 'lead_changed');
      }
      if (line.action !== null && random.chance(options.rewordRate)) {
        line.action = reword(random, line.action, options.rewording);
        if (
          !changes.some(
            (change) => change.paperId === paperId && change.thread === line.thread && change.kind === 'reworded',
          )
        ) {
          note(line, 'reworded');
        }
      }
      if (random.chance(0.3)) {
        const added = sentences(random, 1, 2);
        const way = random.next();
        if (line.progress === null || random.chance(options.replaced ?? 0.12)) line.progress = added;
        else if (way < 0.78) line.progress = `${line.progress} ${added}`;
        else if (way < 0.9) line.progress = `${added} ${line.progress}`;
        else line.progress = `${line.progress.split('. ').slice(-1).join('')} ${added}`;
        note(line, 'progress_updated');
      }
      move(line, note);
    }
    lines = staying;
    for (const line of held.filter((other) => inScope(other) && random.chance(0.3))) {
      held.splice(held.indexOf(line), 1);
      const neighbour = lines.findIndex((other) => other.block === line.block);
      lines.splice(neighbour < 0 ? random.whole(0, lines.length) : neighbour + 1, 0, line);
      note(line, 'added');
    }
    while (lines.length < 0.9 * options.entries && random.chance(0.8)) {
      const near = lines.filter(inScope);
      const plan = random.pick([...reported]);
      const block = near.length > 0 && random.chance(0.6) ? random.pick(near).block : newBlock(plan);
      const line = newLine(block, null);
      const after = lines.findLastIndex((other) => other.block === block);
      lines.splice(after < 0 ? lines.length : after + 1, 0, line);
      note(line, 'added');
    }
  };
  const move = (line: Line, note: (line: Line, kind: ChangeKind) => void) => {
    const fate = random.next();
    const done = line.status === 'complete' || line.status === 'closed';
    const end = (status: StatusValue, kind: ChangeKind) => {
      line.status = status;
      if (template.statusInDate) line.due = null;
      note(line, kind);
    };
    if (done) {
      if (fate < 0.02) {
        line.status = template.statusInDate ? null : 'in_progress';
        line.due = month();
        note(line, 'reopened');
      }
    } else if (fate < 0.08) end('complete', 'completed');
    else if (fate < 0.1) end('closed', 'closed');
    else if (fate < 0.13 && line.status !== 'deferred') end('deferred', 'deferred');
    else if (fate < 0.28 && line.due !== null) {
      line.due += 3 * random.whole(1, 3);
      note(line, 'slipped');
    } else if (fate < 0.31 && line.due !== null) {
      line.due -= 3;
      note(line, 'brought_forward');
    } else if (fate < 0.35 && !template.statusInDate) {
      line.status = line.status === 'in_progress' ? 'delayed' : 'in_progress';
      note(line, 'status_changed');
    }
  };

  let refStyle = random.whole(0, refStyles.length - 1);
  let shift = 0;
  const print = (paperId: string, reported: ReadonlySet<number>, retouch: boolean): RecordedPaper['entries'] => {
    const short = random.chance(0.3);
    const known = lines.filter((line) => reported.has(line.block.plan));
    return known.map((line, index) => {
      const id = `${paperId}#${index}`;
      threadOf.set(id, line.thread);
      const text = (said: string | null) => (retouch ? reset(random, said) : said);
      const style = refStyles[refStyle] ?? (() => null);
      const status: Status | null =
        line.status === null ? null : { raw: random.pick(statusWords[line.status]), value: line.status };
      const [earlier, latest] = cut(line.progress, template.updates);
      const entry: Entry = {
        plan: template.plans[line.block.plan] ?? null,
        ref: style(line.block.id + shift, line.block.pillar),
        pillar: line.block.pillar,
        question: null,
        cause: null,
        kind: 'area_for_improvement',
        finding: text(line.block.finding),
        summary: text(line.block.summary),
        theme: null,
        action: text(line.action),
        progress: text(earlier),
        updates: latest === null ? [] : [{ period: `Q${1 + (papers.length % 4)}`, text: text(latest) ?? '' }],
        future: null,
        timescale: line.due === null ? null : timescale(line.due, template, short),
        status,
        rag: null,
        lead: text(line.lead),
        percent: null,
        extra: {},
        places: {},
        confidence: {},
      };
      return { id, entry };
    });
  };

  for (let index = 0; index < options.papers; index += 1) {
    const months = 2021 * 12 + index * 3;
    const asAt = iso(months, 1).slice(0, 7);
    const stem = `${service.split(' ')[0]?.toLowerCase()}-${options.seed}-${asAt}`;
    const one = template.plans.length > 1 && index > 0 && random.chance(0.4) ? random.whole(0, 1) : null;
    const reported = new Set(one === null ? template.plans.keys() : [one]);
    if (index > 0) {
      pass(`${stem}.pdf`, reported);
      if (random.chance(0.25)) refStyle = random.whole(0, refStyles.length - 1);
      if (random.chance(0.15)) shift += 1;
      if (random.chance(0.3)) {
        const order = random.shuffle([...new Set(lines.map((line) => line.block))]);
        lines = lines.toSorted((a, b) => order.indexOf(a.block) - order.indexOf(b.block));
      }
    }
    const plans: readonly Plan[] = [...reported].map((plan) => ({
      name: planTitle(random, template.plans[plan] ?? ''),
      asAt,
      state: 'open',
    }));
    const titles = new Map([...reported].map((plan, k) => [template.plans[plan] ?? '', plans[k]?.name ?? '']));
    const forms = random.chance(0.12) ? [`${stem}.pdf`, `${stem}b.docx`] : [`${stem}.pdf`];
    for (const [form, file] of forms.entries()) {
      papers.push({
        paper: { id: file, file, service, meetingDate: null, asAt, outcome: 'ok' },
        plans,
        statements: [],
        entries: print(file, reported, form > 0 || random.chance(0.4)).map(({ id, entry }) => ({
          id,
          entry: { ...entry, plan: titles.get(entry.plan ?? '') ?? null },
        })),
      });
    }
  }
  return { service, papers, threadOf, changes };
}

/** Where the template has a column for the latest period, the last sentences stand there. */
function cut(progress: string | null, updates: boolean): readonly [string | null, string | null] {
  const parts = progress?.match(/[^.]+\.\s*/g) ?? [];
  if (!updates || parts.length < 2) return [progress, null];
  return [parts.slice(0, -1).join('').trim(), parts.at(-1)?.trim() ?? null];
}

/** A plan's name as one paper prints it. */
const planTitle = (random: Random, name: string): string =>
  random.pick([
    name,
    name,
    `${name.startsWith('HMICFRS') ? '' : 'HMICFRS '}${name}`,
    `${name} Update`,
    name.replace('Improvement Plan', 'Improvement Plan 2021/22'),
  ]);
