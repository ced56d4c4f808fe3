import type { Criterion, CycleState } from './schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
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
  }
}
