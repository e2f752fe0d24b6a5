/** Words by which texts are held against each other. On text in lower case. */

/**
 * What inspectors and services write in turns for the same thing. HMICFRS says "ensure" in rounds 1 and 2 and
 * "make sure" later; it calls a service "the brigade" in London and "the force" in the police.
 */
export const turns: readonly (readonly [RegExp, string])[] = [
  [/\b(?:mak(?:e|es|ing) (?:sure|certain)|(?:assur|satisf)(?:e|y|es|ies|ing) itself|ensur(?:e|es|ing))\b/g, 'ensure'],
  [/\b(?:must|needs? to|ha(?:s|ve) to|ought to|should|shall)\b/g, 'should'],
  [/\b(?:brigade|force|fire authority|constabulary)\b/g, 'service'],
  [/\b(?:personnel|employees|colleagues|workforce)\b/g, 'staff'],
];

/** Words that tell no text from another, beside those of any English text. */
export const silentWords = ['should', 'ensure', 'service', 'the', 'will', 'been', 'also', 'being', 'itself'];
