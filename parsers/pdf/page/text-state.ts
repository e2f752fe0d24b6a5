import { identity, toMatrix } from '../../../src/lib/matrix.ts';
import { numberAt } from './arguments.ts';
import type { Font, GraphicsState } from './graphics-state.ts';
import { OPS } from './pdfjs.ts';

/** Changes the text state as the operation says (ISO 32000-1, 9.3 and 9.4); operations of another kind change nothing. */
export function changeTextState(
  state: GraphicsState,
  operation: number | undefined,
  args: readonly unknown[],
  fontOf: (id: string) => Font,
): void {
  switch (operation) {
    case OPS.beginText:
      state.textMatrix = identity;
      state.penX = state.lineX = 0;
      state.penY = state.lineY = 0;
      break;
    case OPS.setFont:
      state.font = fontOf(String(args[0]));
      state.fontSize = numberAt(args, 1);
      break;
    case OPS.setCharSpacing:
      state.charSpacing = numberAt(args, 0);
      break;
    case OPS.setWordSpacing:
      state.wordSpacing = numberAt(args, 0);
      break;
    case OPS.setHScale:
      state.horizontalScale = numberAt(args, 0) / 100;
      break;
    case OPS.setLeading:
      state.leading = numberAt(args, 0);
      break;
    case OPS.setTextRise:
      state.rise = numberAt(args, 0);
      break;
    case OPS.setTextRenderingMode:
      state.renderMode = numberAt(args, 0);
      break;
    case OPS.setTextMatrix:
      state.textMatrix = toMatrix(args[0]) ?? toMatrix(args) ?? identity;
      state.penX = state.lineX = 0;
      state.penY = state.lineY = 0;
      break;
    case OPS.setLeadingMoveText:
      state.leading = -numberAt(args, 1);
      moveLine(state, numberAt(args, 0), numberAt(args, 1));
      break;
    case OPS.moveText:
      moveLine(state, numberAt(args, 0), numberAt(args, 1));
      break;
    case OPS.nextLine:
      moveLine(state, 0, -state.leading);
      break;
    default:
      break;
  }
}

function moveLine(state: GraphicsState, dx: number, dy: number): void {
  state.penX = state.lineX += dx;
  state.penY = state.lineY += dy;
}
