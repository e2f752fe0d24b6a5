/** Shapes and marks that papers set in place of a status; what each means, the paper's own key says. */
const signs = '●○◉◎◐◑◒◓◔◕◯▲△▶▷▼▽◆◇■★☆✓✔✗✘✖✕';

/** A text that is such a sign alone. */
export const statusSign = new RegExp(`^\\s*[${signs}]\\s*$`, 'u');

/** A sign and the words that follow it, up to the next. */
export const signAndWords = new RegExp(`(?<sign>[${signs}])\\s*(?:[=:–—-]\\s*)?(?<words>[^${signs}]+)`, 'gu');

/** A line that begins with a sign, a key's title before it or not: `Key: ● On track ▲ At risk`. */
export const opensWithSign = new RegExp(`^\\s*(?:[\\p{L} ]{1,40}:)?\\s*[${signs}]`, 'u');

/** A line in which a sign and its words are followed by another sign: a key, the first sign no bullet. */
export const keyOfSigns = new RegExp(`^\\s*([${signs}])[^${signs}]+(?!\\1)[${signs}]`, 'u');
