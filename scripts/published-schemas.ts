import { z } from 'zod';
import {
  changeSchema,
  exportSchema,
  extractionSchema,
  storedEntrySchema,
  storedPaperSchema,
} from '../src/model/schemas.ts';

const shapes: readonly (readonly [name: string, title: string, schema: z.ZodType])[] = [
  ['extraction', 'What "extract --json" prints: one paper', extractionSchema],
  ['export', 'What "export --format json" writes', exportSchema],
  ['entry', 'A line of entries.jsonl', storedEntrySchema],
  ['paper', 'A line of papers.jsonl', storedPaperSchema],
  ['change', 'A line of changes.jsonl', changeSchema],
];

/** The files of schemas/ by name, as they should be. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  return new Map(
    shapes.map(([name, title, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { reused: 'ref' });
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}
