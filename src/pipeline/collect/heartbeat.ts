import pRetry from 'p-retry';
import { request } from 'undici';
import { version } from '../../lib/version.ts';

const longest = 10_000;
const retries = 2;
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
  const post = async () => {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8', 'user-agent': `boardtrail/${version}` },
      body: text.slice(0, mostText),
      signal: AbortSignal.timeout(longest),
    });
    await body.dump();
    if (statusCode < 200 || statusCode >= 300) throw new Error(`it answered ${statusCode}`);
  };
  return pRetry(post, { retries, minTimeout: 500 }).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message || error.name : String(error)),
  );
}
