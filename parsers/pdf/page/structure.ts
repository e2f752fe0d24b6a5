import type { StructureNode } from './page-content.ts';

/** pdf.js's structure tree, as far as it is used. */
interface TreeNode {
  readonly role?: string;
  readonly rowSpan?: unknown;
  readonly colSpan?: unknown;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TreeNode[];
}

/** A page's part of the structure tree; null where the file has none or it is empty. */
export function readStructure(tree: unknown): StructureNode | null {
  const node = tree as TreeNode | null;
  return node === null || (node.children ?? []).length === 0 ? null : readNode(node);
}

function readNode(node: TreeNode): StructureNode {
  const children: (StructureNode | { readonly content: string })[] = [];
  for (const child of node.children ?? []) {
    if (child.role !== undefined) children.push(readNode(child));
    else if (child.type === 'content') children.push({ content: /_mc(\d+)$/.exec(child.id ?? '')?.[1] ?? '' });
  }
  return {
    role: node.role ?? '',
    rowSpan: span(node.rowSpan),
    columnSpan: span(node.colSpan),
    children,
  };
}

const span = (value: unknown): number => (typeof value === 'number' && value >= 1 ? Math.floor(value) : 1);
