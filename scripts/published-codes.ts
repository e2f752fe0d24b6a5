import { type CodeMeaning, codes } from '../src/model/codes.ts';

/** All codes as a page for people, in Markdown. */
export function describeCodes(): string {
  const all = Object.entries<CodeMeaning>(codes);
  const line = ([code, { severity, meaning }]: (typeof all)[number]) =>
    `| \`${code}\` | ${severity === null ? '' : `${severity.join(' or ')} | `}${meaning} |`;
  return [
    '# Codes',
    '',
    'Made by `node scripts/codes.ts` from `src/model/codes.ts`.',
    '',
    '## Issues of papers',
    '',
    'In `select code, message, page from issues` and in JSON. `error`: part of the paper could not be read; `warning`: a person',
    'should look; `info`: for the record.',
    '',
    '| code | severity | means |',
    '| --- | --- | --- |',
    ...all.filter(([, { severity }]) => severity !== null).map(line),
    '',
    '## What is amiss with collecting',
    '',
    'In `boardtrail collect --status` and in the table `conditions`; what to do is in [collect.md](collect.md).',
    '',
    '| code | means |',
    '| --- | --- |',
    ...all.filter(([, { severity }]) => severity === null).map(line),
    '',
  ].join('\n');
}
