import type { Contact, Difference, ReportContent, Stage } from './content/schema.ts';
import type { Criterion, CycleState } from './cycles/schema.ts';
import type { ListDocument, ListKind } from './editions/schema.ts';
import type { Door, Place, ReportState, Verdict } from './intake/schema.ts';
import type { OutReason, Rating } from './selection/schema.ts';

declare module '../../database/tables.ts' {
  interface Tables {
    survey_edition: {
      org_id: string;
      list: ListKind;
      edition: number;
      document: Json<ListDocument>;
      since: Time;
      kept_by: string;
    };
    survey_cycle: {
      org_id: string;
      id: string;
      version: number;
      fiscal_year: number;
      window_from: string;
      window_until: string;
      purpose: string;
      plan_name: string;
      plan_decided_by: string;
      plan_decided_on: string | null;
      target: number | null;
      sector_percent: number;
      state: CycleState;
      changed_at: Time;
    };
    survey_criteria: {
      org_id: string;
      cycle_id: string;
      edition: number;
      document: Json<Criterion[]>;
      since: Time;
      kept_by: string;
    };
    survey_candidate: {
      org_id: string;
      cycle_id: string;
      event_id: string;
      receipt_number: string;
      title: string;
      operator_id: string | null;
      sector: string | null;
      causes: string[];
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
    survey_operator: {
      org_id: string;
      id: string;
      version: number;
      name: string;
      sector: string | null;
      designated: string | null;
      way: 'direct' | 'ministry' | 'ceptoar';
      via: string;
      contacts: Json<Contact[]>;
      note: string;
      verified_at: OptionalTime;
      verified_how: string;
      verified_by: string | null;
      ended_at: OptionalTime;
      changed_at: Time;
    };
    survey_receipts: { org_id: string; last: number };
    survey_report: {
      org_id: string;
      id: string;
      number: number | null;
      state: ReportState;
      door: Door;
      operator_id: string | null;
      operator_name: string;
      title: string;
      sector: string | null;
      event_type: string | null;
      causes: string[];
      reached: string[];
      occurred_at: OptionalTime;
      noticed_at: OptionalTime;
      restored_at: OptionalTime;
      version: number;
      stage: Stage | null;
      verdict: Verdict;
      submitted_at: OptionalTime;
      latest_at: Time;
      event_id: string | null;
      place: Place;
      survey_contact: boolean | null;
      draft: OptionalJson<ReportContent>;
      draft_seen: number;
      withdrawn_reason: string;
      folded: string;
    };
    survey_report_version: {
      org_id: string;
      report_id: string;
      version: number;
      stage: Stage;
      door: Door;
      sender: string;
      content: Json<ReportContent>;
      differences: Json<Difference[]>;
      sha256: string;
      submitted_at: Time;
      received_at: Time;
    };
    survey_verdict: {
      org_id: string;
      id: string;
      report_id: string;
      version: number;
      verdict: Verdict;
      reason: string;
      at: Time;
      by: string;
    };
    survey_reading: {
      org_id: string;
      id: string;
      report_id: string;
      version: number;
      what: 'read' | 'download';
      at: Time;
      by: string;
      name: string;
      role: string;
      organisation: string;
    };
    survey_source: {
      org_id: string;
      id: string;
      report_id: string;
      name: string;
      type: string;
      size: number;
      sha256: string;
      content: Buffer;
      added_by: string;
      added_at: Time;
    };
    survey_question: {
      org_id: string;
      id: string;
      report_id: string;
      number: number;
      field: string | null;
      text: string;
      asked_at: Time;
      asked_by: string;
      answer: string | null;
      answered_at: OptionalTime;
      answered_by: string;
      dropped_at: OptionalTime;
    };
    survey_door: {
      org_id: string;
      id: string;
      report_id: string;
      name: string;
      email: string;
      language: 'ja' | 'en';
      opened_at: Time;
      until: Time;
      ended_at: OptionalTime;
    };
  }
}
