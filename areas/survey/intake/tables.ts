import type { Generated } from 'kysely';
import type { Difference, ReportContent, Stage } from '../content/schema.ts';
import type { Door, Place, ReportState, Verdict } from './schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
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
      stood_at: OptionalTime;
      survey_contact: boolean | null;
      draft: OptionalJson<ReportContent>;
      draft_seen: number;
      withdrawn_reason: string;
      folded: string;
      /** The edition it is held against; null of what was received before there were any. */
      deadlines: Generated<number | null>;
      due_stage: Generated<Stage | null>;
      due_at: OptionalTime;
      late_stages: Generated<Stage[]>;
      peer_id?: string | null;
      peer_ref?: string | null;
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
    survey_passed: {
      org_id: string;
      report_id: string;
      version: number;
      since: Time;
      until: Time;
      submitted_at: Time;
      sector: string | null;
      event_type: string | null;
      causes: string[] | null;
      reached: boolean | null;
      level_missed: boolean | null;
      level: number | null;
      measures: boolean;
      systems: string[];
      to_notice: number | null;
      to_report: number | null;
      to_restore: number | null;
    };
    survey_standing: {
      org_id: string;
      report_id: string;
      since: Time;
      withdrawn: boolean;
      place: Place;
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
  }
}
