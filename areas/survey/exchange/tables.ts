import type { ColumnType, Generated } from 'kysely';
import type { Card, Door as PackageDoor, PeerState, SentState } from './schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
    survey_key: {
      org_id: string;
      print: string;
      turn: number;
      public_key: Buffer;
      sealed: Buffer;
      made_at: Time;
    };
    survey_peer: {
      org_id: string;
      id: string;
      name: string;
      address: string;
      public_key: Buffer;
      print: string;
      state: PeerState;
      offered: ColumnType<Card | null, string | null, string | null>;
      allow_inner: boolean;
      via: string | null;
      in_number: Generated<number>;
      in_hash: Generated<string>;
      out_number: Generated<number>;
      out_hash: Generated<string>;
      fails: Generated<number>;
      retry_at: OptionalTime;
      kept_at: Time;
      confirmed_at: OptionalTime;
      confirmed_by: string | null;
    };
    survey_sent: {
      org_id: string;
      id: string;
      peer_id: string;
      kind: string;
      print: string;
      number: number;
      hash: string;
      in_reply_to: string | null;
      content: Buffer;
      state: SentState;
      reason: Generated<string>;
      tries: Generated<number>;
      carried_by: string | null;
      receipt: Buffer | null;
      made_at: Time;
      changed_at: Time;
    };
    survey_received: {
      org_id: string;
      id: string;
      peer_id: string;
      kind: string;
      print: string;
      number: number;
      hash: string;
      in_reply_to: string | null;
      content: Buffer;
      outcome: 'taken' | 'refused';
      reason: string;
      via: string | null;
      receipt: Buffer;
      made_at: Time;
      received_at: Time;
    };
    survey_refused: {
      org_id: string;
      id: string;
      reason: string;
      detail: string;
      sender_id: string | null;
      sender: string;
      package_id: string | null;
      door: PackageDoor;
      times: Generated<number>;
      first_at: Time;
      last_at: Time;
    };
  }
}
