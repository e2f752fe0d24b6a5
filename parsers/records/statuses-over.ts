import type { Block } from '../../src/model/document.ts';
import { isWhollyStatus } from '../../src/normalise/status.ts';
import { boldLevel } from './badges.ts';
import type { RecordEvent } from './model.ts';

const fewestStatuses = 2;

/** Lines that are a status and nothing else, right above tables, lists or labels, are titles of what stands below: `Finished`, then `Under way`. */
export function statusesOver(events: readonly RecordEvent[], blocks: readonly Block[]): readonly RecordEvent[] {
  const found = new Map(
    events.flatMap((event, at) => {
      const isOver =
        event.kind === 'line' && isWhollyStatus(event.value.text) && isAlone(events, at) && leads(events, at, blocks);
      return isOver ? [[at, event.value.text.toLowerCase()] as const] : [];
    }),
  );
  if (new Set(found.values()).size < fewestStatuses) return events;
  return events.map(
    (event, at): RecordEvent =>
      event.kind === 'line' && found.has(at)
        ? { kind: 'title', level: boldLevel, value: event.value, block: event.block }
        : event,
  );
}

/** True for a line of its own block that is no value of a label which waits for one, and no badge below a title. */
function isAlone(events: readonly RecordEvent[], at: number): boolean {
  const [before, own, next] = [events[at - 1], events[at], events[at + 1]];
  const isValue = before?.kind === 'label' && before.value === null;
  return !isValue && before?.kind !== 'title' && before?.block !== own?.block && next?.block !== own?.block;
}

/** True right above a table, a list or a label with its value. */
function leads(events: readonly RecordEvent[], at: number, blocks: readonly Block[]): boolean {
  const [next, further] = [events[at + 1], events[at + 2]];
  return (
    (next?.kind === 'edge' && further?.kind === 'row') ||
    (next?.kind === 'label' && next.value !== null) ||
    (next?.kind === 'line' && blocks[next.block]?.kind === 'list')
  );
}
