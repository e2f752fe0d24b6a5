/**
 * Writes schemas/: JSON Schema of everything the program prints or exports as JSON, made from the zod schemas.
 *   node scripts/schemas.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publishedSchemas } from './published-schemas.ts';

const folder = path.join(import.meta.dirname, '../schemas');
mkdirSync(folder, { recursive: true });
for (const [name, text] of publishedSchemas()) writeFileSync(path.join(folder, name), text);
