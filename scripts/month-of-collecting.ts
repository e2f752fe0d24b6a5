/**
 * Sixty days of a job that collects from five sites: thirty quiet ones, then thirty in which one thing after another breaks.
 * Usage: node scripts/month-of-collecting.ts      (some minutes; exit code 1 where something was not told, or told falsely)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BreakableSite, breakableSite, type Day, daysOf } from '../test/support/web/days.ts';
import type { Pages } from '../test/support/web/server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'boardtrail-days-'));
const months = 3;
const sites = {
  moderngov: await breakableSite('moderngov', 'Wyremouth Fire and Rescue Service', months),
  cmis: await breakableSite('cmis', 'Pennyholt Fire and Rescue Service', months),
  page: await breakableSite('page', 'Ludworth Fire and Rescue Service', months),
  feed: await breakableSite('feed', 'Saltfleet Fire and Rescue Service', months),
  plan: await breakableSite('plan', 'Kelverton Fire and Rescue Service', months),
};
const all: readonly BreakableSite[] = Object.values(sites);
// The third month's papers are of 12 March 2023.
const days = await daysOf(folder, all, '2023-03-20');
let wrong = 0;

function expect(what: string, holds: boolean, found: unknown): void {
  if (!holds) wrong += 1;
  process.stdout.write(`${holds ? 'right' : 'WRONG'}  ${what}${holds ? '' : `: ${JSON.stringify(found)}`}\n`);
}

/** A site that has nothing but one page. */
const onePage =
  (body: string): Pages =>
  (at) =>
    at === '/robots.txt' ? null : { body: `<html><body>${body}</body></html>` };

const isQuiet = ({ exitCode, open }: Day): boolean => exitCode === 0 && open.length === 0;

/**
 * What those tell who look in at nine in the morning, six hours after the run: what cron or a monitor asks, with the longest
 * time given and without, and a command that somebody gives for another reason.
 */
async function watchers() {
  const asked = [
    ['status', '--max-age', '24h'],
    ['status', '--max-age', '24h', '--plugin'],
    ['collect', '--status'],
    ['feed'],
  ];
  const answers = await Promise.all(
    asked.map(async (command) => ({ command: command.join(' '), ...(await days.ask(...command)) })),
  );
  return answers.map((answer) => ({ ...answer, told: answer.status !== 0 || /has stopped/.test(answer.stderr) }));
}

/** One thing breaks: it is told in the next run and once only, and all is clear in the run after it is mended. */
async function breaking(what: string, wanted: string, breakIt: () => unknown, mend: () => unknown): Promise<void> {
  breakIt();
  const first = await days.run();
  const second = await days.run();
  mend();
  const after = await days.run();
  expect(`${what}: told in the first run as ${wanted}`, first.opened.includes(wanted) && first.exitCode === 3, first);
  expect(
    `${what}: still open in the second run, not new`,
    second.open.includes(wanted) && second.opened.length === 0,
    second,
  );
  expect(`${what}: clear when mended`, isQuiet(after), after);
}

try {
  await days.run();
  const quiet: Day[] = [];
  const watched: unknown[] = [];
  for (let index = 1; index < 30; index += 1) {
    quiet.push(await days.run());
    watched.push(...(await watchers()).filter(({ told }) => told));
  }
  const alarms = quiet.filter((each) => !isQuiet(each));
  expect('30 quiet days without an alarm', alarms.length === 0, alarms);
  expect('and none by anybody who asks in them', watched.length === 0, watched);
  const beats = days.beats();
  expect(
    'the heartbeat said each time that all is well',
    beats.length === 30 && beats.every((each) => each === '/ping/0'),
    beats,
  );
  expect(
    'nothing is news in them',
    quiet.every(({ news }) => news.length === 0),
    quiet.flatMap(({ news }) => news),
  );

  for (const site of all) site.months = months + 1;
  const fourth = await days.run();
  expect('a new paper at each site is told', isQuiet(fourth) && fourth.news.length === all.length, fourth);

  const { moderngov, cmis, page, feed, plan } = sites;
  const titles = moderngov.source.titles;
  await breaking(
    'a typo in a title filter',
    'moderngov source/wants-nothing',
    () => Object.assign(moderngov.source, { titles: ['HMICRFS'] }),
    () => Object.assign(moderngov.source, { titles }),
  );
  const emptied = page.months;
  await breaking(
    'an emptied list',
    'page source/lists-nothing',
    () => Object.assign(page, { months: 0 }),
    () => Object.assign(page, { months: emptied }),
  );
  await breaking(
    'a host that moved',
    'feed http/gone',
    () => Object.assign(feed, { broken: () => ({ status: 404, body: '' }) }),
    () => Object.assign(feed, { broken: null }),
  );
  await breaking(
    'another layout',
    'cmis layout/not-cmis',
    () => Object.assign(cmis, { broken: onePage('<h1>Our new site</h1>') }),
    () => Object.assign(cmis, { broken: null }),
  );
  await breaking(
    'a plan page without a plan',
    'plan paper/nothing-read',
    () =>
      Object.assign(plan, { broken: onePage('<h1>Our plan</h1><p>It will be here soon: please come back later.</p>') }),
    () => Object.assign(plan, { broken: null }),
  );

  days.beats();
  days.skip();
  const first = await watchers();
  expect(
    'a job that did not run: told the same morning by all that look',
    first.every(({ told }) => told),
    first,
  );
  expect('and no heartbeat came, which is what its monitor minds', days.beats().length === 0, null);
  days.skip();
  const again = await days.run();
  expect('the run after it tells that runs are missing', again.opened.includes('null job/was-stopped'), again);
  const back = await days.run();
  expect('and all is clear in the next', isQuiet(back), back);
  const later = await watchers();
  expect(
    'for those that look as well',
    later.every(({ told }) => !told),
    later,
  );

  for (const site of [moderngov, cmis, page]) site.months = months + 2;
  // The fifth meeting, of 12 May, is not held.
  moderngov.cancelled.add(months + 1);
  const before = moderngov.server.log.length;
  const cancelled = await days.run();
  const asked = moderngov.server.log.slice(before).map(({ path: at }) => at);
  expect('a cancelled meeting is no alarm and no news', isQuiet(cancelled) && cancelled.news.length === 2, cancelled);
  expect('and costs no request', !asked.some((at) => at.includes(`${500 + months + 1}`)), asked);
  const late: Day[] = [];
  // 12 April and half as long again as a month.
  while ((late.at(-1)?.date ?? '') < '2023-05-31') late.push(await days.run());
  const both = ['feed source/late', 'moderngov source/late'];
  const told = (what: string) => late.filter(({ opened }) => opened.includes(what)).length;
  expect(
    'a late service, and one whose meeting was cancelled: each told once',
    both.every((what) => told(what) === 1) && late.every(({ open }) => open.every((each) => both.includes(each))),
    late,
  );
  expect(
    'and that it was',
    late.at(-1)?.messages.filter((each) => /Meetings of 2023-05-12 were cancelled/.test(each)).length === 1,
    late.at(-1),
  );
  feed.months = months + 2;
  moderngov.cancelled.clear();
  const inTime = await days.run();
  expect('clear when their papers come', isQuiet(inTime) && inTime.news.length === 2, inTime);

  plan.months += 1;
  const replaced = await days.run();
  expect(
    'a replaced file is told',
    isQuiet(replaced) && replaced.news.some((each) => each.startsWith('replaced: ')),
    replaced,
  );
  expect('and not told again', (await days.run()).news.length === 0, null);
} finally {
  for (const { server } of all) await server.close();
  await days.close();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${wrong === 0 ? 'All as it should be' : `${wrong} wrong`}.\n`);
process.exitCode = wrong === 0 ? 0 : 1;
