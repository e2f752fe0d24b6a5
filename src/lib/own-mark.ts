import { openZip, ZipError } from './zip.ts';

/** Stands in the head of every page we write, so that a folder of papers may hold our reports. */
export const ownMark = '<meta name="generator" content="boardtrail">';

/** The same of every feed of ours (RFC 4287, 4.2.4). */
export const ownFeedMark = '<generator>boardtrail</generator>';

/** "btrl": how SQLite tools, and we, know that a database is boardtrail's (SQLite's file format, 1.3.15). */
export const applicationId = 0x6274726c;

/** Why a file of ours is no paper: its words would count twice. */
export const ownFile = 'boardtrail wrote this file itself, from papers; it is no paper.';

/** True for a file that we wrote ourselves: a report, a feed, a table, a workbook, layouts or a database. */
export function isOwnFile(bytes: Uint8Array): boolean {
  const front = Buffer.from(bytes.subarray(0, 4096));
  const text = front.toString('utf8');
  if (text.startsWith('PK')) return isOwnWorkbook(bytes);
  if (text.startsWith('PAR1')) return Buffer.from(bytes.subarray(-4096)).includes('boardtrail');
  if (text.startsWith('SQLite format 3\0')) return front.length > 72 && front.readUInt32BE(68) === applicationId;
  return text.includes(ownMark) || text.includes(ownFeedMark) || ownStart.test(text);
}

/** A file of layouts, below its remarks; and a table: names of columns alone, one of them an id or code of ours. */
const ownStart =
  /^\ufeff?(?:(?:#[^\n]*\n|\s)*boardtrail-layouts:|(?=[a-z_,]*\b(?:entry|thread|paper|change)_id\b|service_code,)[a-z][a-z0-9_]*(?:,[a-z][a-z0-9_]*)+\r?\n)/;

/** What a workbook says of who made it; a few hundred bytes. */
const propertiesLimit = 65_536;

function isOwnWorkbook(bytes: Uint8Array): boolean {
  try {
    const archive = openZip(bytes);
    if (!archive.names.includes('xl/workbook.xml')) return false;
    const properties = archive.read('docProps/core.xml', propertiesLimit);
    return properties !== null && Buffer.from(properties).includes('<dc:creator>boardtrail ');
  } catch (error) {
    // A broken archive is for its reader to tell of.
    if (error instanceof ZipError || error instanceof RangeError) return false;
    throw error;
  }
}
