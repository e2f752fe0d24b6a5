import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { json } from './json.ts';

/** Every exporter, in the order the help lists them. */
export const exporters: readonly Exporter[] = [json, csv];
