import type { Generated } from 'kysely';
import type { State } from './outbox/schema.ts';

declare module '../../database/tables.ts' {
  interface Tables {
    message: {
      org_id: string;
      id: string;
      purpose: string;
      kind: string;
      about: string;
      incident_id: string | null;
      person_id: string | null;
      name: string;
      address: string;
      language: 'ja' | 'en';
      channel: string;
      urgent: boolean;
      subject: string;
      text: string;
      once: Uint8Array | null;
      state: State;
      reason: Generated<string>;
      tries: Generated<number>;
      bundle_id: string | null;
      made_at: Time;
      changed_at: Time;
      sent_at: OptionalTime;
      answer: Generated<string>;
    };
    link: {
      org_id: string;
      purpose: string;
      owner_id: string;
      hash: Uint8Array;
      person_id: string | null;
      until: OptionalTime;
      used_at: OptionalTime;
    };
    channel_setting: {
      org_id: string;
      channel: string;
      settings: Json<Record<string, unknown>>;
      secrets: Uint8Array;
      failing_since: OptionalTime;
    };
  }
}
