import { type Matrix, toMatrix } from '../../../src/lib/matrix.ts';
import { numberAt } from './arguments.ts';

/** Places of one image painted many times: (image, scale x, [skews,] scale y, positions). */
export function repeatedPlaces(args: readonly unknown[]): readonly Matrix[] {
  const positions = args.at(-1);
  if (!(positions instanceof Float32Array)) return [];
  const [scaleX, skewX, skewY, scaleY] =
    args.length === 4
      ? [numberAt(args, 1), 0, 0, numberAt(args, 2)]
      : [numberAt(args, 1), numberAt(args, 2), numberAt(args, 3), numberAt(args, 4)];
  const places: Matrix[] = [];
  for (let i = 0; i + 1 < positions.length; i += 2) {
    places.push([scaleX, skewX, skewY, scaleY, positions[i] ?? 0, positions[i + 1] ?? 0]);
  }
  return places;
}

/** Places of several images painted in one go: a list of objects with a `transform`. */
export function groupedPlaces(args: readonly unknown[]): readonly Matrix[] {
  const list = args.find((arg) => Array.isArray(arg));
  if (!Array.isArray(list)) return [];
  return list
    .map((entry: unknown) => toMatrix((entry as { transform?: unknown } | null)?.transform))
    .filter((matrix) => matrix !== null);
}
