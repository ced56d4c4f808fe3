import { inWorker } from '../../../../kernel/in-worker.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { FAULT_WORDS } from '../words.ts';
import type { FormBook } from './form-book.ts';

/** A workbook, or why it could not be read. */
export interface BookAnswer {
  readonly book?: FormBook;
  readonly refused?: Bilingual | undefined;
}

const LIMITS = { longestMs: 20_000, mostMemoryMb: 512 } as const;
class Exceeded extends Error {}

/** A workbook read on a thread of its own: whatever somebody sends costs no more than that thread. */
export async function readFormBookInWorker(content: Uint8Array): Promise<BookAnswer> {
  try {
    return await inWorker<BookAnswer>(
      new URL('./form-book-worker.ts', import.meta.url),
      content,
      LIMITS,
      () => new Exceeded(),
    );
  } catch (error) {
    if (error instanceof Exceeded) return { refused: FAULT_WORDS.tooLarge };
    throw error;
  }
}
