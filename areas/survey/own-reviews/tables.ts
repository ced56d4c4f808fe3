import type { Generated } from 'kysely';
import type { Bilingual } from '../../../kernel/language.ts';
import type { CaseDocument } from '../../learn/cases/schema.ts';
import type { ReviewAnswer, ReviewCommentKind } from '../terms/words.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
    own_review: {
      org_id: string;
      id: string;
      peer_id: string;
      edition: number;
      title: Json<Bilingual>;
      asked_at: Time;
      withdrawal_package_id: string | null;
      withdrawal_sent_at: OptionalTime;
      withdrawal_outcome: 'taken' | 'refused' | null;
      withdrawal_reason: Generated<string>;
    };
    own_review_edition: {
      org_id: string;
      review_id: string;
      edition: number;
      hash: string;
      document: Json<CaseDocument>;
      until: Time;
      consent_days: number;
      asked_at: Time;
    };
    own_review_comment: {
      org_id: string;
      id: string;
      review_id: string;
      edition: number;
      part: string;
      part_hash: string;
      kind: ReviewCommentKind;
      text: string;
      by: string;
      at: Time;
      package_id: string;
      outcome: 'taken' | 'refused' | null;
      answer: ReviewAnswer | null;
      answer_text: Generated<string>;
      answer_edition: number | null;
    };
    own_consent: {
      org_id: string;
      package_id: string;
      review_id: string;
      edition: number;
      hash: string;
      by: string;
      consent_days: number;
      sent_at: Time;
      outcome: 'taken' | 'refused' | null;
      reason: Generated<string>;
      settled_at: OptionalTime;
      withdrawn_at: OptionalTime;
      withdrawn_by: Generated<string>;
      withdrawal_package_id: string | null;
      withdrawal_outcome: 'taken' | 'refused' | null;
    };
  }
}
