import type { z } from 'zod';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { unseal } from '../../../kernel/secret.ts';
import { findCase } from '../../learn/cases/index.ts';
import { record } from '../../record.ts';
import { openPoints } from './open-points.ts';
import { publicFormOf } from './public-form.ts';
import { besideEachOther } from './replacing/beside.ts';
import {
  type EditionLog,
  editionLog,
  type editionsView,
  type editionView,
  type PublicFormView,
} from './schema.ts';
import { listEditions, readEdition, sealedLogOf } from './store.ts';

const told = <T extends { readonly madeAt: Temporal.Instant }>(edition: T) => ({
  ...edition,
  madeAt: edition.madeAt.toString(),
});

export async function editionsFor(ctx: Context, caseId: string): Promise<z.infer<typeof editionsView>> {
  permit(ctx, 'survey.intake');
  return reading(ctx, async (trx) => {
    if (!(await findCase(trx, caseId))) throw new Fault('not-found');
    return { editions: (await listEditions(trx, caseId)).map(told), open: await openPoints(trx, caseId) };
  });
}

export async function lookAtEdition(
  ctx: Context,
  caseId: string,
  number: number,
): Promise<z.infer<typeof editionView>> {
  permit(ctx, 'survey.intake');
  const edition = await reading(ctx, (trx) => readEdition(trx, caseId, number));
  if (!edition) throw new Fault('not-found');
  return told(edition);
}

/** The newest version of a case beside what would be published of it now. */
export async function lookAtPublicForm(ctx: Context, caseId: string): Promise<PublicFormView> {
  permit(ctx, 'survey.manage');
  const form = await reading(ctx, (trx) => publicFormOf(trx, caseId));
  if (!form) throw new Fault('not-found');
  const { stored } = form;
  const made = form.made();
  return {
    caseVersion: stored.version,
    rows: besideEachOther(stored.document, made),
    labels: made.labels.map(({ entity, label }) => ({ entity, label })),
  };
}

/** What was replaced by what: the most sensitive thing a case has, so that whoever reads it is told of in the record. */
export async function readReplacements(ctx: Context, caseId: string, number: number): Promise<EditionLog> {
  permit(ctx, 'survey.manage');
  return inTransaction(ctx, async (tx) => {
    const sealed = await sealedLogOf(tx.sql, caseId, number);
    if (!sealed) throw new Fault('not-found');
    record(tx, 'survey.replacements-read', { body: { caseId, number } });
    return editionLog.parse(JSON.parse(unseal(ctx.instance.secret, sealed)));
  });
}
