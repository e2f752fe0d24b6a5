import { type Element, elementsOf, textOf } from '../dom.ts';
import { childNamed } from './xml.ts';

/**
 * An Office equation in one line, as Word's own linear format writes it (ECMA-376 part 1, 22.1; Unicode Technical
 * Note 28): fractions with a slash, raised parts after `^`, lowered ones after `_`.
 */
export function equationText(equation: Element): string {
  return elementsOf(equation).map(partText).join('');
}

function partText(part: Element): string {
  const piece = (name: string): string => {
    const element = childNamed(part, name);
    return element === null ? '' : equationText(element);
  };
  switch (part.name) {
    case 'm:t':
    case 'w:t':
      return textOf(part);
    case 'm:f':
      return `${grouped(piece('m:num'))}/${grouped(piece('m:den'))}`;
    case 'm:sSup':
      return `${piece('m:e')}^${grouped(piece('m:sup'))}`;
    case 'm:sSub':
      return `${piece('m:e')}_${grouped(piece('m:sub'))}`;
    case 'm:rad':
      return `√${grouped(piece('m:e'))}`;
    case 'm:d':
      return `(${piece('m:e')})`;
    case 'w:del':
      return '';
    default:
      return part.name.endsWith('Pr') ? '' : equationText(part);
  }
}

const grouped = (text: string): string => (/^[\p{L}\p{N}.%]+$/u.test(text) ? text : `(${text})`);
