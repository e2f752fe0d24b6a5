import { version } from '../lib/version.ts';
import type { ExportSource, StoredPaper } from '../model/stored.ts';

/** Said of a source whose publisher's terms nobody has noted. */
export const licenceUnknown =
  'The licence is not known; ask the publisher before passing the paper’s words on, and name the source.';

/** What an export is called. */
export const dataTitle = 'HMICFRS improvement plans as published board papers report them';

/** How data made with this program is cited; CITATION.cff says the same for programs. */
export const howToCite = `boardtrail ${version}: ${dataTitle}. Name the publisher and the address of each paper too.`;

/** How the guard against formulas works, for whoever reads the files by program. */
export const guardExplained =
  'In CSV files a text that a spreadsheet might take for a formula (it begins with = + - @, a tab or a line’s end) or ' +
  'that begins with an apostrophe has an apostrophe put before it: take one leading apostrophe off and the paper’s ' +
  'words are back.';

/** Where one paper was seen, and on which terms. */
export interface SourceTerms {
  readonly title: string;
  readonly address: string;
  readonly licence: string;
  readonly attribution: string | null;
}

/** Every source of the papers exported, in the order of the papers. */
export function* termsOf(source: ExportSource): Generator<SourceTerms> {
  const titles = new Map<string, string>();
  for (const paper of source.papers()) titles.set(paper.id, titleOf(paper));
  for (const [paperId, address, licence, attribution] of source.rows('sources', columns)) {
    yield {
      title: titles.get(String(paperId)) ?? String(paperId),
      address: String(address),
      licence: licence === null ? licenceUnknown : String(licence),
      attribution: attribution === null ? null : String(attribution),
    };
  }
}

const columns = ['paper_id', 'address', 'licence', 'attribution'];

function titleOf({ service, title, meetingDate, asAt, file }: StoredPaper): string {
  const said = [service, title, meetingDate ?? asAt].filter((words) => words !== null);
  return said.length === 0 ? file : `${said.join(', ')} (${file})`;
}
