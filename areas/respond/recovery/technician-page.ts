import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { byOf } from '../../../kernel/caller.ts';
import { Fault, invalidField } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { record } from '../../record.ts';
import { expireLinks, linkUrl, makeLinks } from '../../sending/links/index.ts';
import { findIncident, lockIncident } from '../incidents/index.ts';
import { TECHNICIAN_LINK } from './rules.ts';
import type { ItemState, TechnicianPage } from './schema.ts';
import {
  endLink,
  findLink,
  type Item,
  insertLink,
  listItems,
  moveItems,
  type TechnicianLink,
} from './store.ts';
import { movedAt } from './work-board.ts';

/** As many as one scrolls through on a telephone; the search finds the others. */
const SHOWN = 100;

/** Makes a page for technicians: one part of the board, for so many hours, opened by a QR code without an account. */
export async function openTechnicianPage(
  ctx: Context,
  incidentId: string,
  { name, filter, hours }: TechnicianPage,
): Promise<{ id: string; url: string }> {
  permit(ctx, 'room.write');
  // Whoever finds the page moves what it shows: never the whole board.
  if (Object.values(filter).every((value) => value === undefined))
    throw invalidField('site', {
      ja: '拠点・会社・種別・復旧グループのいずれかで範囲を指定してください',
      en: 'Choose machines by site, company, class or wave',
    });
  return inTransaction(ctx, async (tx) => {
    if (!(await lockIncident(tx.sql, incidentId))) throw new Fault('not-found');
    const id = ctx.newId();
    const link = { id, incidentId, name, filter, until: ctx.now.add({ hours }) };
    await insertLink(tx.sql, ctx.orgId, link, byOf(ctx.actor));
    await makeLinks(tx, TECHNICIAN_LINK, [{ ownerId: id, until: link.until }]);
    record(tx, 'recovery.page-opened', { incidentId, body: { linkId: id, name } });
    return { id, url: linkUrl(ctx.instance, TECHNICIAN_LINK, id) };
  });
}

export async function endTechnicianPage(ctx: Context, id: string): Promise<void> {
  permit(ctx, 'room.write');
  await inTransaction(ctx, async (tx) => {
    const link = await findLink(tx.sql, id);
    if (!link) throw new Fault('not-found');
    // Whoever moves something by the page waits for this, and this for them.
    await lockIncident(tx.sql, link.incidentId);
    if (!(await endLink(tx.sql, id, ctx.now))) return;
    await expireLinks(tx.sql, TECHNICIAN_LINK, [id], ctx.now);
    record(tx, 'recovery.page-ended', {
      incidentId: link.incidentId,
      body: { linkId: id, name: link.name },
    });
  });
}

const isOpen = (link: TechnicianLink | undefined, now: Temporal.Instant): link is TechnicianLink =>
  link !== undefined && Temporal.Instant.compare(link.until, now) > 0;

export interface TechnicianLook {
  readonly name: string;
  readonly drill: boolean;
  readonly items: readonly Item[];
  /** There are more than are shown. */
  readonly more: boolean;
}

/** What the page shows: machines of its part whose key or name holds what was typed, those still to be done first. */
export async function lookAsTechnician(ctx: Context, id: string, search: string): Promise<TechnicianLook> {
  permit(ctx, 'confirmation.answer');
  return reading(ctx, async (trx) => {
    const link = await findLink(trx, id);
    const incident = link && (await findIncident(trx, link.incidentId));
    if (!isOpen(link, ctx.now) || !incident || incident.state === 'closed') throw new Fault('gone');
    const items = await listItems(trx, link.incidentId, {
      ...link.filter,
      search,
      openFirst: true,
      limit: SHOWN + 1,
    });
    return {
      name: link.name,
      drill: incident.drill,
      items: items.slice(0, SHOWN),
      more: items.length > SHOWN,
    };
  });
}

/** What a technician says of one machine of their part of the board. */
export async function moveAsTechnician(
  ctx: Context,
  id: string,
  { key, state, blocker }: { readonly key: string; readonly state: ItemState; readonly blocker: string },
): Promise<void> {
  permit(ctx, 'confirmation.answer');
  await inTransaction(ctx, async (tx) => {
    const known = await findLink(tx.sql, id);
    const incident = known && (await lockIncident(tx.sql, known.incidentId));
    const link = await findLink(tx.sql, id);
    if (!isOpen(link, ctx.now) || !incident || incident.state === 'closed') throw new Fault('gone');
    const moved = await moveItems(
      tx.sql,
      link.incidentId,
      { filter: link.filter, keys: [key] },
      { state, wave: undefined, blocker: state === 'blocked' ? blocker : undefined },
      movedAt(ctx),
    );
    if (moved > 0)
      record(tx, 'recovery.moved', {
        incidentId: link.incidentId,
        body: {
          count: moved,
          state,
          where: `${link.name}: ${key}`,
          blocker: state === 'blocked' ? blocker : '',
        },
      });
  });
}
