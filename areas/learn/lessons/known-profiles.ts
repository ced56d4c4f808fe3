import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { spelledBoth } from '../../../kernel/hedges.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { Recent } from '../../../kernel/recent.ts';
import { findCases, newestVersions } from '../cases/index.ts';
import { type Profile, profileOf } from './rules.ts';

/** A case as it is compared with others. */
export interface KnownCase {
  readonly id: string;
  readonly incidentId: string | null;
  readonly title: Bilingual;
  readonly profile: Profile;
}

/** So many of the newest cases are compared. */
const COMPARED = 500;
const MOST_KEPT = 4_000;
/** By organisation, case and version: a version never changes, so what was worked out of it stays true. */
const kept = new Recent<string, Pick<KnownCase, 'title' | 'profile'>>(MOST_KEPT);

/** The newest cases of an organisation; only versions this process has not seen are read. */
export async function knownProfiles(trx: Transaction<Tables>, orgId: string): Promise<KnownCase[]> {
  const newest = await newestVersions(trx, COMPARED);
  const nameOf = (id: string, version: number): string => `${orgId} ${id} ${version}`;
  const unknown = newest.filter(({ id, version }) => !kept.has(nameOf(id, version)));
  const read = await findCases(
    trx,
    unknown.map(({ id }) => id),
  );
  for (const { id, version, document } of read)
    kept.set(nameOf(id, version), { title: spelledBoth(document.title), profile: profileOf(document) });
  return newest.flatMap(({ id, version, incidentId }) => {
    const known = kept.get(nameOf(id, version));
    return known ? [{ id, incidentId, ...known }] : [];
  });
}
