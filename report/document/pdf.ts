import { Worker } from 'node:worker_threads';
import { Fault } from '../../kernel/errors.ts';
import type { Bilingual } from '../../kernel/language.ts';
import type { ReportContent } from './content.ts';
import { markAccessible } from './pdf-ua.ts';

/** `panicked with: "overflow|3|4. 原因"` from the template: which case, which section is the longest. */
const OVERFLOW = /overflow\|(\d+)\|([^"\\]+)/;

function overflow(number: number, section: string): Fault {
  const mend: Bilingual = {
    ja: `事例${number}の本文がページに収まりません。最も長いのは「${section}」です。短くしてください`,
    en: `Case ${number} does not fit its page. Shorten “${section}”, the longest section`,
  };
  return new Fault('invalid', { fields: [{ field: `cases.${number - 1}.sections`, mend }] });
}

/** Templates beside this file. */
export type Template = 'report' | 'pack';

/**
 * Sets content by a template as a tagged PDF with embedded fonts; the same content gives the same bytes. Runs on a worker
 * thread.
 * @throws Fault `invalid` naming the case and the section when a page overflows
 */
export async function setDocument(template: Template, content: unknown): Promise<Uint8Array> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: { template, content },
  });
  try {
    const pdf = await new Promise<Uint8Array>((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('The document could not be set: the worker ended')));
      worker.on('message', (answer: { pdf?: Uint8Array; failure?: string }) => {
        if (answer.pdf) return resolve(answer.pdf);
        const [, number, section] = OVERFLOW.exec(answer.failure ?? '') ?? [];
        if (number && section) return reject(overflow(Number(number), section));
        reject(new Error(`The document could not be set: ${answer.failure}`));
      });
    });
    return markAccessible(pdf);
  } finally {
    await worker.terminate();
  }
}

export const renderPdf = (content: ReportContent): Promise<Uint8Array> => setDocument('report', content);
