import type { PaperWords } from '../../../../src/lib/hyphens.ts';
import type { StructureNode } from '../../page/page-content.ts';
import type { Unit } from '../../text/flow-line.ts';
import type { TextPage, Word } from '../../text/words.ts';
import type { RuledTable } from '../ruled/ruled-table.ts';
import { gridsOf } from '../ruled/ruled-tables.ts';
import { readTreeTable, type TreeTable } from './tree-table.ts';

/** What the structure tree says of a page, in its reading order. */
export type TaggedPiece =
  | { readonly kind: 'unit'; readonly unit: Unit; readonly runs: readonly Word[] }
  | { readonly kind: 'tree-table'; readonly tree: TreeTable; readonly runs: readonly Word[] };

export interface TaggedPage {
  readonly pieces: readonly TaggedPiece[];
  /** Runs that the tree does not reach: to be placed by where they stand. */
  readonly loose: readonly Word[];
}

/** Least share of a page's letters that the structure tree must reach to be trusted. */
const leastCoverage = 0.9;

const headingRoles = new Map(Object.entries({ Title: 1, H: 1, H1: 1, H2: 2, H3: 3, H4: 4, H5: 5, H6: 6 }));
const paragraphRoles = new Set([
  'P',
  'Caption',
  'Note',
  'FENote',
  'TOCI',
  'Figure',
  'Formula',
  'BibEntry',
  'Lbl',
  'TR',
]);
const inlineRoles = new Set(
  'Span Link Em Strong Sub Code Reference Annot Quote Ruby RB RT RP Warichu WT WP NonStruct Lbl LBody Artifact'.split(
    ' ',
  ),
);

/**
 * Reads a page by its structure tree (ISO 32000-2, 14.8.4).
 * @returns null where there is no tree, or none to trust: it misses a tenth of the letters, has the same content in two
 *   places, or cuts sentences into paragraphs of one line each
 */
export function readTagged(page: TextPage, paper: PaperWords): TaggedPage | null {
  if (page.structure === null || usesContentTwice(page.structure)) return null;
  const byContent = Map.groupBy(
    page.runs.filter((run) => run.markedContent !== null),
    (run) => run.markedContent ?? '',
  );
  const runsOf = (node: StructureNode): readonly Word[] =>
    node.children.flatMap((child) => ('content' in child ? (byContent.get(child.content) ?? []) : runsOf(child)));
  const reached = new Set(runsOf(page.structure));
  const countable = page.runs.filter((run) => !run.artifact && /[\p{L}\p{N}]/u.test(run.text));
  const letters = (runs: readonly Word[]) => runs.reduce((sum, run) => sum + run.text.length, 0);
  if (letters(countable.filter((run) => reached.has(run))) < leastCoverage * letters(countable)) return null;
  const pieces: TaggedPiece[] = [];
  readNode(page.structure, {
    page,
    paper,
    drawn: () => gridsOf(page),
    byContent,
    runsOf,
    pieces,
    depth: -1,
  });
  if (cutsSentences(pieces)) return null;
  const placed = new Set([...reached, ...pieces.flatMap((piece) => piece.runs)]);
  return { pieces: withoutTabled(pieces), loose: page.runs.filter((run) => !placed.has(run)) };
}

/**
 * True where two places of the tree hold one content id. Programs that take pages out of a tagged file leave the whole
 * tree in it, and what belonged to pages that are gone then points at those that are left.
 */
function usesContentTwice(root: StructureNode): boolean {
  const seen = new Set<string>();
  const visit = (node: StructureNode): boolean =>
    node.children.some((child) => {
      if (!('content' in child)) return visit(child);
      if (seen.has(child.content)) return true;
      seen.add(child.content);
      return false;
    });
  return visit(root);
}

/** Words that the tree has beside a table though they stand in its cells, as turned ones of browsers, are the table's. */
function withoutTabled(pieces: readonly TaggedPiece[]): readonly TaggedPiece[] {
  const tabled = new Set(pieces.flatMap((piece) => (piece.kind === 'tree-table' ? piece.runs : [])));
  return pieces.flatMap((piece) => {
    if (piece.kind === 'tree-table' || !piece.runs.some((run) => tabled.has(run))) return [piece];
    const runs = piece.runs.filter((run) => !tabled.has(run));
    return runs.length === 0 ? [] : [{ ...piece, runs }];
  });
}

interface Walk {
  readonly page: TextPage;
  readonly paper: PaperWords;
  /** The grids that ruling lines draw on the page. */
  readonly drawn: () => readonly RuledTable[];
  readonly byContent: ReadonlyMap<string, readonly Word[]>;
  readonly runsOf: (node: StructureNode) => readonly Word[];
  readonly pieces: TaggedPiece[];
  /** Nesting of lists; -1 outside of any. */
  readonly depth: number;
}

function readNode(node: StructureNode, walk: Walk): void {
  const heading = headingRoles.get(node.role);
  if (node.role === 'Table') {
    const table = readTreeTable(node, walk.page, walk.runsOf, walk.drawn, walk.paper);
    if (table !== null) {
      walk.pieces.push({ kind: 'tree-table', ...table });
      return;
    }
  }
  if (node.role === 'L') readChildren(node, { ...walk, depth: walk.depth + 1 });
  else if (node.role === 'LI') {
    const label = node.children.some(
      (child) => 'role' in child && child.role === 'Lbl' && walk.runsOf(child).length > 0,
    );
    const item = { role: 'item', level: Math.max(0, walk.depth) } as const;
    readInline(node, label ? { ...item, labelled: true } : item, walk);
  } else if (heading !== undefined) readInline(node, { role: 'heading', level: heading }, walk);
  else if (paragraphRoles.has(node.role) && !holdsBlocks(node)) {
    readInline(node, { role: 'paragraph', level: 0 }, walk);
  } else readChildren(node, walk);
}

/**
 * A node that may hold anything: blocks are read one by one, loose content between them is a paragraph, or several where
 * it jumps up the page: browsers leave plain boxes out of the tree.
 */
function readChildren(node: StructureNode, walk: Walk): void {
  let loose: Word[] = [];
  const flush = () => {
    for (const runs of atJumps(loose)) {
      walk.pieces.push({ kind: 'unit', unit: { role: 'paragraph', level: 0 }, runs });
    }
    loose = [];
  };
  for (const child of node.children) {
    if ('content' in child) loose.push(...(walk.byContent.get(child.content) ?? []));
    else if (inlineRoles.has(child.role) && !holdsBlocks(child)) loose.push(...walk.runsOf(child));
    else {
      flush();
      readNode(child, walk);
    }
  }
  flush();
}

/** Runs in stretches that go down the page; a sentence may go on in the next column. */
function atJumps(runs: readonly Word[]): readonly (readonly Word[])[] {
  const stretches: Word[][] = [];
  for (const [index, run] of runs.entries()) {
    const above = runs[index - 1];
    const jumps = above !== undefined && run.baseline < above.baseline - run.size && !/^\p{Ll}/u.test(run.text);
    if (above === undefined || jumps) stretches.push([run]);
    else stretches.at(-1)?.push(run);
  }
  return stretches;
}

/** All text under the node as one unit; lists and tables inside it follow as their own. */
function readInline(node: StructureNode, unit: Unit, walk: Walk): void {
  const own: Word[] = [];
  const nested: StructureNode[] = [];
  const gather = (from: StructureNode): void => {
    for (const child of from.children) {
      if ('content' in child) own.push(...(walk.byContent.get(child.content) ?? []));
      else if (child.role === 'L' || child.role === 'Table') nested.push(child);
      else gather(child);
    }
  };
  gather(node);
  if (own.length > 0) walk.pieces.push({ kind: 'unit', unit, runs: own });
  for (const child of nested) readNode(child, walk);
}

function holdsBlocks(node: StructureNode): boolean {
  return node.children.some(
    (child) => !('content' in child) && (!inlineRoles.has(child.role) || child.role === 'Table' || holdsBlocks(child)),
  );
}

/** Some producers tag each line as a paragraph: many paragraphs then begin in the middle of a sentence. */
function cutsSentences(pieces: readonly TaggedPiece[]): boolean {
  const texts = pieces
    .filter((piece) => piece.kind === 'unit' && piece.unit.role === 'paragraph')
    .map((piece) => [piece.runs[0]?.text ?? '', piece.runs.at(-1)?.text ?? ''] as const);
  const cut = texts.filter(
    ([first], index) => index > 0 && /^\p{Ll}/u.test(first) && !/[.:;!?]$/u.test(texts[index - 1]?.[1] ?? '.'),
  );
  return texts.length >= 8 && cut.length > 0.3 * texts.length;
}
