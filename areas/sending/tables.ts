export {};

declare module '../../database/tables.ts' {
  interface Tables {
    channel_setting: {
      org_id: string;
      channel: string;
      settings: Json<Record<string, unknown>>;
      secrets: Uint8Array;
    };
  }
}
