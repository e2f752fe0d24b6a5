import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../../src/model/errors.ts';
import { defaultParseOptions } from '../../src/model/parsing.ts';
import { type Blobs, openBlobs } from '../../src/queue/blobs/index.ts';
import { bucketStore } from '../support/queue/bucket-store.ts';
import { noPostgres, type Postgres, startPostgres } from '../support/queue/postgres.ts';
import { askerAt, paperOf, workerAt } from '../support/queue/queue.ts';

const bytes = Buffer.from('a paper');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const said: string[] = [];
const open = (place = 's3://papers/of-2026', patience = 200): Promise<Blobs> => {
  said.length = 0;
  return openBlobs(place, { patience, onTrouble: (message) => said.push(message) });
};
/** What is said of a place that cannot be used. */
const refusal = async (place?: string): Promise<string> => {
  const error: unknown = await open(place).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  return error instanceof Error ? error.message : '';
};

test('a bucket keeps papers under their hashes until they are removed', async () => {
  const store = await bucketStore();
  const blobs = await open();
  expect(await blobs.get(sha256)).toBeNull();
  await blobs.put(sha256, bytes);
  expect(store.read(`of-2026/${sha256}`)).toEqual(bytes);
  expect(Buffer.from((await blobs.get(sha256)) ?? [])).toEqual(bytes);
  await blobs.remove(sha256);
  await blobs.remove(sha256);
  expect(await blobs.get(sha256)).toBeNull();
  const atTop = await open('s3://papers');
  await atTop.put(sha256, bytes);
  expect(store.read(sha256)).toEqual(bytes);
  expect(said).toEqual([]);
});

test('wrong keys, buckets and addresses are told before anything is sent, and the keys are not', async () => {
  await bucketStore();
  expect(await refusal('s3://elsewhere')).toMatch(/s3:\/\/elsewhere: it answered 404 NoSuchBucket/);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a-secret-that-is-wrong');
  const wrong = await refusal();
  expect(wrong).toMatch(/it answered 403 SignatureDoesNotMatch/);
  expect(wrong).not.toMatch(/a-secret|S3RVER/);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
  expect(await refusal()).toMatch(/AWS_SECRET_ACCESS_KEY/);
  expect(await refusal('gs://papers')).toMatch(/a folder or s3:\/\/bucket\/prefix/);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER');
  vi.stubEnv('AWS_ENDPOINT_URL_S3', 'ftp://somewhere');
  expect(await refusal()).toMatch(/AWS_ENDPOINT_URL is no address of a store/);
});

test('a store that is down is waited for, and named where it stays away', async () => {
  const store = await bucketStore();
  const patient = await open(undefined, 20_000);
  await store.stop();
  const put = patient.put(sha256, bytes);
  await vi.waitFor(() => expect(said).toHaveLength(1), 10_000);
  expect(said[0]).toMatch(
    /^the store of --blobs \(s3:\/\/papers\/of-2026\) cannot be had \(.*ECONNREFUSED.*\); trying again/,
  );
  await store.start();
  await put;
  expect(store.read(`of-2026/${sha256}`)).toEqual(bytes);
  const hasty = await open();
  await store.stop();
  await expect(hasty.put(sha256, bytes)).rejects.toThrow(
    /^the store of --blobs \(.*\) does not take papers: .*ECONNREFUSED/,
  );
  await hasty.remove(sha256);
  expect(said.at(-1)).toMatch(/keeps what is no longer wanted/);
});

describe.skipIf(noPostgres !== null)('over a queue', () => {
  let postgres: Postgres;
  beforeAll(() => {
    postgres = startPostgres();
  });
  afterAll(() => postgres.stop());

  test('large papers go by the bucket; one that is damaged there is sent again', async () => {
    const store = await bucketStore();
    const place = 's3://papers/large';
    const paper = paperOf('large', 1_500_000);
    const key = `large/${paper.sha256}`;
    const asker = await askerAt(postgres.address, place);
    const answer = asker.read({ file: paper, options: defaultParseOptions });
    await vi.waitFor(() => expect(postgres.sql('SELECT count(*) FROM boardtrail_jobs.jobs')).toBe('1'), 30_000);
    expect(store.read(key)).toHaveLength(1_500_000);
    store.damage(key);
    await workerAt(postgres.address, { blobs: place });
    expect((await answer).ok).toBe(true);
    expect(store.read(key)).toHaveLength(1_500_000);
    expect(postgres.sql('SELECT count(*) FROM boardtrail_queue_1.pieces')).toBe('0');
  });
});
