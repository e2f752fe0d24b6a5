import { statSync } from 'node:fs';
import path from 'node:path';
import { bodyKind, looksCut } from '../../collect/body-kind.ts';
import { unknownAddress } from '../../collect/fetching.ts';
import { blindnessOf, foldAlike } from '../../collect/silence.ts';
import { holdsAny } from '../../collect/site.ts';
import type { SourceOf } from '../../collect/source.ts';
import { conditionOf, Trouble } from '../../collect/trouble.ts';
import { reasonOf } from '../../lib/reason.ts';
import type { AddressState, Arrival, Condition, Visit } from '../../model/collected.ts';
import { UsageError } from '../../model/errors.ts';
import { addressState, listedBefore, writeAddress, writeArrival } from '../../store/index.ts';
import { loadFile } from '../load.ts';
import { type FoundFile, walk } from '../walk.ts';
import { type Desk, tellTrouble, timestampOf } from './desk.ts';
import { receive } from './receive.ts';
import { silencesOf } from './silences.ts';
import { keepVisit, type Taken, takeAll, takenAs, visitOf } from './visited.ts';

export interface FolderOptions {
  /** Milliseconds after which a file that seems unchanged is read all the same. */
  readonly recheck: number;
  readonly maxSize: number;
  readonly dryRun: boolean;
}

/**
 * Looks at a folder, perhaps on a network share: takes in files that are new or have changed. A file under a new name is
 * told by its bytes. A share that is not mounted, or empty where it was not, is a trouble and not "nothing new".
 */
export async function visitFolder(desk: Desk, source: SourceOf<'folder'>, options: FolderOptions): Promise<Visit> {
  const conditions: Condition[] = [];
  const note = (trouble: Trouble) => {
    conditions.push(conditionOf(source.name, trouble));
    tellTrouble(desk, source.name, trouble);
  };
  const found = filesOf(source, note);
  const files = (found ?? []).filter(({ address }) => wantsFile(source, address));
  if (options.dryRun)
    for (const { address } of files) desk.tell({ event: 'wanted', source: source.name, address, title: '' });
  const counts = await takeAll(options.dryRun ? [] : files, (file) => takeFile(desk, source, file, options), note);
  const listed = found?.length ?? 0;
  const sound = conditions.length === 0;
  const blind =
    found === null ? null : blindnessOf(source.name, source.address, listed, listedBefore(desk.store, source.name));
  const silences = options.dryRun ? [] : silencesOf(desk, source);
  for (const condition of [blind, folderSilence(source, files.length, listed), ...silences]) {
    if (condition !== null) note(new Trouble(condition.code, condition.subject, condition.message));
  }
  const seen = { listed, offered: files.length, requests: 0, ...counts };
  const visit = visitOf(source, found !== null, conditions, seen);
  if (!options.dryRun) {
    const wellListed = sound && blind === null ? listed : null;
    keepVisit(desk, source, visit, foldAlike(source.name, source.address, conditions), wellListed);
  }
  return visit;
}

/** A folder has files, and none of them is one that is wanted. */
function folderSilence(
  { name, address, titles }: SourceOf<'folder'>,
  wanted: number,
  listed: number,
): Condition | null {
  if (titles === null || wanted > 0 || listed === 0) return null;
  const named = titles.map((title) => `“${title}”`).join(', ');
  const message = `None of its ${listed} files is a document with one of ${named} in its path: all are passed over. Mend "titles" in the sources file, or acknowledge this if it is right.`;
  return { source: name, code: 'source/wants-nothing', subject: address, message };
}

/** @returns null where the folder cannot be had */
function filesOf(source: SourceOf<'folder'>, note: (trouble: Trouble) => void): readonly FoundFile[] | null {
  try {
    const { files, unread } = walk([source.address]);
    for (const { address, issue } of unread) note(new Trouble(issue.code, address, issue.message));
    return files;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const message = `The folder ${source.address} is not there. If it is on a network share, see that the share is mounted.`;
    note(new Trouble('source/no-folder', source.address, message));
    return null;
  }
}

/** @throws Trouble where its bytes cannot be had */
async function takeFile(
  desk: Desk,
  source: SourceOf<'folder'>,
  file: FoundFile,
  options: FolderOptions,
): Promise<Taken> {
  const state = addressState(desk.store, file.address) ?? unknownAddress(file.address, file.address);
  const stamp = stampOf(file);
  const age = state.fetched === null ? Number.POSITIVE_INFINITY : desk.now() - Date.parse(state.fetched);
  if (state.etag === stamp && state.paperId !== null && age < options.recheck) return 'unchanged';
  const loaded = await loadFile(file, options.maxSize);
  if ('code' in loaded) throw new Trouble(loaded.code, file.address, loaded.message);
  const { sha256, bytes } = loaded;
  if (looksCut(bytes, bodyKind(bytes)) && state.suspect !== sha256) {
    writeAddress(desk.store, { ...state, suspect: sha256 });
    const message =
      'The document ends in the middle; perhaps it is still being copied. If it is the same in the next run, it is taken as it is.';
    throw new Trouble('body/cut', file.address, message);
  }
  const fetched = timestampOf(desk);
  const news: AddressState = {
    ...state,
    sha256,
    etag: stamp,
    fetched,
    checked: fetched,
    round: desk.round,
    suspect: null,
  };
  if (sha256 === state.sha256 && state.paperId !== null) {
    writeAddress(desk.store, news);
    return 'unchanged';
  }
  const arrival: Arrival = {
    sha256,
    key: state.key,
    address: file.address,
    name: loaded.name,
    source: source.name,
    bytes,
    fetched,
    replaces: state.paperId,
  };
  writeArrival(desk.store, news, arrival);
  return takenAs(await receive(desk, arrival));
}

/** Length and time of change: where both are as before, so is the file, for the time being. */
function stampOf({ handle, address }: FoundFile): string {
  try {
    const { size, mtimeMs } = statSync(handle);
    return `${size} ${mtimeMs}`;
  } catch (error) {
    throw new Trouble('file/vanished', address, `The file cannot be looked at (${reasonOf(error)}).`, { cause: error });
  }
}

/** What papers are called in a folder. */
const documentName = /\.(pdf|docx?|html?|txt|md)$/i;

/** True where a file of a folder is wanted: a document with one of the source's words in its path below the folder. */
function wantsFile(source: SourceOf<'folder'>, file: string): boolean {
  const below = path.relative(source.address, file);
  return documentName.test(file) && holdsAny([below, below.replace(/[-_.]+/g, ' ')], source.titles);
}
