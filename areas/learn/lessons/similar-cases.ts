import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/language.ts';
import { permit } from '../../../kernel/permit.ts';
import { entriesOf } from '../../respond/timeline/rules.ts';
import { respondersOf, systemsOf } from '../cases/drafting/noticing.ts';
import { COUNTED, incidentTold } from '../cases/incident-history.ts';
import { findCase } from '../cases/index.ts';
import { type KnownCase, knownProfiles } from './known-profiles.ts';
import { mostAlike, type Profile, profileOf, profileOfIncident } from './rules.ts';
import type { SimilarView } from './schema.ts';

const SHOWN = 5;

const shown = (mine: Profile, others: readonly KnownCase[], language: Language): SimilarView[] =>
  mostAlike(
    mine,
    others.map((of) => ({ of, profile: of.profile })),
    SHOWN,
  ).map(({ of: { id, title }, likeness }) => ({
    id,
    title,
    reasons: likeness.reasons.map(({ kind, what }) => ({ kind, what: what[language] || what.ja })),
  }));

/** Cases like this one, each with the reasons. */
export async function similarToCase(ctx: Context, id: string): Promise<SimilarView[]> {
  permit(ctx, 'case.read');
  const [one, others] = await reading(ctx, async (trx) => [
    await findCase(trx, id),
    await knownProfiles(trx, ctx.orgId),
  ]);
  if (!one) throw new Fault('not-found');
  return shown(
    profileOf(one.document),
    others.filter((other) => other.id !== id),
    ctx.language,
  );
}

/** Cases like what is happening now, while there is still time to use them. */
export async function similarToIncident(ctx: Context, incidentId: string): Promise<SimilarView[]> {
  permit(ctx, 'case.read');
  permit(ctx, 'incident.read');
  const [told, others] = await reading(ctx, async (trx) => [
    await incidentTold(trx, incidentId, COUNTED.none),
    await knownProfiles(trx, ctx.orgId),
  ]);
  if (!told) throw new Fault('not-found');
  const profile = profileOfIncident({
    title: told.title,
    situation: told.situation,
    signals: told.signals.map(({ title }) => title),
    notes: entriesOf(told.lines).map(({ text }) => text),
    parties: respondersOf(told).map(({ party }) => party.name.ja),
    systems: Object.values(systemsOf(told)).flat(),
  });
  return shown(
    profile,
    others.filter((other) => other.incidentId !== incidentId),
    ctx.language,
  );
}
