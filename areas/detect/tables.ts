import type { Generated } from 'kysely';
import type { Bilingual } from '../../kernel/language.ts';

declare module '../../database/tables.ts' {
  interface Tables {
    source: {
      org_id: string;
      id: string;
      kind: string;
      name: string;
      settings: Json<Record<string, unknown>>;
      key_hash: Uint8Array;
      removed_at: OptionalTime;
    };
    refused_body: {
      org_id: string;
      id: string;
      source_id: string;
      at: Time;
      body: string;
      length: number;
      taken: number;
      reasons: Json<readonly Bilingual[]>;
    };
    signal: {
      org_id: string;
      id: string;
      source_id: string;
      title: string;
      severity: string;
      state: 'firing' | 'resolved' | 'silent';
      labels: Json<Record<string, string>>;
      annotations: Json<Record<string, string>>;
      url: string;
      remarks: Json<readonly Bilingual[]>;
      ended_how: 'by-hand' | 'source-removed' | null;
      ended_note: string;
      episodes: number;
      started_at: OptionalTime;
      first_at: Time;
    };
    signal_pulse: {
      org_id: string;
      id: string;
      firing: boolean;
      count: number;
      last_at: Time;
      expires_at: OptionalTime;
    };
    /** A view: counts with the repeats that are not folded in yet. */
    signal_tally: { org_id: string; id: string; count: number; last_at: Time };
    heartbeat: {
      org_id: string;
      id: string;
      name: string;
      every_seconds: number;
      grace_seconds: number;
      key_hash: Uint8Array;
      state: 'waiting' | 'beating' | 'missed';
      page: Generated<boolean>;
      added_at: OptionalTime;
      last_at: OptionalTime;
      removed_at: OptionalTime;
    };
    heartbeat_proof: {
      org_id: string;
      heartbeat_id: string;
      /** Written as `2026-11-29`; nothing reads it but the key. */
      day: string;
      received_at: Time;
      text: string;
    };
  }
}
