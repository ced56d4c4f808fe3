import type { Generated } from 'kysely';
import type { ReportContent, Stage } from '../content/schema.ts';
import type { Verdict } from '../intake/schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
    own_report: {
      org_id: string;
      id: string;
      incident_id: string | null;
      peer_id: string | null;
      title: string;
      draft: OptionalJson<ReportContent>;
      draft_seen: number;
      version: number;
      stage: Stage | null;
      number: number | null;
      verdict: Verdict | null;
      reason: string;
      withdrawn_reason: Generated<string | null>;
      changed_at: Time;
    };
    own_report_version: {
      org_id: string;
      report_id: string;
      version: number;
      stage: Stage;
      content: Json<ReportContent>;
      package_id: string;
      outcome: 'taken' | 'refused' | null;
      reason: string;
      sent_at: Time;
      settled_at: OptionalTime;
    };
    own_question: {
      org_id: string;
      report_id: string;
      id: string;
      number: number;
      field: string | null;
      text: string;
      asked_at: Time;
      answer: string | null;
      answered_at: OptionalTime;
      answered_by: string;
      dropped_at: OptionalTime;
    };
  }
}
