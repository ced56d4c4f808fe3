import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { findCase, type StoredCase } from '../../learn/cases/index.ts';
import type { Entity } from './entities/schema.ts';
import { entitiesOf, plainEntity } from './listed/index.ts';
import { type Anonymised, anonymiseCase } from './replacing/anonymise-case.ts';

/** The newest version of a case as it may be published, with what its list of entities says now. */
export async function publicFormOf(
  trx: Transaction<Tables>,
  caseId: string,
): Promise<{ stored: StoredCase; entities: readonly Entity[]; made: () => Anonymised } | undefined> {
  const stored = await findCase(trx, caseId);
  if (!stored) return undefined;
  const entities = (await entitiesOf(trx, caseId)).map(plainEntity);
  return { stored, entities, made: () => anonymiseCase(stored.document, entities) };
}
