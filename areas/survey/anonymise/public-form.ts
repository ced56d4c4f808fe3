import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import { findCase, type StoredCase } from '../../learn/cases/index.ts';
import type { CaseDocument } from '../../learn/cases/schema.ts';
import { type Prepared, withDisclosures } from './disclosing/apply.ts';
import { disclosuresOf, type KeptDisclosure } from './disclosing/index.ts';
import type { Entity } from './entities/schema.ts';
import { entitiesOf, plainEntity } from './listed/index.ts';
import { type Anonymised, anonymiseCase } from './replacing/anonymise-case.ts';

export interface PublicForm {
  readonly stored: StoredCase;
  readonly entities: readonly Entity[];
  readonly disclosures: readonly KeptDisclosure[];
  /** The case as it goes into anonymising, and what was taken out or told in general words before. */
  readonly prepared: Prepared;
  /** @throws Fault `invalid` where a label tells of what it stands for */
  readonly made: () => Anonymised;
}

/** The newest version of a case as it may be published, with what its list of entities says now. */
export async function publicFormOf(
  trx: Transaction<Tables>,
  caseId: string,
): Promise<PublicForm | undefined> {
  const stored = await findCase(trx, caseId);
  if (!stored) return undefined;
  const entities = (await entitiesOf(trx, caseId)).map(plainEntity);
  const disclosures = await disclosuresOf(trx, caseId);
  const prepared = withDisclosures(stored.document, new Map(disclosures.map((each) => [each.part, each])));
  let kept: Anonymised | undefined;
  const made = (): Anonymised => {
    kept ??= anonymiseCase(prepared.document, entities);
    return kept;
  };
  return { stored, entities, disclosures, prepared, made };
}

/** The public form, or why there is none yet. */
export function formOr({ made }: PublicForm): Anonymised | readonly FieldFault[] {
  try {
    return made();
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'invalid') throw error;
    return error.details.fields ?? [];
  }
}

/** What would be published now; as it was written while there is no public form of it. */
export function documentToPublish(form: PublicForm): CaseDocument {
  const made = formOr(form);
  return 'document' in made ? made.document : form.prepared.document;
}
