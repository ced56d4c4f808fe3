export {};

declare module '../../database/tables.ts' {
  interface Tables {
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
    };
  }
}
