import type { AwsClient } from 'aws4fetch';
import { QueueTrouble, UsageError } from '../../model/errors.ts';
import { type Perseverance, reasonOf, tryAgain } from '../try-again.ts';
import { wanted } from '../wanted.ts';
import type { Blobs } from './blobs.ts';

/** Milliseconds that one request may take. */
const longestRequest = 300_000;

/** An answer that is not the wished one: its status, and the code that S3 gives with it (`NoSuchBucket`). */
class BucketError extends Error {
  readonly status: number;
  constructor(status: number, code: string) {
    super(`it answered ${status}${code === '' ? '' : ` ${code}`}`);
    this.status = status;
  }
}

/** Where a bucket is, by the address and the variables that AWS's own programs go by (AWS SDKs and Tools Reference Guide). */
interface Bucket {
  readonly address: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  addressOf(sha256: string): string;
}

/**
 * A bucket of an S3-compatible store as the place for large papers. Requests are signed with what they send, so that the
 * store itself takes no bytes but these.
 * @param place `s3://bucket` or `s3://bucket/prefix`
 * @param environment the store's address where it is not AWS's, its region, and the keys: they come from nowhere else
 * @throws UsageError where the address is none, keys are missing, or the store refuses them
 */
export async function bucketOfBlobs(
  place: string,
  environment: NodeJS.ProcessEnv,
  perseverance: Perseverance,
): Promise<Blobs> {
  const bucket = readPlace(place, environment);
  const { AwsClient } = await wanted('aws4fetch', () => import('aws4fetch'));
  const client = new AwsClient({ ...bucket, service: 's3', retries: 0 });
  const what = `the store of --blobs (${place})`;
  const send: Send = (wish, isPassing) =>
    tryAgain(() => request(client, bucket.addressOf(wish.sha256), wish), { what, isPassing }, perseverance);
  await greet(send, place);
  return {
    put: async (sha256, bytes) => {
      await send({ method: 'PUT', sha256, bytes, accepted: [200] }, mayHoldAgain).catch((error: unknown) => {
        throw new QueueTrouble(`${what} does not take papers: ${reasonOf(error)}`, { cause: error });
      });
    },
    get: async (sha256) => {
      const { status, bytes } = await send({ method: 'GET', sha256, accepted: [200, 404] }, mayHoldAgain);
      return status === 200 ? bytes : null;
    },
    remove: async (sha256) => {
      // It is wanted no longer, and costs nothing but room.
      await send({ method: 'DELETE', sha256, accepted: [200, 204, 404] }, isPassing).catch((error: unknown) => {
        perseverance.onTrouble(`${what} keeps what is no longer wanted: ${reasonOf(error)}`);
      });
    },
  };
}

/** What is wished of the store, and the statuses with which it is granted. */
interface Wish {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly sha256: string;
  readonly bytes?: Uint8Array;
  readonly accepted: readonly number[];
}

/** Wishes until it is granted, or refused for good. */
type Send = (
  wish: Wish,
  isPassing: (error: unknown) => boolean,
) => Promise<{ readonly status: number; readonly bytes: Uint8Array }>;

/** Asks for what is not there, so that wrong keys and buckets are told before papers are under way. */
async function greet(send: Send, place: string): Promise<void> {
  try {
    await send({ method: 'GET', sha256: '0'.repeat(64), accepted: [404] }, isPassing);
  } catch (error) {
    throw new UsageError(`--blobs names a bucket that cannot be used (${place}: ${reasonOf(error)})`);
  }
}

async function request(client: AwsClient, address: string, { method, sha256, bytes, accepted }: Wish) {
  const answer = await client.fetch(address, {
    method,
    ...(bytes === undefined ? {} : { body: Buffer.from(bytes), headers: { 'x-amz-content-sha256': sha256 } }),
    // A signature holds for one host.
    redirect: 'manual',
    signal: AbortSignal.timeout(longestRequest),
  });
  const got = await answer.bytes();
  const code = answer.ok ? '' : (/<Code>(\w{1,60})<\/Code>/.exec(Buffer.from(got).toString('utf8'))?.[1] ?? '');
  if (!accepted.includes(answer.status) || code === 'NoSuchBucket') throw new BucketError(answer.status, code);
  return { status: answer.status, bytes: got };
}

/** A network or a store that is down, busy or slow; anything else is for a person to mend. */
function isPassing(error: unknown): boolean {
  if (error instanceof BucketError) return error.status >= 500 || error.status === 429 || error.status === 408;
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
}

/** Keys that held when the store was greeted may have run out: whoever is started anew with others goes on. */
const mayHoldAgain = (error: unknown): boolean =>
  isPassing(error) || (error instanceof BucketError && error.status === 403);

function readPlace(place: string, environment: NodeJS.ProcessEnv): Bucket {
  const match = /^s3:\/\/(?<name>[a-z\d][a-z\d.-]+[a-z\d])(?:\/(?<prefix>[\w!.*'()/-]*?)\/?)?$/.exec(place);
  if (match?.groups === undefined) {
    throw new UsageError(
      '--blobs takes a folder or s3://bucket/prefix; AWS_ENDPOINT_URL names a store that is not Amazon’s',
    );
  }
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new UsageError('--blobs s3://… needs the store’s keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  }
  const { name = '', prefix = '' } = match.groups;
  const region = environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? 'us-east-1';
  const endpoint = environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL;
  const address = endpoint === undefined ? `https://${name}.s3.${region}.amazonaws.com` : withBucket(endpoint, name);
  const { AWS_SESSION_TOKEN: sessionToken } = environment;
  return {
    address,
    region,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    addressOf: (sha256) => [address, ...(prefix === '' ? [] : [prefix]), sha256].join('/'),
  };
}

/** A bucket in the path of an address: every store but Amazon's has it there, or there too. */
function withBucket(endpoint: string, name: string): string {
  if (!URL.canParse(endpoint) || !/^https?:\/\//.test(endpoint)) {
    throw new UsageError(
      `AWS_ENDPOINT_URL is no address of a store: ${JSON.stringify(endpoint)}; it is like https://s3.example.org`,
    );
  }
  return `${endpoint.replace(/\/+$/, '')}/${name}`;
}
