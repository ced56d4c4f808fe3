import type { Bilingual } from '../../../kernel/language.ts';
import { LARGEST_FILE_BYTES, LARGEST_INCIDENT_BYTES, MOST_PIXELS } from './schema.ts';

const megabytes = (bytes: number): number => Math.floor(bytes / 1_048_576);

/** What is wrong with a file, said alike where it is chosen and where it arrives. */
export const EMPTY_FILE: Bilingual = {
  ja: 'ファイルが空です。別のファイルを選択してください',
  en: 'The file is empty. Choose another file',
};
export const FILE_TOO_LARGE: Bilingual = {
  ja: `ファイルは1件${megabytes(LARGEST_FILE_BYTES)} MBまでです。小さくしてから添付してください`,
  en: `A file can be up to ${megabytes(LARGEST_FILE_BYTES)} MB. Make it smaller, then attach it`,
};
export const TOO_MANY_PIXELS: Bilingual = {
  ja: `画像は1件${MOST_PIXELS / 10_000}万画素までです。縮小してから添付してください`,
  en: `A picture can have up to ${MOST_PIXELS / 1_000_000} million pixels. Scale it down, then attach it`,
};
export const INCIDENT_FULL: Bilingual = {
  ja: `このインシデントの添付ファイルは合計${megabytes(LARGEST_INCIDENT_BYTES)} MBまでです。ファイルを外部に保管し、その場所を時系列に記録してください`,
  en: `Attachments of one incident can be up to ${megabytes(LARGEST_INCIDENT_BYTES)} MB in total. Keep the file elsewhere and note its location on the timeline`,
};

/** How large a file is, as people say it. */
export function fileSize(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  const kilobytes = bytes / 1_024;
  return kilobytes < 1_000 ? `${Math.round(kilobytes)} kB` : `${(kilobytes / 1_024).toFixed(1)} MB`;
}
