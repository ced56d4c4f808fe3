import type { z } from 'zod';
import { type Context, inTransaction, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { unseal } from '../../../kernel/secret.ts';
import { findCase } from '../../learn/cases/index.ts';
import { namesBehind } from '../../prepare/contacts/index.ts';
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
  const { form, names } = await reading(ctx, async (trx) => {
    const found = await publicFormOf(trx, caseId);
    const who = (found?.disclosures ?? []).flatMap(({ by, approvedBy }) => [by, approvedBy ?? by]);
    return { form: found, names: await namesBehind(trx, who, ctx.language) };
  });
  if (!form) throw new Fault('not-found');
  const { stored, prepared, disclosures } = form;
  const made = form.made();
  const decisions = new Map(disclosures.map((each) => [each.part, each]));
  return {
    caseVersion: stored.version,
    rows: besideEachOther(prepared, made).map((row) => {
      const decision = decisions.get(row.part ?? '');
      if (!decision) return { ...row, decision: null };
      const { disclosure, reason, by, approvedBy, version } = decision;
      const approved = approvedBy && (names[approvedBy] ?? approvedBy);
      return { ...row, decision: { disclosure, reason, by: names[by] ?? by, approvedBy: approved, version } };
    }),
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
