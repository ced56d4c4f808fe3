declare module '../../../database/tables.ts' {
  interface Tables {
    survey_draft: {
      org_id: string;
      event_id: string;
      case_id: string;
      drafted_by: string;
      drafted_at: Time;
    };
  }
}

export {};
