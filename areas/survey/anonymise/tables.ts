import type { Generated } from 'kysely';
import type { Bilingual } from '../../../kernel/language.ts';
import type { CaseDocument } from '../../learn/cases/schema.ts';
import type { Disclosure } from './disclosing/schema.ts';
import type { Entity, EntityKind } from './entities/schema.ts';
import type { LinkageAnswer } from './linkage/schema.ts';
import type { EntityOrigin } from './listed/schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
    survey_entity: {
      org_id: string;
      case_id: string;
      id: string;
      version: number;
      kind: EntityKind;
      names: Json<Entity['names']>;
      aliases: Json<Entity['aliases']>;
      label: OptionalJson<NonNullable<Entity['label']>>;
      origin: EntityOrigin;
      removed: Generated<boolean>;
      changed_by: string;
      changed_at: Time;
    };
    survey_harmless_word: {
      org_id: string;
      key: string;
      word: string;
      decided_by: string;
      decided_at: Time;
    };
    survey_disclosure: {
      org_id: string;
      case_id: string;
      part: string;
      version: number;
      disclosure: Disclosure;
      general: OptionalJson<Bilingual>;
      reason: string;
      mark: string;
      decided_by: string;
      decided_at: Time;
      approved_by: string | null;
      approved_at: OptionalTime;
      approval_reason: Generated<string>;
    };
    survey_linkage_decision: {
      org_id: string;
      case_id: string;
      key: string;
      version: number;
      decision: LinkageAnswer;
      reason: string;
      number: number;
      decided_by: string;
      decided_at: Time;
    };
    survey_public_fact: {
      org_id: string;
      case_id: string;
      id: string;
      text: string;
      address: string;
      noted_by: string;
      noted_at: Time;
    };
    survey_identification_attempt: {
      org_id: string;
      case_id: string;
      id: string;
      number: number;
      tried_by: string;
      minutes: number;
      means: string;
      found: boolean;
      note: string;
      logged_by: string;
      logged_at: Time;
    };
    survey_public_edition: {
      org_id: string;
      case_id: string;
      number: number;
      case_version: number;
      document: Json<CaseDocument>;
      hash: string;
      sealed_log: Buffer;
      made_by: string;
      made_at: Time;
    };
  }
}
