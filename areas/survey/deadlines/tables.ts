import type { DeadlinesDocument } from './schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
    survey_deadlines: {
      org_id: string;
      edition: number;
      document: Json<DeadlinesDocument>;
      since: Time;
      kept_by: string;
    };
  }
}
