import { z } from 'zod';
import { postOutside } from '../../../channels/outgoing.ts';
import { type Package, readPackage } from './package-text.ts';
import { Refusal } from './refusal.ts';
import { REFUSAL_REASONS, type RefusalReason } from './words.ts';

export const PACKAGE_TYPE = 'application/vnd.sonae.package';

/** What a peer's door answered. Only a receipt is proof of anything; the rest says why to try again. */
export type Answer =
  | { readonly receipt: Package }
  | {
      readonly reason: RefusalReason | 'no-connection' | 'no-receipt';
      readonly expected: number | undefined;
    };

const problem = z.object({ reason: z.enum(REFUSAL_REASONS), expected: z.int().positive().optional() });

/** A large package takes its time on a bad line, about 28 kB a second. */
const PATIENCE_MS = 10_000;
const BYTES_PER_MS = 28;

function refusalIn(text: string): Answer {
  try {
    const read = problem.safeParse(JSON.parse(text));
    if (read.success) return { reason: read.data.reason, expected: read.data.expected };
  } catch {
    // A page of somebody in between.
  }
  return { reason: 'no-receipt', expected: undefined };
}

/** Hands a package to a peer's door. */
export async function postPackage(url: string, content: Buffer, inner: boolean): Promise<Answer> {
  let answered: { status: number; text: string };
  try {
    answered = await postOutside(url, {
      headers: { 'content-type': PACKAGE_TYPE },
      body: content,
      allowInner: inner ? [new URL(url).hostname.replace(/^\[|\]$/g, '')] : false,
      patienceMs: PATIENCE_MS + content.length / BYTES_PER_MS,
    });
  } catch {
    // Away, unreachable or refused by our own rule: the row says so and when it is tried again.
    return { reason: 'no-connection', expected: undefined };
  }
  if (answered.status !== 200) return refusalIn(answered.text);
  try {
    return { receipt: readPackage(Buffer.from(answered.text)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { reason: 'no-receipt', expected: undefined };
  }
}
