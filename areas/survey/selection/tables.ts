import type { Generated } from 'kysely';
import type { ReportContent, Stage } from '../content/schema.ts';
import type { OutReason, Rating } from './schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
    survey_candidate: {
      org_id: string;
      cycle_id: string;
      event_id: string;
      receipt_number: string;
      title: string;
      operator_id: string | null;
      sector: string | null;
      causes: string[];
      reached: Generated<string[]>;
      suppliers: Generated<string[]>;
      event_type: string | null;
      submitted_at: Time;
      out_reason: OutReason | null;
    };
    survey_sheet: {
      org_id: string;
      cycle_id: string;
      rater_id: string;
      rated: number;
      assigned_at: Time;
      locked_at: OptionalTime;
    };
    survey_rating: {
      org_id: string;
      cycle_id: string;
      rater_id: string;
      event_id: string;
      document: Json<Rating>;
      changed_at: Time;
    };
    survey_pick: {
      org_id: string;
      cycle_id: string;
      event_id: string;
      reason: string;
      picked_by: string;
      picked_at: Time;
    };
    survey_selection: { org_id: string; cycle_id: string; kept: number };
    survey_selection_record: {
      org_id: string;
      cycle_id: string;
      number: number;
      text: string;
      hash: string;
      public_key: Uint8Array;
      signature: Uint8Array;
      signed_at: Time;
      signed_by: string;
    };
    survey_listing: {
      org_id: string;
      cycle_id: string;
      eligible: number;
      before: number;
      after: number;
      not_passed: number;
      withdrawn: number;
      listed_at: Time;
    };
    /** A view: of candidates that whoever asks rates, and nothing else. */
    survey_rated_report: {
      org_id: string;
      cycle_id: string;
      event_id: string;
      report_id: string;
      number: number;
      version: number;
      stage: Stage;
      submitted_at: Time;
      content: Json<Omit<ReportContent, 'contacts'>>;
    };
  }
}
