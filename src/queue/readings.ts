import { sha256Of } from '../lib/digest.ts';
import { version } from '../lib/version.ts';
import type { SourceFile } from '../model/document.ts';
import type { ParseOptions } from '../model/parsing.ts';
import { extractorName, type ReadingAnswer } from '../pipeline/reading.ts';
import { packAnswer } from './answers.ts';
import type { Blobs } from './blobs/index.ts';
import type { Query, QueueDatabase } from './database.ts';
import { jobs, tables } from './schema.ts';

/** Where papers go to be read and come back from. */
export interface Queue {
  readonly database: QueueDatabase;
  /** For papers larger than the database is to hold; null: it holds all. */
  readonly blobs: Blobs | null;
}

/** How papers are asked to be read. `name` tells two manners apart: version, options, and what people taught. */
export interface Manner {
  readonly name: string;
  readonly options: ParseOptions;
}

/** The manner of reading with these options. */
export function mannerOf({ taught, ...options }: ParseOptions): Manner {
  // Who taught them, and when, makes no other reading.
  const layouts = taught.map(({ form, isPlan, labels }) => ({ form, isPlan, labels }));
  const digest = sha256Of(JSON.stringify(layouts)).slice(0, 16);
  const asRead = { ...options, taught: layouts };
  return { name: `${extractorName(asRead)}${layouts.length === 0 ? '' : `, taught ${digest}`}`, options: asRead };
}

/** What a job says. */
export interface ReadingJob extends Manner {
  readonly papers: readonly string[];
}

/** Jobs are for workers of one version: those of another never see them. */
export const taskName = `read by boardtrail ${version}`;

/** Codes of failures that only a queue has; both may go away by themselves. */
export const lostWorkers = 'ingest/workers-lost';
export const lostBytes = 'ingest/bytes-lost';

/** Larger papers go to the blobs where there are some. */
const mostInDatabase = 1_000_000;
const pieceLength = 4_000_000;
/** Attempts are counted with each paper (`tries`); a job is never to be given up in silence. */
const jobAttempts = 30_000;

/**
 * Asks for papers to be read, in one job, unless they are asked for already or answered. Failures that were taken are
 * asked for anew, and so is what has lost its job.
 */
export async function ask({ database, blobs }: Queue, manner: Manner, papers: readonly SourceFile[]): Promise<void> {
  // In one order everywhere, so that two programs that ask for the same do not wait for each other.
  const ids = papers.map(({ sha256 }) => sha256).sort();
  await database.transaction(async (query) => {
    const wanted = await query<{ sha256: string }>(
      `INSERT INTO ${tables}.readings AS old (manner, sha256) SELECT $1, unnest($2::text[])
       ON CONFLICT (manner, sha256) DO UPDATE
         SET asked = now(), tries = 0, answered = NULL, ok = NULL, answer = NULL, taken = NULL
         WHERE (old.taken IS NOT NULL AND NOT old.ok)
           OR (old.answered IS NULL AND NOT EXISTS (SELECT FROM ${jobs}.jobs WHERE jobs.id = old.job))
       RETURNING sha256`,
      [manner.name, ids],
    );
    if (wanted.length === 0) return;
    const missing = new Set(wanted.map(({ sha256 }) => sha256));
    for (const paper of papers) if (missing.has(paper.sha256)) await putBytes(query, blobs, paper);
    await addJob(query, { ...manner, papers: ids.filter((id) => missing.has(id)) });
  });
}

async function putBytes(query: Query, blobs: Blobs | null, { sha256, bytes }: SourceFile): Promise<void> {
  const toBlobs = blobs !== null && bytes.length > mostInDatabase;
  await query(
    `INSERT INTO ${tables}.papers (sha256, size, place) VALUES ($1, $2, $3)
     ON CONFLICT (sha256) DO UPDATE SET place = excluded.place, put = now()`,
    [sha256, bytes.length, toBlobs ? 'blobs' : 'database'],
  );
  if (toBlobs) return blobs.put(sha256, bytes);
  for (let piece = 0; piece * pieceLength < bytes.length; piece++) {
    await query(
      `INSERT INTO ${tables}.pieces (sha256, piece, bytes) VALUES ($1, $2, $3)
       ON CONFLICT (sha256, piece) DO UPDATE SET bytes = excluded.bytes`,
      [sha256, piece, Buffer.from(bytes.subarray(piece * pieceLength, (piece + 1) * pieceLength))],
    );
  }
}

async function addJob(query: Query, job: ReadingJob): Promise<void> {
  await query(
    `WITH job AS (SELECT id FROM ${jobs}.add_job($1, $2::json, max_attempts := ${jobAttempts}))
     UPDATE ${tables}.readings SET job = (SELECT id FROM job) WHERE manner = $3 AND sha256 = ANY($4)`,
    [taskName, JSON.stringify(job), job.name, job.papers],
  );
}

/** An answer as it came. */
export interface PackedAnswer {
  readonly sha256: string;
  readonly answer: Buffer;
}

/** At most so many answers are fetched at a time. */
const mostTaken = 32;

/** Takes answers to some of these papers; they stay for a while, for others who asked for the same. */
export function take(
  { database }: Queue,
  { name }: Manner,
  papers: readonly string[],
): Promise<readonly PackedAnswer[]> {
  // The outer condition is looked at again where another program has asked for the paper anew at the same moment.
  return database.query<PackedAnswer>(
    `UPDATE ${tables}.readings SET taken = now()
     WHERE manner = $1 AND answered IS NOT NULL AND sha256 IN (
       SELECT sha256 FROM ${tables}.readings
       WHERE manner = $1 AND sha256 = ANY($2) AND answered IS NOT NULL LIMIT ${mostTaken})
     RETURNING sha256, answer`,
    [name, papers],
  );
}

/** A paper that a worker begins to read; `bytes` null: they are gone, or not those that were asked for. */
export interface BegunPaper {
  readonly bytes: Uint8Array | null;
  /** How often it was begun, this time included. */
  readonly tries: number;
}

/** @returns null where it is answered already */
export async function begin(
  { database, blobs }: Queue,
  { name }: Manner,
  sha256: string,
  worker: string,
): Promise<BegunPaper | null> {
  const rows = await database.query<{ tries: number; place: string | null; bytes: Buffer | null }>(
    `WITH begun AS (
       UPDATE ${tables}.readings SET tries = tries + 1, started = now(), worker = $3
       WHERE manner = $1 AND sha256 = $2 AND answered IS NULL RETURNING sha256, tries)
     SELECT tries, place, bytes FROM begun
       LEFT JOIN ${tables}.papers USING (sha256) LEFT JOIN ${tables}.pieces USING (sha256) ORDER BY piece`,
    [name, sha256, worker],
  );
  const [first] = rows;
  if (first === undefined) return null;
  const bytes =
    first.place === 'blobs'
      ? ((await blobs?.get(sha256)) ?? null)
      : Buffer.concat(rows.flatMap(({ bytes }) => bytes ?? []));
  const isRight = bytes !== null && sha256Of(bytes) === sha256;
  return { bytes: isRight ? bytes : null, tries: first.tries };
}

/** Answers for a paper, unless another has done so. */
export async function answer(
  { database }: Queue,
  { name }: Manner,
  sha256: string,
  reading: ReadingAnswer,
): Promise<void> {
  await database.query(
    `UPDATE ${tables}.readings SET answered = now(), ok = $3, answer = $4
     WHERE manner = $1 AND sha256 = $2 AND answered IS NULL`,
    [name, sha256, reading.ok, await packAnswer(reading)],
  );
}

/**
 * Gives papers back that a worker took and will not read.
 * @param begun those among them that it had begun
 */
export async function giveBack({ database }: Queue, job: ReadingJob, begun: readonly string[]): Promise<void> {
  await database.transaction(async (query) => {
    await query(
      `UPDATE ${tables}.readings SET tries = greatest(tries - 1, 0)
       WHERE manner = $1 AND sha256 = ANY($2) AND answered IS NULL`,
      [job.name, begun],
    );
    await addJob(query, job);
  });
}

/** Removes what everybody has taken who wanted it, and what nobody came for. */
export async function sweep({ database, blobs }: Queue): Promise<void> {
  await database.query(
    `DELETE FROM ${tables}.readings WHERE answered IS NOT NULL
       AND (taken < now() - interval '10 minutes' OR answered < now() - interval '7 days')`,
  );
  // What was put just now may be about to be asked for.
  const removed = await database.query<{ sha256: string; place: string }>(
    `DELETE FROM ${tables}.papers WHERE put < now() - interval '10 minutes'
       AND NOT EXISTS (SELECT FROM ${tables}.readings
         WHERE readings.sha256 = papers.sha256 AND (answered IS NULL OR NOT ok))
     RETURNING sha256, place`,
  );
  for (const { sha256, place } of removed) if (place === 'blobs') await blobs?.remove(sha256);
}
