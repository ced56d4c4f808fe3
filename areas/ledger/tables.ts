export {};

declare module '../../database/tables.ts' {
  interface Tables {
    ledger: {
      org_id: string;
      seq: number;
      chain: string;
      link: number;
      kind: string;
      incident_id: string | null;
      at: Time;
      precision: string;
      recorded_at: Time;
      actor_kind: string;
      actor_id: string;
      corrects: number | null;
      body: Json<Record<string, unknown>>;
      hash: Uint8Array;
    };
    ledger_head: { org_id: string; seq: number };
    ledger_chain: { org_id: string; chain: string; length: number; hash: Uint8Array };
    ledger_proof: {
      org_id: string;
      lines: number;
      root: Uint8Array;
      taken_at: Time;
      public_key: Uint8Array;
      signature: Uint8Array;
    };
  }
}
