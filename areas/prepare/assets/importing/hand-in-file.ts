import { type Context, inTransaction } from '../../../../database/transaction.ts';
import { byOf } from '../../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../../kernel/errors.ts';
import { permit } from '../../../../kernel/permit.ts';
import { record } from '../../../record.ts';
import type { ColumnsMeant, ImportFormat } from './schema.ts';
import { insertImport, lockImport, setImportState, viewImports } from './store.ts';

/** Takes a file in; it is read and compared by a job, and nothing is changed until somebody says so. */
export async function handInFile(
  ctx: Context,
  file: { fileName: string; format: ImportFormat; content: Uint8Array },
): Promise<{ id: string }> {
  permit(ctx, 'register.manage');
  const id = ctx.newId();
  await inTransaction(ctx, async (tx) => {
    await insertImport(tx.sql, ctx.orgId, { id, ...file }, ctx.now, byOf(ctx.actor));
    record(tx, 'asset.file-handed-in', { body: { importId: id } });
  });
  return { id };
}

/** Says anew which header means what; the file is compared again. */
export async function mapColumns(
  ctx: Context,
  id: string,
  { mapping, ...said }: ColumnsMeant,
): Promise<void> {
  permit(ctx, 'register.manage');
  await inTransaction(ctx, async (tx) => {
    const file = await lockImport(tx.sql, id);
    if (!file) throw new Fault('not-found');
    if (file.state === 'applying' || file.state === 'applied') throw new Fault('conflict');
    // What was said of the table before holds until something else is said.
    const reading = { ...file.reading, ...said };
    const [view] = await viewImports(tx.sql, id);
    const unknown = Object.entries(mapping).filter(([, header]) => !view?.headers.includes(header ?? ''));
    if (reading.sheet !== undefined && view && !view.sheets.includes(reading.sheet))
      throw invalidField('sheet', {
        ja: `ファイルに「${reading.sheet}」というシートはありません`,
        en: `The file has no sheet “${reading.sheet}”`,
      });
    // Of another table nobody knows the headers before it is read.
    const sameTable =
      view?.sheet === (reading.sheet ?? view?.sheet) &&
      view?.headerRow === (reading.headerRow ?? view?.headerRow);
    if (view && sameTable && view.headers.length > 0 && unknown.length > 0)
      throw new Fault('invalid', {
        fields: unknown.map(([column, header]) => ({
          field: `mapping.${column}`,
          mend: {
            ja: `ファイルに「${header}」という見出しはありません`,
            en: `The file has no header “${header}”`,
          },
        })),
      });
    await setImportState(tx.sql, id, { state: 'checking', mapping, reading });
    record(tx, 'asset.file-handed-in', { body: { importId: id } });
  });
}

/** Lets the good rows in. What is faulty stays out, each row as the check named it. */
export async function applyFile(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'register.manage');
  await inTransaction(ctx, async (tx) => {
    const file = await lockImport(tx.sql, id);
    if (!file) throw new Fault('not-found');
    if (file.state !== 'checked')
      throw new Fault('conflict', {
        detail: {
          ja: '確認済みのファイルのみ、一度だけ取り込めます',
          en: 'A file can be imported once, after it has been checked',
        },
      });
    await setImportState(tx.sql, id, { state: 'applying', done: 0 });
    record(tx, 'asset.import-wanted', { body: { importId: id } });
  });
}
