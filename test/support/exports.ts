import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defaultExportOptions, type Exporter, type ExportOptions } from '../../src/export/exporter.ts';
import { exporters } from '../../src/export/index.ts';
import type { ExportFilter, ExportSource } from '../../src/model/stored.ts';
import { exportSource, openStoreToRead } from '../../src/store/index.ts';

export function exporterNamed(name: string): Exporter {
  const found = exporters.find((exporter) => exporter.name === name);
  if (found === undefined) throw new Error(`no exporter is called ${name}`);
  return found;
}

/** All files of an export by name. */
export async function exported(
  name: string,
  source: ExportSource,
  options: ExportOptions = defaultExportOptions,
): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const file of exporterNamed(name).files) {
    const pieces: Buffer[] = [];
    for await (const piece of file.pieces(source, options)) pieces.push(Buffer.from(piece as string));
    files.set(file.name, Buffer.concat(pieces));
  }
  return files;
}

/** Runs `use` with a database as exporters see it. */
export async function withSource<T>(
  database: string,
  use: (source: ExportSource) => T | Promise<T>,
  filter: ExportFilter = {},
): Promise<T> {
  const store = openStoreToRead(database);
  try {
    return await use(exportSource(store, filter));
  } finally {
    store.close();
  }
}

export function saveAll(files: ReadonlyMap<string, Buffer>, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
}
