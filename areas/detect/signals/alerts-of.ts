import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { type LabelMatcher, readMatcher } from './matchers.ts';
import { firingOf, type Lasting } from './store.ts';

/** As many as a program that asks for all of them is told. */
const MOST = 5_000;
/** PostgreSQL cannot read the expression. */
const BAD_EXPRESSION = '2201B';

const bad = (text: string): Fault =>
  new Fault('malformed', {
    detail: {
      ja: `条件「${text.slice(0, 200)}」を読み取れません。alertname="x" の形で指定してください`,
      en: `The filter ${text.slice(0, 200)} cannot be read. Write it like alertname="x"`,
    },
  });

/**
 * What a source itself sent and what of it goes on, by conditions as Alertmanager writes them.
 * @param receiver who has them all, and the expression for who is asked for; an empty one asks for everybody
 */
export async function alertsOf(
  ctx: Context,
  sourceId: string,
  filters: readonly string[],
  receiver: { readonly name: string; readonly asked: string },
): Promise<Lasting[]> {
  permit(ctx, 'signal.send');
  const matchers = filters.map((text): LabelMatcher => {
    const matcher = readMatcher(text);
    if (!matcher) throw bad(text);
    return matcher;
  });
  try {
    return await reading(ctx, (trx) => firingOf(trx, sourceId, matchers, receiver, MOST));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === BAD_EXPRESSION)
      throw bad([...filters, receiver.asked].join(' ').trim());
    throw error;
  }
}
