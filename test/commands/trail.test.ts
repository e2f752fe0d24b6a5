import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { callCli } from '../support/cli.ts';
import { makeTemporaryFolder } from '../support/database.ts';
import { entry, month, paper } from '../support/plan-entries.ts';
import { randomFrom } from '../support/random.ts';
import { render } from '../support/render.ts';

vi.setConfig({ testTimeout: 120_000 });

const drivers = entry({
  ref: 'AFI 1',
  finding: 'The service should make sure that drivers are trained to respond to emergencies safely.',
  action: 'Renew the driving courses for every watch.',
  progress: 'Two instructors have started work at the training centre.',
  timescale: month(2022, 3),
  lead: 'Head of Training',
});
const hydrants = entry({
  ref: 'AFI 2',
  finding: 'The service should make sure that hydrants are inspected often enough.',
  action: 'Buy a register of hydrants for all stations.',
  progress: 'A tender was published in the autumn.',
  timescale: month(2022, 2),
  lead: 'Head of Response',
});
const complete = { timescale: null, status: { raw: 'Complete', value: 'complete' as const } };

let folder: string;
let db: string;
const run = (...args: readonly string[]) => callCli([...args, '--db', db]);
const page = (name: string, fields: Parameters<typeof paper>[0]) => {
  const file = path.join(folder, `${name}.html`);
  writeFileSync(file, render(randomFrom(1), paper(fields)));
  return file;
};

beforeAll(async () => {
  folder = makeTemporaryFolder();
  db = path.join(folder, 'trail.db');
  const plans = ['HMICFRS Improvement Plan'];
  const files = [
    page('january', { date: '2022-01', plans, entries: [drivers, hydrants] }),
    page('april', {
      date: '2022-04',
      plans,
      entries: [
        { ...drivers, timescale: month(2022, 9), progress: `${drivers.progress} The first course is full.` },
        { ...hydrants, ...complete },
      ],
    }),
    page('july', { date: '2022-07', plans, entries: [{ ...hydrants, ...complete }] }),
  ];
  const { status, stderr } = await run('ingest', ...files, '--quiet');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('changes, service by service and paper by paper', async () => {
  const { stdout, status } = await run('changes');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Larkwater Fire and Rescue Service\n\n {2}2022-04 {2}april\.html\n/);
  expect(stdout).toMatch(
    /slipped +“Renew the driving courses for every watch” \(AFI 1\) slipped from March 2022 to September 2022 \(183 days later\)\./,
  );
  expect(stdout).toMatch(
    /complete +“Buy a register of hydrants for all stations” \(AFI 2\) is complete; before it said “February 2022”\./,
  );
  expect(stdout).toMatch(/2022-07 {2}july\.html\n {4}dropped/);
});

test.each<[string, readonly string[], readonly string[]]>([
  ['by kind', ['--kind', 'slipped,dropped'], ['slipped', 'dropped']],
  ['by date', ['--since', '2022-05'], ['dropped']],
  ['by paper', ['--paper', 'july.html'], ['dropped']],
  ['by service', ['--service', 'elsewhere'], []],
  ['by plan', ['--plan', 'improvement', '--kind', 'completed'], ['completed']],
])('changes %s, as JSON', async (_, args, kinds) => {
  const { stdout } = await run('changes', ...args, '--json');
  const found = JSON.parse(stdout) as readonly { kind: string; service: string; afterPlaces: unknown }[];
  expect(found.map(({ kind }) => kind)).toEqual(kinds);
});

test('changes word by word', async () => {
  const { stdout } = await run('changes', '--kind', 'progress_updated', '--words');
  expect(stdout).toContain('{+ The first course is full.+}');
});

test('progress: slippage, what was overdue on a day, and what went in silence', async () => {
  const { stdout } = await run('progress', '--as-of', '2022-03-31');
  expect(stdout).toMatch(
    /Overdue on 2022-03-31\n {2}AFI 2 “Buy a register of hydrants for all stations” was due February 2022, 31 days late; Head of Response; status not said, last told “A tender was published in the autumn” \(january.html, last reported 2022-01\)\n\n/,
  );
  // That was not known then.
  expect(stdout).toMatch(/Slipped\n {2}none\n/);
  const later = await run('progress', '--as-of', '2022-04-30');
  expect(later.stdout).toMatch(/Slipped\n {2}AFI 1 .* from March 2022 to September 2022: 183 days, once/);
  expect(later.stdout).toMatch(/Gone without having been finished\n {2}none\n/);
  const { stdout: now } = await run('progress');
  expect(now).toMatch(/Slipped\n {2}AFI 1 .* from March 2022 to September 2022: 183 days, once/);
  expect(now).toMatch(/Gone without having been finished\n {2}2022-07 {2}“Renew/);
});

test('threads: one from paper to paper', async () => {
  const changes = JSON.parse((await run('changes', '--kind', 'completed', '--json')).stdout) as readonly {
    threadId: string;
  }[];
  const { stdout } = await run('threads', 'show', changes[0]?.threadId ?? '');
  const [entry = ''] = /[0-9a-f]{16}-e\d+/.exec(stdout) ?? [];
  expect((await run('threads', 'show', entry)).stdout).toBe(stdout);
  expect(stdout.match(/^\d{4}-\d{2} {2}\S+/gm)).toEqual([
    '2022-01  january.html',
    '2022-04  april.html',
    '2022-07  july.html',
  ]);
  const { stderr, status } = await run('threads');
  expect({ stderr, status }).toEqual({ stderr: 'Nothing to decide.\n', status: 0 });
});

test('reextract with the same reader changes nothing', async () => {
  // Objects are the same in whatever order their keys were stored.
  const stored = new Sqlite(db);
  const turned = stored.function('turned', (text) =>
    JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(String(text))).reverse())),
  );
  turned.exec('UPDATE actions SET confidence = turned(confidence)');
  stored.close();
  const before = (await run('changes', '--json')).stdout;
  expect((await run('reextract', '--dry-run')).stdout).toBe('3 papers read again, 0 would change.\n');
  expect((await run('reextract')).stdout).toBe('3 papers read again, 0 changed.\n');
  expect((await run('changes', '--json')).stdout).toBe(before);
});

test.each<[readonly string[], RegExp]>([
  [['changes', '--kind', 'vanished'], /--kind takes added, .*, not "vanished"/],
  [['changes', '--since', 'May'], /--since takes a date like 2021/],
  [['changes', 'paper.pdf'], /takes no files/],
  [['progress', '--as-of', '2022-02-30'], /takes a date like/],
  [['threads', 'accept', 'x'], /takes the ids of two entries/],
  [['threads', 'show', 'tnothing'], /there is no thread or followed entry tnothing/],
  [['threads', 'marry'], /accept, reject, undo or show, not "marry"/],
  [['compare', 'x'], /takes no files/],
  [['reextract', 'x'], /takes no files/],
])('%s: one line and exit 2', async (args, message) => {
  const { status, stdout, stderr } = await run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a database that is not there is named', async () => {
  const { status, stderr } = await callCli(['changes', '--db', path.join(folder, 'none.db')]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/there is no database at/);
});
