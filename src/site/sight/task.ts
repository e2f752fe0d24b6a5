import type { Document, SourceFile } from '../../model/document.ts';
import type { ShownAnswer } from '../../model/standing.ts';
import type { ShownLayout, TaughtLayout } from '../../model/taught.ts';

/** What is wanted: of a paper a page as a picture, all of it as read, or its tables and forms; or what services share on a day. */
export type SightTask =
  | { readonly kind: 'picture'; readonly id: string; readonly bytes: Uint8Array; readonly page: number }
  | { readonly kind: 'document'; readonly file: SourceFile }
  | { readonly kind: 'layouts'; readonly file: SourceFile; readonly taught: readonly TaughtLayout[] }
  | { readonly kind: 'shared'; readonly database: string; readonly date: string; readonly today: string };

/** A page as a PNG file, with its width and height in points; a document; its tables and forms; or findings that services share. */
export type Sight =
  | { readonly kind: 'picture'; readonly png: Uint8Array; readonly width: number; readonly height: number }
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'layouts'; readonly layouts: readonly ShownLayout[] }
  | { readonly kind: 'shared'; readonly groups: readonly (readonly ShownAnswer[])[] };
