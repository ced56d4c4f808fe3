import type { Transaction } from 'kysely';
import { CHANNELS } from '../../channels/registry.ts';
import type { Tables } from '../../database/tables.ts';
import { type Context, reading } from '../../database/transaction.ts';
import { invalidField } from '../../kernel/errors.ts';
import { permit } from '../../kernel/permit.ts';
import { fillIn, fold, likeAnywhere } from '../../kernel/text.ts';
import type { FactName } from '../facts.ts';
import { thingsCalled, thingsNamed } from '../find/index.ts';
import { findLines, type SoughtWord } from '../ledger/index.ts';
import { readableKinds, viewLines } from '../ledger/list-lines.ts';
import { assetNames } from '../prepare/assets/index.ts';
import { idsOfDoer } from '../prepare/contacts/index.ts';
import { readZone } from '../prepare/parties/index.ts';
import { type Called, entryOf, idsIn } from './entries/rules.ts';
import type { Reader } from './lines/rules.ts';
import { factName } from './rules.ts';
import { type AuditEntry, type EntryFilter, wordsIn } from './schema.ts';

interface Page {
  readonly entries: AuditEntry[];
  readonly next: number | null;
  readonly timeZone: string;
}

/** One page of the audit log in the reader's words, newest first: what they may read, narrowed down as they ask. */
export async function listEntries(ctx: Context, filter: EntryFilter): Promise<Page> {
  permit(ctx, 'audit.read');
  const { from, to } = filter;
  if (from && to && from > to)
    throw invalidField('to', {
      ja: '終了日には、開始日以降の日付を指定してください',
      en: 'Choose an end date that is not before the start date',
    });
  return reading(ctx, async (trx) => {
    const timeZone = await readZone(trx);
    const kinds = readableKinds(ctx).filter(
      (kind) => filter.kind === undefined || kind.startsWith(filter.kind),
    );
    const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant();
    const lines = await findLines(trx, {
      kinds,
      incidentId: filter.incidentId,
      actorIds: filter.personId === undefined ? undefined : await idsOfDoer(trx, filter.personId),
      before: filter.before,
      limit: filter.limit,
      from: from === undefined ? undefined : midnight(Temporal.PlainDate.from(from)),
      until: to === undefined ? undefined : midnight(Temporal.PlainDate.from(to).add({ days: 1 })),
      words: await soughtWords(trx, ctx, filter.search ?? '', kinds),
    });
    const { lines: views, names } = await viewLines(trx, lines);
    const ids = [...new Set(views.flatMap((line) => [line.incidentId ?? '', ...idsIn(line)]))];
    const things = await thingsNamed(trx, ctx.actor.permissions, ids);
    const { language } = ctx;
    const called = things.map(
      ({ kind, id, titleJa, titleEn, number }): Called => ({
        kind,
        id,
        number,
        title: (language === 'ja' ? titleJa || titleEn : titleEn || titleJa) || id,
      }),
    );
    const allNames = {
      ...(ctx.actor.permissions.has('register.read') && Object.fromEntries(await assetNames(trx, ids))),
      ...Object.fromEntries(CHANNELS.map(({ id, short }) => [id, short[language]])),
      ...names,
    };
    return {
      entries: views.map((line) => entryOf(line, allNames, called, readerOf(ctx, timeZone))),
      next: lines.length === filter.limit ? (lines.at(-1)?.seq ?? null) : null,
      timeZone,
    };
  });
}

const readerOf = ({ language }: Context, timeZone: string): Reader => ({
  say: (text, values = {}) => fillIn(text[language], values),
  clock: (instant) =>
    Temporal.Instant.from(instant)
      .toZonedDateTimeISO(timeZone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' }),
});

/** A search word by word: what is called so, and what people wrote. */
async function soughtWords(
  trx: Transaction<Tables>,
  ctx: Context,
  search: string,
  kinds: readonly FactName[],
): Promise<SoughtWord[]> {
  const sought: SoughtWord[] = [];
  for (const word of wordsIn(search)) {
    const things = await thingsCalled(trx, ctx.actor.permissions, word);
    const ids = new Set(things.map(({ id }) => id));
    for (const { kind, id } of things)
      if (kind === 'person') for (const doer of await idsOfDoer(trx, id)) ids.add(doer);
    sought.push({
      kinds: kinds.filter((kind) => fold(factName(kind)[ctx.language]).includes(fold(word))),
      ids: [...ids],
      written: likeAnywhere(word),
    });
  }
  return sought;
}
