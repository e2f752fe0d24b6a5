/** Stands in the head of every page we write, so that a folder of papers may hold our reports. */
export const ownMark = '<meta name="generator" content="boardtrail">';

/** True for a page that we wrote ourselves. */
export const isOwnPage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 2048)).toString('latin1').includes(ownMark);
