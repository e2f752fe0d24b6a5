import type { Block } from '../../src/model/document.ts';
import { splitRef } from '../../src/normalise/ref.ts';
import { areMinutes } from '../recognise/no-plan.ts';
import { isOfInspection, textsOf } from '../recognise/on-inspection.ts';
import { packStarts } from '../recognise/pack-items.ts';
import { asksOfService, blockTitle } from '../recognise/sections.ts';

/** The blocks of the paper that reports on a plan, of a pack of several; blocks count from 0, `to` not included. */
export interface PackPart {
  /** Where the pack's own front matter ends: its agenda. */
  readonly cover: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The paper of a pack in which most is asked of the service, else the first with a title that names an inspection; minutes of
 * the last meeting only where there is nothing else.
 * @returns null for a paper by itself: fewer than two items have their number over them; and where no paper of a pack is such a one
 */
export function packPart(blocks: readonly Block[]): PackPart | null {
  const starts = packStarts(blocks);
  const [cover] = starts;
  if (cover === undefined) return null;
  const all = starts.map((from, at) => ({ cover, from, to: starts[at + 1] ?? blocks.length }));
  const reports = all.filter(({ from, to }) => !areMinutes(blocks.slice(from, to)));
  const parts = reports.length > 0 ? reports : all;
  const asked = parts.map(
    ({ from, to }) =>
      blocks
        .slice(from, to)
        .flatMap(textsOf)
        .filter(({ text }) => asks(text)).length,
  );
  const most = Math.max(...asked);
  const titled = ({ from, to }: PackPart) =>
    blocks.slice(from, to).some((block) => isOfInspection(blockTitle(block)?.text ?? ''));
  return (most > 0 ? parts[asked.indexOf(most)] : parts.find(titled)) ?? null;
}

const asks = (text: string): boolean => asksOfService(splitRef(text)?.rest ?? text);
