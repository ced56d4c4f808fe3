import type { ColumnType, Generated } from 'kysely';

declare module '../../database/tables.ts' {
  interface Tables {
    organisation: { org_id: string; name: string; time_zone: string; demo: boolean; created_at: Time };
    organisation_mark: {
      org_id: string;
      type: 'image/png' | 'image/jpeg' | 'image/webp';
      size: number;
      sha256: string;
      content: Buffer;
    };
    list_view: {
      org_id: string;
      person_id: string;
      list: string;
      name: string;
      search: string;
      look: Json<unknown>;
      kept_at: Time;
    };
    sign_on_groups: {
      org_id: string;
      version: number;
      claim: string;
      admits: boolean;
      groups: Json<unknown>;
    };
    unit: { org_id: string; id: string; parent_id: string | null; name: string };
    person: {
      org_id: string;
      id: string;
      user_id: string | null;
      name: string;
      email: string;
      language: 'ja' | 'en';
      roles: string[];
      unit_id: string | null;
      break_glass: Generated<boolean>;
      removed_at: OptionalTime;
      invitation_id: ColumnType<string | null, string | undefined, string | null>;
      invited_until: OptionalTime;
      joined_at: OptionalTime;
      group_roles: Generated<string[]>;
    };
    key_holder: { org_id: string; key_id: string; person_id: string; name: string };
    duty: { org_id: string; position: number; person_id: string };
    asset: {
      org_id: string;
      id: string;
      key: string;
      kind: 'service' | 'system' | 'interface' | 'site' | 'fleet' | 'host';
      name: string;
      critical: boolean;
      unit_id: string | null;
      impact: number | null;
      impact_reason: string;
      rto_minutes: number | null;
      rpo_minutes: number | null;
      mtpd_minutes: number | null;
      company: string;
      class: string;
      os: string;
      product: string;
      product_version: string;
      hosts: number | null;
      details: Json<unknown>;
      confirmed_at: OptionalTime;
      confirmed_by: string | null;
      changed_at: Time;
    };
    asset_edge: { org_id: string; from_id: string; kind: string; to_id: string };
    asset_import: {
      org_id: string;
      id: string;
      file_name: string;
      format: 'csv' | 'xlsx' | 'cyclonedx';
      content: Uint8Array;
      mapping: Json<Record<string, string>>;
      reading: Json<{ sheet?: string; headerRow?: number }>;
      state: 'checking' | 'checked' | 'applying' | 'applied' | 'failed';
      done: number;
      total: number;
      report: Json<unknown>;
      made_at: Time;
      made_by: string;
    };
    register_entry: {
      org_id: string;
      register: string;
      key: string;
      version: number;
      entry: Json<unknown>;
      changed_at: Time;
      changed_by: string;
    };
    register_version: {
      org_id: string;
      register: string;
      key: string;
      version: number;
      entry: ColumnType<unknown, string | null, never>;
      changed_at: Time;
      changed_by: string;
    };
    contact_route: {
      org_id: string;
      id: string;
      person_id: string;
      position: number;
      kind: string;
      address: string;
      note: string;
      verified_at: OptionalTime;
    };
    quiet_hours: { org_id: string; person_id: string; from_time: string; until_time: string };
    confirmation: {
      org_id: string;
      id: string;
      kind: 'route' | 'sheet';
      person_id: string | null;
      subject: string;
      digest: string;
      asked_at: Time;
      asked_by: string;
      answered_at: OptionalTime;
      answered_by: string | null;
    };
    duty_swap: {
      org_id: string;
      id: string;
      roster: string;
      layer: number;
      from_time: string;
      until_time: string;
      giver_id: string;
      taker_id: string;
      note: string;
      state: 'asked' | 'agreed' | 'declined' | 'withdrawn';
      asked_at: Time;
      answered_at: OptionalTime;
    };
    calendar_feed: {
      org_id: string;
      id: string;
      person_id: string;
      roster: string;
      token_hash: Uint8Array;
      made_at: Time;
    };
    call_run: {
      incident_id: string | null;
      site: string | null;
      org_id: string;
      id: string;
      cause: string;
      band: string;
      tree: string | null;
      drill: boolean;
      begun_at: Time;
      begun_by: string;
      ended_at: OptionalTime;
    };
    call_run_call: {
      org_id: string;
      run_id: string;
      position: number;
      person_id: string;
      deputy_of: string | null;
      outcome: ColumnType<string | null, string | undefined, string>;
      at: OptionalTime;
      by_person: ColumnType<string | null, string | undefined, string>;
    };
    readiness_day: { org_id: string; day: string; ready: number; asked: number; checks: Json<unknown> };
    headquarters_time: {
      org_id: string;
      id: string;
      wanted: Json<unknown>;
      state: 'running' | 'done' | 'failed';
      done: number;
      total: number;
      result: ColumnType<unknown, string | null, string | null>;
      asked_at: Time;
    };
    pack: {
      org_id: string;
      version: number;
      digest: string;
      content: Json<unknown>;
      made_at: Time;
      expires_at: Time;
    };
    plan_publication: {
      org_id: string;
      key: string;
      number: number;
      version: number;
      published_at: Time;
      published_by: string;
    };
  }
}
