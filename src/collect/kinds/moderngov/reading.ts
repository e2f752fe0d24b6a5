import type { Offer } from '../../site.ts';

/** The first year of PEEL inspections of police forces; fire and rescue services followed in 2018. */
export const firstYear = 2014;

export interface Committee {
  readonly id: string;
  readonly name: string;
}

export interface Meeting {
  readonly id: string;
  readonly committee: string;
  readonly date: string | null;
  /** True where the site says that it did not or will not take place: it has no papers to look for. */
  readonly isCancelled: boolean;
}

/** How a site tells of its committees and meetings: by its web service, or by its pages. */
export interface Reading {
  committees(): Promise<readonly Committee[]>;
  meetings(committee: Committee): Promise<readonly Meeting[]>;
  documents(meeting: Meeting): Promise<readonly Offer[]>;
}

/** As both say it of meetings: a field of the web service, words beside a link on the pages. */
export const saysCancelled = (text: string): boolean => /\b(cancell?ed|abandoned)\b/i.test(text);

/** The page of a meeting, by which both name it. */
export const meetingPage = (base: string, id: string): string => `${base}ieListDocuments.aspx?MId=${id}`;

/** True for the address of a document, which may lie behind a script. */
export const isDocument = (address: string): boolean =>
  /\/documents\/[a-z]\d+\/|\/mgConvert2PDF\.aspx/i.test(new URL(address).pathname);

/** The value of a parameter under one of its names, whatever its capitals; empty where there is none. */
export const parameter = (address: string, ...names: readonly string[]): string =>
  [...new URL(address).searchParams].find(([name]) => names.includes(name.toLowerCase()))?.[1] ?? '';
