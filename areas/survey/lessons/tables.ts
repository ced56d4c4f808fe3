declare module '../../../database/tables.ts' {
  interface Tables {
    survey_lessons_sent: {
      org_id: string;
      cycle_id: string;
      peer_id: string;
      edition: number;
      hash: string;
      package_id: string;
      sent_at: Time;
    };
  }
}

export {};
