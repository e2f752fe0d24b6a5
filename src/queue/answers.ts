import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { z } from 'zod';
import { isIssueCode } from '../model/issue.ts';
import type { ReadingAnswer } from '../pipeline/reading.ts';

const [pack, unpack] = [promisify(deflate), promisify(inflate)];

/**
 * An answer as it travels: JSON, deflated. Bytes and not text or jsonb, for PostgreSQL has no NUL and no half of a
 * surrogate pair in these, and papers do.
 */
export const packAnswer = (answer: ReadingAnswer): Promise<Buffer> => pack(JSON.stringify(answer), { level: 1 });

/** As much as is looked at here; whoever stores an extraction checks all of it. */
const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), extraction: z.looseObject({ paper: z.looseObject({ id: z.string() }) }) }),
  z.object({
    ok: z.literal(false),
    code: z.string().refine(isIssueCode),
    message: z.string(),
    stack: z.string().optional(),
  }),
]);

/** The answer that travelled as these bytes, about this paper; a failed one where it is of another shape or paper. */
export async function unpackAnswer(packed: Uint8Array, sha256: string, name: string): Promise<ReadingAnswer> {
  const answer = JSON.parse((await unpack(packed)).toString('utf8')) as ReadingAnswer;
  const { success, error } = answerSchema.safeParse(answer);
  if (!success) return strange(error.message);
  if (!answer.ok) return answer;
  const { extraction } = answer;
  if (extraction.paper.id !== sha256) return strange('it is about another paper');
  // Workers know a paper by its bytes alone.
  return { ok: true, extraction: { ...extraction, paper: { ...extraction.paper, file: name } } };
}

const strange = (why: string): ReadingAnswer => ({
  ok: false,
  code: 'ingest/invalid-reading',
  message: 'What a worker answered cannot be used. Please report this paper to the makers.',
  stack: `The answer is not as it should be: ${why}`,
});
