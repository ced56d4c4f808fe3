declare module '../../../database/tables.ts' {
  interface Tables {
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

export {};
