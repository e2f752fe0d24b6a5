/** Where pdf.js's complaints go while somebody listens. */
const listeners = new Set<(complaint: string) => void>();
let said: Pick<Console, 'warn' | 'info'> | null = null;

/**
 * What pdf.js complains of during a piece of work. It mends what it can of a damaged file and says so on the console
 * alone, so the console is listened to for that time; what others print goes on as before.
 * @returns the work's result and the complaints as pdf.js words them; of two works at once both have those of both
 */
export async function withComplaints<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly complaints: readonly string[] }> {
  const complaints: string[] = [];
  const listen = (complaint: string) => void complaints.push(complaint);
  listeners.add(listen);
  if (said === null) takeConsole();
  try {
    return { result: await work(), complaints };
  } finally {
    listeners.delete(listen);
    if (listeners.size === 0) giveConsoleBack();
  }
}

function takeConsole(): void {
  const { warn, info } = console;
  said = { warn, info };
  const heard =
    (print: typeof warn): typeof warn =>
    (...words) => {
      const complaint = /^(?:Warning|Info): (?<words>.*)$/su.exec(String(words[0]))?.groups?.words;
      if (complaint === undefined || words.length > 1) print.apply(console, words);
      else for (const listen of listeners) listen(complaint);
    };
  Object.assign(console, { warn: heard(warn), info: heard(info) });
}

function giveConsoleBack(): void {
  if (said !== null) Object.assign(console, said);
  said = null;
}

/** Complaints of page content that cannot be read: pdf.js goes on behind it, and what stood there is lost. */
const damage =
  /flate stream|^(?:loadFont - |Invalid cMap data|getStructTree: |Unknown command|Skipping |Unterminated |getHexString|Empty "|Filter "|Invalid stream|getOperatorList - ignoring (?:XObject|errors|operator))/u;

/** True where complaints of a page tell of lost content. */
export const tellsDamage = (complaints: readonly string[]): boolean =>
  complaints.some((complaint) => damage.test(complaint));

/** True where the file's own table of its objects is wrong: pdf.js then looks for objects all through the file. */
export const isRebuilt = (complaints: readonly string[]): boolean =>
  complaints.some((complaint) => complaint.startsWith('Indexing all PDF objects'));
