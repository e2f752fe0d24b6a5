import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { gold } from './gold.ts';
import { json, jsonl } from './json.ts';
import { parquet } from './parquet.ts';
import { xlsx } from './xlsx.ts';

/** Every exporter, in the order the help lists them. */
export const exporters: readonly Exporter[] = [xlsx, csv, json, jsonl, parquet, gold];
