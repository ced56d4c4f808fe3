import { createHash } from 'node:crypto';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault } from '../../../kernel/errors.ts';
import { notAhead } from '../../../kernel/happened.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { keptOf, plainName } from '../../respond/attachments/rules.ts';
import { LARGEST_FILE_BYTES } from '../../respond/attachments/schema.ts';
import { EMPTY_FILE, FILE_TOO_LARGE, TOO_MANY_PIXELS } from '../../respond/attachments/words.ts';
import { bytesOf, findMaterial, hasMaterial, insertCustody, insertMaterial } from './handed/index.ts';
import type { HandedOver, PassedOn } from './schema.ts';
import { lockHearing } from './store.ts';
import { MATERIALS_FULL, NOT_PLANNED } from './words.ts';

/** All material of one hearing together. */
const LARGEST_MATERIALS_BYTES = 50 * 1024 * 1024;

/** Keeps what somebody handed over, byte by byte under its hash, with who had it from whom. */
export async function handOver(
  ctx: Context,
  hearingId: string,
  { name, content: encoded, ...handed }: HandedOver,
): Promise<{ id: string; sha256: string }> {
  permit(ctx, 'survey.intake');
  const content = new Uint8Array(Buffer.from(encoded, 'base64'));
  if (content.length === 0) throw new Fault('malformed', { detail: EMPTY_FILE });
  if (content.length > LARGEST_FILE_BYTES) throw new Fault('too-large', { detail: FILE_TOO_LARGE });
  const kept = keptOf(content);
  if (!kept) throw new Fault('too-large', { detail: TOO_MANY_PIXELS });
  const at = notAhead(Temporal.Instant.from(handed.at), ctx.now, 'at');
  const sha256 = createHash('sha256').update(content).digest('hex');
  return inTransaction(ctx, async (tx) => {
    const hearing = await lockHearing(tx.sql, hearingId);
    if (!hearing) throw new Fault('not-found');
    if (hearing.state === 'cancelled') throw new Fault('conflict', { detail: NOT_PLANNED });
    const { count, bytes } = await bytesOf(tx.sql, hearingId);
    if (bytes + content.length > LARGEST_MATERIALS_BYTES)
      throw new Fault('too-large', { detail: MATERIALS_FULL });
    const id = ctx.newId();
    const by = byOf(ctx.actor);
    const size = content.length;
    const material = { id, number: count + 1, name: plainName(name), type: kept.type, size, sha256, content };
    await insertMaterial(tx.sql, ctx.orgId, hearingId, material, by, ctx.now);
    const custody = { ...handed, id: ctx.newId(), at, note: '' };
    await insertCustody(tx.sql, ctx.orgId, id, custody, by, ctx.now);
    record(tx, 'survey.material-handed-over', { body: { hearingId, materialId: id, sha256, size } });
    return { id, sha256 };
  });
}

/** Whoever has it from now on. */
export async function passOn(
  ctx: Context,
  hearingId: string,
  materialId: string,
  passed: PassedOn,
): Promise<void> {
  permit(ctx, 'survey.intake');
  const at = notAhead(Temporal.Instant.from(passed.at), ctx.now, 'at');
  await inTransaction(ctx, async (tx) => {
    if (!(await lockHearing(tx.sql, hearingId)) || !(await hasMaterial(tx.sql, hearingId, materialId)))
      throw new Fault('not-found');
    const custody = { ...passed, id: ctx.newId(), at };
    await insertCustody(tx.sql, ctx.orgId, materialId, custody, byOf(ctx.actor), ctx.now);
    record(tx, 'survey.material-passed-on', { body: { hearingId, materialId } });
  });
}

export async function readMaterial(ctx: Context, hearingId: string, materialId: string) {
  permit(ctx, 'survey.intake');
  const found = await reading(ctx, (trx) => findMaterial(trx, hearingId, materialId));
  if (!found) throw new Fault('not-found');
  return { ...found, content: found.content.toString('base64') };
}
