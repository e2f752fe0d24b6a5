/**
 * What stands on the pages of every plan, for telling cheaply which pages have none: letters alone, run together, lower
 * case, as they are drawn on a page.
 */

/** Who inspects: nobody else is called so. */
export const inspectorateLetters = /hmic|majestysinspectorate|inspectorateofconstabulary/;

/** What an inspection leads to; other services have such too. */
export const inspectionLetters =
  /inspect(?:ion|orate|or)|areas?forimprovement|causes?(?:of|for)concern|peel|improvement(?:action)?plan|hmic/;

/** Whom the inspectorate inspects. */
export const inspectedLetters =
  /fire(?:and|n)?rescue|fireauthority|fireservice|brigade|constabulary|policeforce|policeservice|chiefconstable|hmic/;

/** What is said of each action of a plan, by kind. */
export const actionLetters: readonly RegExp[] = [
  /action|recommend|improvement|concern|finding/,
  /progress|update|position|evidence|comment|activity|outcome|milestone/,
  /status|rag|complete|ontrack|inprogress|notstarted|green|amber|closed|ongoing|overdue/,
  /lead|owner|responsib|officer|manager|commander|director|head/,
  /due|target|timescale|deadline|bywhen|quarter|january|february|march|april|june|july|august|september|october|november|december/,
];
