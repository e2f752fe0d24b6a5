export const numberWords: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
);

/** The place in a row, as words or figures: `first`, `2nd`. On folded text. */
export const ordinals: ReadonlyMap<string, number> = new Map(
  [
    ['first', '1st'],
    ['second', '2nd'],
    ['third', '3rd'],
    ['fourth', '4th'],
  ].flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);

/** What stands for a value that is missing or withheld: dashes, crosses, "na", "(X)". */
export const placeholder = /^(?:[-–—‒―*†‡§¶#•.·…]+|n\.?\/?a\.?|\(x\)|\(na\)|\(d\)|\(z\)|x|tbc|tba|nil)$/iu;
