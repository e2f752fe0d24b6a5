/** The records of an RFC 4180 text; null where a field is empty and not quoted. */
export function readCsv(text: string): readonly (readonly (string | null)[])[] {
  const records: (string | null)[][] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const record: (string | null)[] = [];
    for (;;) {
      if (text[at] === '"') {
        let field = '';
        for (;;) {
          const end = text.indexOf('"', at + 1);
          if (end < 0) throw new Error('a quoted field has no end');
          field += text.slice(at + 1, end);
          at = end + 1;
          if (text[at] !== '"') break;
          field += '"';
        }
        record.push(field);
      } else {
        const [field = ''] = /^[^",\r\n]*/.exec(text.slice(at, at + 100_000)) ?? [];
        record.push(field === '' ? null : field);
        at += field.length;
      }
      if (text[at] === ',') at += 1;
      else if (text.startsWith('\r\n', at)) {
        at += 2;
        break;
      } else throw new Error(`neither a comma nor a line's end at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
    }
    records.push(record);
  }
  return records;
}
