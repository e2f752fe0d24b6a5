import { attribute, type Element } from '../dom.ts';
import { formatNumber } from '../html/labels.ts';
import { attributeValue, childNamed, childrenNamed, parseXml, toggle } from './xml.ts';

/** A paragraph's place in a list: its level from 0, and its number as printed, null for a bullet. */
export interface ListPlace {
  readonly level: number;
  readonly label: string | null;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2.`: the numbers of the levels in it by their place from 1. */
  readonly pattern: string;
  /** A number of this level begins anew after one of a level up to this; 0 never. */
  readonly restartAfter: number | null;
  readonly decimalOnly: boolean;
  readonly style: string | null;
}

interface NumberedList {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startsAt: ReadonlyMap<number, number>;
}

/** Word's number formats that papers use (ECMA-376 part 1, 17.18.59); others are printed as decimals. */
const formats: ReadonlyMap<string, Parameters<typeof formatNumber>[1]> = new Map([
  ['lowerLetter', 'lower-letter'],
  ['upperLetter', 'upper-letter'],
  ['lowerRoman', 'lower-roman'],
  ['upperRoman', 'upper-roman'],
]);

/** Counts numbered paragraphs in the order they come: each call takes the next number of its list and level. */
export interface NumberingCounter {
  next(list: string, level: number): ListPlace | null;
  /** The list level that is bound to a paragraph style, for paragraphs whose style gives a list without one. */
  levelOfStyle(list: string, style: string): number | null;
}

/** Reads numbering.xml and counts as Word does (ECMA-376 part 1, 17.9). */
export function readNumbering(xml: string | null): NumberingCounter {
  const lists = readLists(xml === null ? null : parseXml(xml));
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next(listId, at) {
      const list = lists.get(listId);
      const level = list?.levels.get(at);
      if (list === undefined || level === undefined || level.format === 'none') return null;
      if (level.format === 'bullet') return { level: at, label: null };
      const numbers = counts.get(list.abstractId) ?? [];
      counts.set(list.abstractId, numbers);
      const restart = begun.has(`${listId}/${at}`) ? undefined : list.startsAt.get(at);
      begun.add(`${listId}/${at}`);
      const before = numbers[at];
      numbers[at] = restart ?? (before === undefined ? level.start : before + 1);
      for (let deeper = at + 1; deeper < 9; deeper += 1) {
        const after = list.levels.get(deeper)?.restartAfter ?? deeper;
        if (after !== 0 && at < after) numbers[deeper] = undefined;
      }
      return { level: at, label: printLabel(level, at, numbers, list.levels) };
    },
    levelOfStyle(listId, style) {
      const found = [...(lists.get(listId)?.levels ?? [])].find(([, level]) => level.style === style);
      return found?.[0] ?? null;
    },
  };
}

function printLabel(
  level: Level,
  at: number,
  numbers: readonly (number | undefined)[],
  levels: ReadonlyMap<number, Level>,
): string | null {
  const label = level.pattern.replace(/%(\d)/g, (_, place: string) => {
    const index = Number(place) - 1;
    const own = levels.get(index);
    const value = numbers[index] ?? own?.start ?? 1;
    return formatNumber(
      value,
      level.decimalOnly && index !== at ? 'decimal' : (formats.get(own?.format ?? '') ?? 'decimal'),
    );
  });
  return label.trim() === '' ? null : label.trim();
}

function readLists(root: Element | null): ReadonlyMap<string, NumberedList> {
  const abstract = new Map(
    childrenNamed(root, 'w:abstractNum').map((each) => [attribute(each, 'w:abstractNumId'), each]),
  );
  const byStyle = new Map(
    [...abstract].flatMap(([id, each]) =>
      attributeValue(each, 'w:styleLink') === null ? [] : [[attributeValue(each, 'w:styleLink'), id] as const],
    ),
  );
  return new Map(
    childrenNamed(root, 'w:num').map((number) => {
      const named = attributeValue(number, 'w:abstractNumId') ?? '';
      const link = attributeValue(abstract.get(named) ?? null, 'w:numStyleLink');
      const abstractId = (link === null ? undefined : byStyle.get(link)) ?? named;
      const levels = new Map(childrenNamed(abstract.get(abstractId) ?? null, 'w:lvl').map(readLevel));
      const startsAt = new Map<number, number>();
      for (const override of childrenNamed(number, 'w:lvlOverride')) {
        const index = Number(attribute(override, 'w:ilvl'));
        const start = attributeValue(override, 'w:startOverride');
        const own = childNamed(override, 'w:lvl');
        if (own !== null) levels.set(...readLevel(own));
        if (start !== null) startsAt.set(index, Number(start));
      }
      return [attribute(number, 'w:numId'), { abstractId, levels, startsAt }] as const;
    }),
  );
}

function readLevel(level: Element): [index: number, level: Level] {
  const restart = attributeValue(level, 'w:lvlRestart');
  return [
    Number(attribute(level, 'w:ilvl')) || 0,
    {
      start: Number(attributeValue(level, 'w:start') ?? 1),
      format: attributeValue(level, 'w:numFmt') ?? 'decimal',
      pattern: attributeValue(level, 'w:lvlText') ?? '',
      restartAfter: restart === null ? null : Number(restart),
      decimalOnly: toggle(level, 'w:isLgl') === true,
      style: attributeValue(level, 'w:pStyle'),
    },
  ];
}
