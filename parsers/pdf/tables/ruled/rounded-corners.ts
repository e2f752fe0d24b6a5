import type { Box } from '../../../../src/model/place.ts';
import type { Edge, Edges } from './edge.ts';

/** Points: the widest bend of a frame's corner. */
const widest = 20;
/** Points by which a bend may miss the lines that it joins. */
const reach = 2;

/** A corner of a frame: the two lines that end there, and where they meet. */
interface Corner {
  readonly post: Edge;
  readonly line: Edge;
}

/**
 * Lines that a bend joins, as at the rounded corners of a card, drawn on to the corner that they would meet in.
 * @param bends boxes around curved and slanted strokes, of which many can make one bend
 */
export function withRoundedCorners(edges: Edges, bends: readonly Box[]): Edges {
  const small = bends.filter(([x0, y0, x1, y1]) => x1 - x0 <= widest && y1 - y0 <= widest);
  if (small.length < 4 || edges.flat.length < 2 || edges.upright.length < 2) return edges;
  const corners = edges.upright.flatMap((post) =>
    edges.flat.flatMap((line): readonly Corner[] => (areJoined(post, line, small) ? [{ post, line }] : [])),
  );
  if (corners.length < 4) return edges;
  const drawnOn = (edge: Edge, ends: readonly number[]): Edge => ({
    at: edge.at,
    from: Math.min(edge.from, ...ends),
    to: Math.max(edge.to, ...ends),
  });
  return {
    flat: edges.flat.map((line) =>
      drawnOn(
        line,
        corners.flatMap((corner) => (corner.line === line ? [corner.post.at] : [])),
      ),
    ),
    upright: edges.upright.map((post) =>
      drawnOn(
        post,
        corners.flatMap((corner) => (corner.post === post ? [corner.line.at] : [])),
      ),
    ),
  };
}

/** True where a bend goes from the end of one line to the end of another that stands upright. */
function areJoined(post: Edge, line: Edge, bends: readonly Box[]): boolean {
  const endX = post.at < line.from ? line.from : line.to;
  const endY = line.at < post.from ? post.from : post.to;
  const [wide, high] = [Math.abs(endX - post.at), Math.abs(endY - line.at)];
  if (wide > widest || high > widest) return false;
  const [x0, x1] = [Math.min(post.at, endX), Math.max(post.at, endX)];
  const [y0, y1] = [Math.min(line.at, endY), Math.max(line.at, endY)];
  const within = bends.filter(
    (bend) => bend[0] >= x0 - reach && bend[2] <= x1 + reach && bend[1] >= y0 - reach && bend[3] <= y1 + reach,
  );
  const across = within.reduce((sum, bend) => sum + bend[2] - bend[0], 0);
  const down = within.reduce((sum, bend) => sum + bend[3] - bend[1], 0);
  return within.length > 0 && across >= mostOfBend * wide && down >= mostOfBend * high;
}

/** Share of the way from one line to the other, across and down, that bends draw. */
const mostOfBend = 0.7;
