import { stringify } from 'csv-stringify/sync';
import type { Context } from '../../database/transaction.ts';
import { fillIn, harmlessCell } from '../../kernel/text.ts';
import { listEntries } from './list-entries.ts';
import type { EntryExport } from './schema.ts';
import { COLUMN_WORDS } from './words.ts';

/** Spreadsheets know a file as UTF-8 by this. */
const BOM = '\uFEFF';
const PAGE = 500;

/**
 * What the audit log is narrowed down to, as CSV in the reader's language, page after page: however much it is, little of
 * it is in memory. Nothing in it is taken for a formula.
 */
export async function* exportEntries(ctx: Context, filter: EntryExport): AsyncGenerator<string> {
  const { language } = ctx;
  for (let before: number | undefined; ; ) {
    const { entries, next, timeZone } = await listEntries(ctx, { ...filter, before, limit: PAGE });
    const time = (instant: string): string =>
      Temporal.Instant.from(instant)
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'second' })
        .replace('T', ' ');
    const rows = entries.map(({ seq, recordedAt, at, area, act, who, incident, content }) =>
      [
        String(seq),
        time(recordedAt),
        time(at),
        area,
        act,
        who,
        incident ? `#${incident.number} ${incident.title}` : '',
        content,
      ].map(harmlessCell),
    );
    const heads = Object.values(COLUMN_WORDS).map((word) => fillIn(word[language], { zone: timeZone }));
    yield before === undefined ? BOM + stringify([heads, ...rows]) : stringify(rows);
    if (next === null) return;
    before = next;
  }
}
