import { onWhite } from './colours.ts';
import type { GraphicsState } from './graphics-state.ts';
import { filledPath, type Painted, readSubpaths, strokedPath } from './paths.ts';
import { OPS } from './pdfjs.ts';

/**
 * What a path paints.
 * @param operation pdf.js's number of the operation that ends the path
 * @param buffer the path as pdf.js encodes it
 */
export function drawPath(state: GraphicsState, operation: number, buffer: Float32Array): Painted {
  const fillsIt = fillOperations.has(operation) && state.fillKnown && state.fillAlpha > 0.02;
  const strokesIt = strokeOperations.has(operation) && state.strokeAlpha > 0.02;
  if (!fillsIt && !strokesIt) return { fills: [], segments: [], slants: [] };
  const subpaths = readSubpaths(buffer, state.matrix);
  const filled = fillsIt ? filledPath(subpaths, onWhite(state.fill, state.fillAlpha)) : null;
  const stroked = strokesIt
    ? strokedPath(subpaths, state.lineWidth, state.matrix, onWhite(state.stroke, state.strokeAlpha))
    : null;
  return {
    fills: [...(filled?.fills ?? []), ...(stroked?.fills ?? [])],
    segments: [...(filled?.segments ?? []), ...(stroked?.segments ?? [])],
    slants: stroked?.slants ?? [],
  };
}

const fillOperations: ReadonlySet<number> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const strokeOperations: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
