import { keyOfSigns } from '../../src/vocabulary/status-signs.ts';

/** Characters that, before a space, can only be a bullet. */
export const bulletGlyphs = '•●○◦▪▫■□◾‣⁃∙·➢➤►▶❖✓✔';
const certain = new RegExp(`^[${bulletGlyphs}]\\s*(?=\\S)`, 'u');
/** Characters that are bullets only in company: a dash also stands for "nothing to report". */
const possible = /^(?:[-–—*]|o(?=\s{1,3}[A-Z]))\s+(?=\S)/u;
const label = /^(\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+(?=\S)/;

/** A line without its bullet; null where it has none. Dashes, stars and a lone `o` count only where `inCompany`. */
export function afterBullet(line: string, inCompany: boolean): string | null {
  if (keyOfSigns.test(line)) return null;
  const mark = certain.exec(line) ?? (inCompany ? possible.exec(line) : null);
  return mark === null ? null : line.slice(mark[0].length);
}

/** A line's own number or letter (`1.`, `a)`, `(iv)`, `2.1`) and what follows it; null where it has none. */
export function splitLabel(line: string): { readonly label: string; readonly text: string } | null {
  const mark = label.exec(line);
  return mark?.[1] === undefined ? null : { label: mark[1], text: line.slice(mark[0].length) };
}

/** The lines of one cell without bullets; a dash is one only where two lines begin with it. */
export function withoutBullets(lines: readonly string[]): readonly string[] {
  const inCompany = lines.filter((line) => possible.test(line)).length > 1;
  return lines.map((line) => afterBullet(line, inCompany) ?? line);
}
