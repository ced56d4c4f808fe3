import type { Tx } from '../../../database/transaction.ts';
import { inEach } from '../../../kernel/language.ts';
import { languagesRead } from '../../prepare/contacts/index.ts';
import { record } from '../../record.ts';
import { setDetails } from '../incidents/acts.ts';
import { declareWithin } from '../lifecycle/declare-incident.ts';
import { holdBack, insertStorm, touchStorm } from '../storms/acts.ts';
import { findStorm, type OpenStorm, openStorm } from '../storms/index.ts';
import type { Brake } from '../storms/schema.ts';
import { STORM_TITLE } from '../storms/words.ts';
import { type Group, putInto } from './join-incident.ts';

interface Braked {
  readonly brake: Brake;
  readonly since: Temporal.Instant;
  /** The storm that holds these groups back already. */
  readonly stormId?: string;
}

/** Collects matches in the one incident of the storm, which is declared with the first of them; people are paged for it once. */
export async function collect(
  tx: Tx,
  groups: readonly Group[],
  { brake, since, stormId }: Braked,
): Promise<void> {
  if (groups.length === 0) return;
  const { ctx } = tx;
  const severity = Math.max(...groups.map(({ rule }) => rule.severity));
  const page = groups.some(({ rule }) => rule.page);
  const known = stormId ? await findStorm(tx.sql, stormId) : await openStorm(tx.sql, since);
  const storm = known ?? {
    id: ctx.newId(),
    severity,
    paged: page,
    title: inEach(await languagesRead(tx.sql), STORM_TITLE),
  };
  if (!known) await declareStorm(tx, storm, groups[0]?.signals[0]?.id ?? null, brake);
  const { id } = storm;
  if (severity > storm.severity) {
    await setDetails(tx.sql, id, { title: storm.title, severity });
    record(tx, 'incident.changed', { incidentId: id, body: { title: storm.title, severity } });
  }
  if (page && !storm.paged) record(tx, 'page.requested', { incidentId: id, body: {} });
  await touchStorm(tx.sql, id, page || storm.paged, ctx.now);
  await holdBack(
    tx.sql,
    ctx.orgId,
    id,
    groups.map(({ rule, groupKey, title, signals }) => ({
      ruleId: rule.id,
      groupKey,
      title,
      severity: rule.severity,
      situation: rule.situation ?? null,
      signalIds: signals.map((signal) => signal.id),
    })),
    ctx.now,
  );
  await putInto(
    tx,
    id,
    groups.flatMap(({ signals }) => signals),
  );
}

async function declareStorm(
  tx: Tx,
  { id, title, severity, paged }: OpenStorm,
  signalId: string | null,
  { most, minutes }: Brake,
): Promise<void> {
  const { ctx } = tx;
  const incident = {
    id,
    title,
    severity,
    situation: null,
    site: null,
    drill: false,
    ruleId: null,
    groupKey: '',
  };
  await declareWithin(tx, incident, { page: false, signalId });
  await insertStorm(tx.sql, ctx.orgId, id, paged, ctx.now);
  // Whoever is called for it is told how much there is, which a moment later is known far better.
  record(tx, 'storm.began', { incidentId: id, body: { most, minutes, page: paged } });
}
