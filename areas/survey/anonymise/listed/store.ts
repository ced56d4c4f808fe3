import type { Transaction } from 'kysely';
import type { Tables } from '../../../../database/tables.ts';
import type { Entity } from '../entities/schema.ts';
import type { EntityOrigin } from './schema.ts';

/** Something that must not be told of a case, as it is kept. */
export interface ListedEntity extends Required<Omit<Entity, 'label'>> {
  readonly id: string;
  readonly version: number;
  readonly label: Entity['label'] | null;
  readonly origin: EntityOrigin;
}

/** In the order in which they were put on the list: labels that are alike keep their letters. */
export const entitiesOf = (trx: Transaction<Tables>, caseId: string): Promise<ListedEntity[]> =>
  trx
    .selectFrom('survey_entity')
    .select(['id', 'version', 'kind', 'names', 'aliases', 'label', 'origin'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
