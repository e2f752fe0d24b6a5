import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import pRetry, { AbortError } from 'p-retry';
import { request } from 'undici';
import { reasonOf } from '../../lib/reason.ts';
import { version } from '../../lib/version.ts';
import type { Condition, StoredTelling } from '../../model/collected.ts';
import { type Delivery, makeDeliveries, noteDelivery, openDeliveries, type Store } from '../../store/index.ts';
import { uuidOf } from './news.ts';

/** Where news is sent. */
export type Channel =
  | {
      readonly kind: 'webhook';
      readonly url: string;
      /** What deliveries are signed with. */
      readonly secret: string;
      /** Milliseconds before the first further try. */
      readonly retryDelay: number;
    }
  | { readonly kind: 'exec'; readonly command: string };

/** Pieces of news in one delivery. */
const most = 100;
const webhookTime = 30_000;
const commandTime = 600_000;
const webhookRetries = 3;

/**
 * Sends a channel (one that `openChannel` has named) what it was not told yet. Each delivery is made up once, kept, and sent unchanged under its id until it
 * is taken, so that a receiver that minds ids gets everything exactly once.
 * @returns what kept news from being taken; null where all was
 */
export async function deliver(
  store: Store,
  channel: Channel,
  now: () => number,
  onDelivery: (id: string, problem: string | null) => void,
): Promise<Condition | null> {
  const name = nameOf(channel);
  const timestamp = () => new Date(now()).toISOString();
  makeDeliveries(store, name, most, payloadOf, (tellings) => idOf(name, tellings), timestamp());
  for (const delivery of openDeliveries(store, name)) {
    const problem = await send(channel, delivery, now).then(() => null, reasonOf);
    noteDelivery(store, delivery.id, problem, timestamp());
    onDelivery(delivery.id, problem);
    // What comes later must not come first.
    if (problem !== null) {
      const message = `News could not be told: ${problem}. It waits, and is sent again in the next run.`;
      return { source: null, code: 'telling/not-taken', subject: name, message };
    }
  }
  return null;
}

export const nameOf = (channel: Channel): string =>
  channel.kind === 'webhook' ? `webhook ${channel.url}` : `exec ${channel.command}`;

const idOf = (channel: string, tellings: readonly StoredTelling[]): string =>
  uuidOf('delivery', channel, ...tellings.map(({ id, revision }) => `${id} ${revision}`));

function payloadOf(id: string, tellings: readonly StoredTelling[]): string {
  return JSON.stringify({ id, generator: `boardtrail ${version}`, news: tellings });
}

function send(channel: Channel, delivery: Delivery, now: () => number): Promise<void> {
  if (channel.kind === 'exec') return run(channel.command, delivery);
  return pRetry(() => tellWebhook(channel, delivery, now), { retries: webhookRetries, minTimeout: channel.retryDelay });
}

/**
 * One POST in the form of Standard Webhooks 1.0 (standardwebhooks.com): the id, the time and the body are signed.
 * @throws Error where the receiver does not answer with a 2xx
 */
async function tellWebhook(
  { url, secret }: Extract<Channel, { kind: 'webhook' }>,
  { id, payload }: Delivery,
  now: () => number,
): Promise<void> {
  const timestamp = Math.floor(now() / 1000).toString();
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${sign(secret, `${id}.${timestamp}.${payload}`)}`,
  };
  const status = await post(url, headers, payload, webhookTime);
  if (isWell(status)) return;
  const refused = new Error(`${url} answered ${status}`);
  // It will not want it in a moment either; in the next run it may.
  throw status >= 400 && status < 500 && status !== 429 && status !== 408 ? new AbortError(refused) : refused;
}

const isWell = (status: number): boolean => status >= 200 && status < 300;

/** @returns the status of the answer; what else it says is of no concern */
async function post(url: string | URL, headers: Record<string, string>, text: string, time: number): Promise<number> {
  const { statusCode, body } = await request(url, {
    method: 'POST',
    headers: { 'user-agent': `boardtrail/${version}`, ...headers },
    body: text,
    signal: AbortSignal.timeout(time),
  });
  await body.dump();
  return statusCode;
}

/** @param secret as it is, or `whsec_` and base64 as Standard Webhooks has it */
function sign(secret: string, content: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret);
  return createHmac('sha256', key).update(content).digest('base64');
}

/** @throws Error where the command cannot be run or does not end well */
async function run(command: string, { id, payload }: Delivery): Promise<void> {
  const child = spawn(command, {
    shell: true,
    // Stdout is ours.
    stdio: ['pipe', process.stderr.fd, process.stderr.fd],
    env: { ...process.env, BOARDTRAIL_DELIVERY: id },
    timeout: commandTime,
    killSignal: 'SIGKILL',
  });
  // A command that does not read all of it may still end well.
  child.stdin?.on('error', () => undefined).end(payload);
  await once(child, 'close');
  const { exitCode, signalCode } = child;
  if (exitCode !== 0) throw new Error(`the command ended with ${signalCode ?? `code ${exitCode}`}`);
}

const heartbeatTime = 10_000;
const heartbeatRetries = 2;
/** Monitors keep the first 10 to 100 kB of what they are told. */
const mostText = 10_000;

/**
 * Tells a monitor how a run ended, as healthchecks.io and what is like it have it: a POST to the address with the exit
 * code behind it, 0 for well. Where no run tells it anything for too long, the monitor raises the alarm by itself.
 * @param text what was amiss, for whoever is alarmed
 * @returns why it could not be told; null where it was. The address, which is secret, is not in it
 */
export async function beat(address: string, exitCode: number, text: string): Promise<string | null> {
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${exitCode}`;
  const tell = async () => {
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    const status = await post(url, headers, text.slice(0, mostText), heartbeatTime);
    if (!isWell(status)) throw new Error(`it answered ${status}`);
  };
  return pRetry(tell, { retries: heartbeatRetries, minTimeout: 500 }).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message || error.name : String(error)),
  );
}
