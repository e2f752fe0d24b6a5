/**
 * Writes the page of all codes. Usage: node scripts/codes.ts
 */
import { writeFileSync } from 'node:fs';
import { describeCodes } from './published-codes.ts';

writeFileSync(new URL('../docs/codes.md', import.meta.url), describeCodes());
