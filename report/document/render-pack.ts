import type { PackContent } from './pack-content.ts';
import { renderPackHtml } from './pack-html.ts';
import { setDocument } from './pdf.ts';

export const PACK_FORMATS = ['pdf', 'html'] as const;
export type PackFormat = (typeof PACK_FORMATS)[number];

/** The pack as bytes; the same content gives the same bytes. */
export async function renderPack(content: PackContent, format: PackFormat): Promise<Uint8Array> {
  return format === 'pdf' ? setDocument('pack', content) : Buffer.from(await renderPackHtml(content));
}
