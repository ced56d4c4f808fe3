import type { ReportContent } from './content.ts';
import { renderHtml } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import { renderPdf } from './pdf.ts';

export const DOCUMENT_FORMATS = ['pdf', 'html', 'md', 'json'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** The bytes of a document in one format; the same content gives the same bytes. */
export async function render(content: ReportContent, format: DocumentFormat): Promise<Uint8Array> {
  if (format === 'pdf') return renderPdf(content);
  if (format === 'html') return Buffer.from(await renderHtml(content));
  if (format === 'md') return Buffer.from(renderMarkdown(content));
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}
