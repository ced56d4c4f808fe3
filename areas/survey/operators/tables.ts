import type { Contact } from '../content/schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
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
  }
}
