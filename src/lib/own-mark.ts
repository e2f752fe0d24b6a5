/** Stands in the head of every page we write, so that a folder of papers may hold our reports. */
export const ownMark = '<meta name="generator" content="boardtrail">';

/** True for a page that we wrote ourselves. */
export const isOwnPage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 2048)).toString('latin1').includes(ownMark);

/** True for a table of an export of ours, told by its header row: names of columns alone, an id of ours first. */
export const isOwnTable = (bytes: Uint8Array): boolean =>
  /^\ufeff?(?:entry|thread|paper|change)_id(?:,[a-z][a-z0-9_]*)+\r?\n/.test(
    Buffer.from(bytes.subarray(0, 4096)).toString('utf8'),
  );
