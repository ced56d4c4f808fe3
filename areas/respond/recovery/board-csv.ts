import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault, type FieldFault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { harmlessCell, withoutGuard } from '../../../kernel/text.ts';
import { record } from '../../record.ts';
import { findIncident, lockRunning } from '../incidents/index.ts';
import { type MovedLine, readMovedLine } from './rules.ts';
import { affectedKeys, listItems, moveItems } from './store.ts';
import { movedAt } from './work-board.ts';

const COLUMNS = ['key', 'name', 'class', 'company', 'site', 'wave', 'state', 'blocker'] as const;
/** How each stood when the table was made: by it a cell that nobody changed is told from one that is meant. */
const WAS = ['was', 'was_wave', 'was_blocker'] as const;
const PAGE = 5_000;
const MOST_FAULTS = 100;
/** Spreadsheets know a file as UTF-8 by this. */
const BOM = '\uFEFF';

/** The board as a table: the same columns come back in, changed. */
export async function boardAsCsv(ctx: Context, incidentId: string): Promise<string> {
  permit(ctx, 'room.read');
  return reading(ctx, async (trx) => {
    if (!(await findIncident(trx, incidentId))) throw new Fault('not-found');
    const rows: string[][] = [[...COLUMNS, ...WAS]];
    for (let after = ''; ; ) {
      const items = await listItems(trx, incidentId, { after, limit: PAGE });
      for (const item of items)
        rows.push(
          [...COLUMNS.map((name) => item[name]), item.state, item.wave, item.blocker].map((cell) =>
            harmlessCell(String(cell)),
          ),
        );
      const last = items.at(-1);
      if (!last || items.length < PAGE) break;
      after = last.key;
    }
    return BOM + stringify(rows);
  });
}

/**
 * Moves what a table says. A cell that nobody changed in a table of ours moves nothing, whatever happened since. Wrong
 * lines are named, each with its row, and then nothing is changed.
 * @throws Fault `invalid` with `csv.ROW.COLUMN` for each wrong line
 */
export async function moveByCsv(ctx: Context, incidentId: string, csv: string): Promise<{ moved: number }> {
  permit(ctx, 'room.write');
  const lines = readLines(csv);
  return inTransaction(ctx, async (tx) => {
    await lockRunning(tx.sql, incidentId);
    const known = await affectedKeys(tx.sql, incidentId, { all: true });
    const faults = lines.flatMap((line): FieldFault[] => {
      if ('mend' in line) return [{ field: `csv.${line.row}.${line.field}`, mend: line.mend }];
      if (known.has(line.key)) return [];
      return [
        {
          field: `csv.${line.row}.key`,
          mend: {
            ja: `${line.row}行目：「${line.key}」は復旧対象に含まれていません`,
            en: `Row ${line.row}: “${line.key}” is not on the board`,
          },
        },
      ];
    });
    if (faults.length > 0) throw new Fault('invalid', { fields: faults.slice(0, MOST_FAULTS) });
    const alike = Map.groupBy(
      lines.filter((line): line is Exclude<MovedLine, { mend: unknown }> => !('mend' in line)),
      ({ state, blocker, wave }) => JSON.stringify([state ?? null, blocker ?? null, wave ?? null]),
    );
    let moved = 0;
    for (const [, [first, ...others]] of alike) {
      if (!first) continue;
      const { state, blocker, wave } = first;
      const keys = [first, ...others].map(({ key }) => key);
      const count = await moveItems(
        tx.sql,
        incidentId,
        { filter: {}, keys },
        { state, wave, blocker },
        movedAt(ctx),
      );
      moved += count;
      if (count > 0)
        record(tx, 'recovery.moved', {
          incidentId,
          body: {
            count,
            state: state ?? '',
            where: 'CSV',
            blocker: blocker ?? '',
            ...(wave !== undefined && { wave }),
          },
        });
    }
    return { moved };
  });
}

function readLines(csv: string): MovedLine[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(csv, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.normalize('NFKC').trim().toLowerCase()),
      skip_empty_lines: true,
      relax_column_count: true,
      cast: (cell) => withoutGuard(cell),
    });
  } catch (error) {
    const { message } = error as Error;
    throw invalidField('csv', {
      ja: `CSVとして読み取れません：${message}`,
      en: `This is not valid CSV: ${message}`,
    });
  }
  const [first] = rows;
  if (!first || !('key' in first))
    throw invalidField('csv', {
      ja: '1行目に列名（key, state, blocker, wave）を入力してください',
      en: 'The first row must name the columns: key, state, blocker, wave',
    });
  return rows.map((row, i) => readMovedLine(i + 2, row));
}
