import type { Document, SourceFile } from '../../model/document.ts';

/** What is wanted of a paper: a page as a picture, or all of it as read. */
export type SightTask =
  | { readonly kind: 'picture'; readonly id: string; readonly bytes: Uint8Array; readonly page: number }
  | { readonly kind: 'document'; readonly file: SourceFile };

/** A page as a PNG file, with its width and height in points; or a document. */
export type Sight =
  | { readonly kind: 'picture'; readonly png: Uint8Array; readonly width: number; readonly height: number }
  | { readonly kind: 'document'; readonly document: Document };
