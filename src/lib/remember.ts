/** So many answers are kept; then the keeping starts anew, so that a process that reads for days does not grow. */
const mostKept = 5000;

/** A pure function of a text that keeps its answers: the same few words stand in a column over and over. */
export function rememberByText<Result>(answer: (text: string) => Result, most = mostKept): (text: string) => Result {
  const kept = new Map<string, Result>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size >= most) kept.clear();
    const result = answer(text);
    kept.set(text, result);
    return result;
  };
}

/** A pure function of an object that never changes, worked out once for as long as the object lives. */
export function rememberByObject<Key extends object, Result>(answer: (key: Key) => Result): (key: Key) => Result {
  const kept = new WeakMap<Key, Result>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const result = answer(key);
    kept.set(key, result);
    return result;
  };
}
