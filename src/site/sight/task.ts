import type { Document, SourceFile } from '../../model/document.ts';
import type { ShownLayout, TaughtLayout } from '../../model/taught.ts';

/** What is wanted of a paper: a page as a picture, all of it as read, or its tables and forms. */
export type SightTask =
  | { readonly kind: 'picture'; readonly id: string; readonly bytes: Uint8Array; readonly page: number }
  | { readonly kind: 'document'; readonly file: SourceFile }
  | { readonly kind: 'layouts'; readonly file: SourceFile; readonly taught: readonly TaughtLayout[] };

/** A page as a PNG file, with its width and height in points; a document; or its tables and forms. */
export type Sight =
  | { readonly kind: 'picture'; readonly png: Uint8Array; readonly width: number; readonly height: number }
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'layouts'; readonly layouts: readonly ShownLayout[] };
