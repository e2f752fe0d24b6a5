import type { Rgb } from '../../../src/model/document.ts';

/** The named colours of CSS that papers use, by their hexadecimal value (CSS Color Module Level 4, section 6.1). */
const named: ReadonlyMap<string, string> = new Map(
  [
    ...`
  aqua:00ffff aquamarine:7fffd4 azure:f0ffff beige:f5f5dc bisque:ffe4c4 black:000000 blanchedalmond:ffebcd
  blue:0000ff blueviolet:8a2be2 brown:a52a2a burlywood:deb887 cadetblue:5f9ea0 chartreuse:7fff00 chocolate:d2691e
  coral:ff7f50 cornflowerblue:6495ed cornsilk:fff8dc crimson:dc143c cyan:00ffff darkblue:00008b darkcyan:008b8b
  darkgoldenrod:b8860b darkgray:a9a9a9 darkgreen:006400 darkgrey:a9a9a9 darkkhaki:bdb76b darkmagenta:8b008b
  darkolivegreen:556b2f darkorange:ff8c00 darkorchid:9932cc darkred:8b0000 darksalmon:e9967a darkseagreen:8fbc8f
  darkslateblue:483d8b darkslategray:2f4f4f darkslategrey:2f4f4f darkturquoise:00ced1 darkviolet:9400d3
  deeppink:ff1493 deepskyblue:00bfff dimgray:696969 dimgrey:696969 dodgerblue:1e90ff firebrick:b22222
  forestgreen:228b22 fuchsia:ff00ff gainsboro:dcdcdc gold:ffd700 goldenrod:daa520 gray:808080 green:008000
  greenyellow:adff2f grey:808080 honeydew:f0fff0 hotpink:ff69b4 indianred:cd5c5c indigo:4b0082 ivory:fffff0
  khaki:f0e68c lavender:e6e6fa lawngreen:7cfc00 lemonchiffon:fffacd lightblue:add8e6 lightcoral:f08080
  lightcyan:e0ffff lightgoldenrodyellow:fafad2 lightgray:d3d3d3 lightgreen:90ee90 lightgrey:d3d3d3 lightpink:ffb6c1
  lightsalmon:ffa07a lightseagreen:20b2aa lightskyblue:87cefa lightslategray:778899 lightslategrey:778899
  lightsteelblue:b0c4de lightyellow:ffffe0 lime:00ff00 limegreen:32cd32 magenta:ff00ff maroon:800000
  mediumaquamarine:66cdaa mediumblue:0000cd mediumorchid:ba55d3 mediumpurple:9370db mediumseagreen:3cb371
  mediumslateblue:7b68ee mediumspringgreen:00fa9a mediumturquoise:48d1cc mediumvioletred:c71585 midnightblue:191970
  mistyrose:ffe4e1 moccasin:ffe4b5 navajowhite:ffdead navy:000080 olive:808000 olivedrab:6b8e23 orange:ffa500
  orangered:ff4500 orchid:da70d6 palegoldenrod:eee8aa palegreen:98fb98 paleturquoise:afeeee palevioletred:db7093
  peachpuff:ffdab9 peru:cd853f pink:ffc0cb plum:dda0dd powderblue:b0e0e6 purple:800080 rebeccapurple:663399
  red:ff0000 rosybrown:bc8f8f royalblue:4169e1 saddlebrown:8b4513 salmon:fa8072 sandybrown:f4a460 seagreen:2e8b57
  sienna:a0522d silver:c0c0c0 skyblue:87ceeb slateblue:6a5acd slategray:708090 slategrey:708090 springgreen:00ff7f
  steelblue:4682b4 tan:d2b48c teal:008080 thistle:d8bfd8 tomato:ff6347 turquoise:40e0d0 violet:ee82ee wheat:f5deb3
  yellow:ffff00 yellowgreen:9acd32
  `.matchAll(/(\w+):(\w+)/g),
  ].map(([, name = '', hex = '']) => [name, hex] as const),
);

/**
 * Reads a colour as CSS, a `bgcolor` attribute or Word writes it: `#rgb`, `#rrggbb` (with or without `#`), `rgb(…)`,
 * or a name.
 * @returns null where the words are no colour, or one that lets most of what is below shine through
 */
export function parseColour(words: string): Rgb | null {
  const value = words.trim().toLowerCase();
  const hex = named.get(value) ?? /^#?([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})$/.exec(value)?.[1];
  if (hex !== undefined) return fromHex(hex);
  const parts =
    /^rgba?\(([^)]*)\)$/
      .exec(value)?.[1]
      ?.split(/[\s,/]+/)
      .filter((part) => part !== '') ?? [];
  const [red, green, blue] = parts.slice(0, 3).map((part) => channel(part, 255));
  if (red === undefined || green === undefined || blue === undefined) return null;
  if (![red, green, blue].every(Number.isFinite) || channel(parts[3] ?? '1', 1) < 0.5) return null;
  return [red, green, blue];
}

const isShade = ([red, green, blue]: Rgb): boolean => Math.max(red, green, blue) - Math.min(red, green, blue) < 16;

/** The colour as a cell's fill: null for plain white, which says nothing. */
export const asFill = (colour: Rgb | null): Rgb | null => (colour?.every((part) => part >= 252) ? null : colour);

/** The colour as a cell's ink: null for black, white and every grey between. */
export const asInk = (colour: Rgb | null): Rgb | null => (colour !== null && isShade(colour) ? null : colour);

function fromHex(hex: string): Rgb | null {
  const long = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const at = (index: number) => Number.parseInt(long.slice(index, index + 2), 16);
  return long.length === 8 && at(6) < 128 ? null : [at(0), at(2), at(4)];
}

function channel(part: string, whole: number): number {
  const number = Number(part.replace('%', ''));
  const value = part.endsWith('%') ? (number / 100) * whole : number;
  return whole === 1 ? value : Math.round(Math.min(whole, Math.max(0, value)));
}
