import { type CodeMeaning, conditionCodes, issueCodes } from '../src/model/codes.ts';

/** All codes as a page for people, in Markdown. */
export function describeCodes(): string {
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
    ...Object.entries<CodeMeaning>(issueCodes).map(
      ([code, { severity, meaning }]) => `| \`${code}\` | ${severity} | ${meaning} |`,
    ),
    '',
    '## What is amiss with collecting',
    '',
    'In `boardtrail collect --status` and in the table `conditions`; what to do is in [collect.md](collect.md).',
    '',
    '| code | means |',
    '| --- | --- |',
    ...Object.entries(conditionCodes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`),
    '',
  ].join('\n');
}
