import { Worker } from 'node:worker_threads';
import { Fault } from '../../kernel/errors.ts';
import type { ReportContent } from './content.ts';
import type { EngineKind } from './engines.ts';
import { markAccessible } from './pdf-ua.ts';
import type { PdfAnswer, PdfRequest, Template } from './pdf-worker.ts';

/** A thread that nobody asks for so long is ended: it holds some 300 MB. */
const IDLE_SECONDS = 60;
/** What a setter remembers grows with what it has set; after so many bytes a new one begins with nothing. */
const MOST_BYTES = 28_000_000;

interface Setter {
  readonly worker: Worker;
  /** Further fonts it began with. */
  readonly fonts: string | undefined;
  bytes: number;
  idle: NodeJS.Timeout | undefined;
  /** Whoever waits for the document it is at. */
  waiting: PromiseWithResolvers<PdfAnswer> | undefined;
}

let setter: Setter | undefined;
let last: Promise<unknown> = Promise.resolve();

function dismiss(one: Setter): void {
  clearTimeout(one.idle);
  if (setter === one) setter = undefined;
  void one.worker.terminate();
}

function hire(): Setter {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url));
  const one: Setter = {
    worker,
    fonts: process.env['SONAE_FONTS'],
    bytes: 0,
    idle: undefined,
    waiting: undefined,
  };
  const broken = (error: Error): void => {
    dismiss(one);
    one.waiting?.reject(error);
  };
  worker.on('message', (answer: PdfAnswer) => {
    // Whoever waits holds the process; a thread that waits for nobody does not.
    worker.unref();
    if ('pdf' in answer) one.bytes += answer.pdf.length;
    one.idle = setTimeout(() => dismiss(one), IDLE_SECONDS * 1000).unref();
    one.waiting?.resolve(answer);
  });
  worker.on('error', broken);
  worker.on('exit', () => broken(new Error('The document could not be set: the worker ended')));
  return one;
}

function ask(request: PdfRequest): Promise<PdfAnswer> {
  const worn = (setter?.bytes ?? 0) >= MOST_BYTES || setter?.fonts !== process.env['SONAE_FONTS'];
  if (setter && worn) dismiss(setter);
  setter ??= hire();
  clearTimeout(setter.idle);
  setter.waiting = Promise.withResolvers();
  setter.worker.ref();
  setter.worker.postMessage(request);
  return setter.waiting.promise;
}

/**
 * Sets content by a template as a tagged PDF with embedded fonts; the same content gives the same bytes. Documents are set
 * one after the other on one thread, which stays ready for the next.
 * @throws Fault `invalid` naming the case and the section when a page overflows
 */
export async function setDocument(
  template: Template,
  content: object,
  engine?: EngineKind,
): Promise<Uint8Array> {
  const turn = last.then(() => ask({ template, content, ...(engine && { engine }) }));
  last = turn.catch(() => undefined);
  const answer = await turn;
  if ('pdf' in answer) return markAccessible(answer.pdf);
  if ('fault' in answer) throw new Fault(answer.fault.code, answer.fault.details);
  throw new Error(`The document could not be set: ${answer.failure}`);
}

export const renderPdf = (content: ReportContent, engine?: EngineKind): Promise<Uint8Array> =>
  setDocument('report', content, engine);
