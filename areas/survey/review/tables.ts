import type { ColumnType, Generated } from 'kysely';
import type { ReviewAnswer, ReviewCommentKind, ReviewWay } from '../terms/words.ts';
import type { ReviewDraft } from './schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
    survey_review: {
      org_id: string;
      id: string;
      case_id: string;
      operator_id: string;
      draft: ColumnType<ReviewDraft, string | undefined, string>;
      draft_seen: Generated<number>;
    };
    survey_review_asking: {
      org_id: string;
      id: string;
      review_id: string;
      case_id: string;
      edition: number;
      hash: string;
      way: ReviewWay;
      peer_id: string | null;
      name: string;
      email: string;
      language: 'ja' | 'en';
      consent_days: number;
      asked_by: string;
      asked_at: Time;
      until: Time;
      ended_at: OptionalTime;
      reminded_at: OptionalTime;
    };
    survey_review_comment: {
      org_id: string;
      id: string;
      review_id: string;
      case_id: string;
      edition: number;
      part: string;
      part_hash: string;
      kind: ReviewCommentKind;
      text: string;
      by: string;
      at: Time;
      answer: ReviewAnswer | null;
      answer_text: Generated<string>;
      answer_edition: number | null;
      answered_by: string | null;
      answered_at: OptionalTime;
    };
    survey_consent_code: {
      org_id: string;
      id: string;
      review_id: string;
      asking_id: string;
      case_id: string;
      hash: string;
      channel: 'email' | 'sms' | 'voice';
      masked: string;
      sent_at: Time;
      until: Time;
      tries: Generated<number>;
      used_at: OptionalTime;
    };
    survey_consent: {
      org_id: string;
      id: string;
      review_id: string;
      case_id: string;
      edition: number;
      hash: string;
      by: string;
      how: 'email' | 'sms' | 'voice' | 'package';
      given_at: Time;
      until: Time;
      withdrawn_at: OptionalTime;
      withdrawn_by: Generated<string>;
      withdrawn_why: Generated<string>;
      withdrawn_source: Generated<string>;
    };
  }
}
