import type { ColumnType, Generated } from 'kysely';

/** A point in time: read as an instant, written as RFC 3339 text. */
type Time = ColumnType<Temporal.Instant, string, string>;
type OptionalTime = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>;
/** A json column: read parsed, written as text. */
type Json<T> = ColumnType<T, string, string>;

export interface Tables {
  organisation: { org_id: string; name: string; time_zone: string; demo: boolean; created_at: Time };
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
  };
  share: { org_id: string; thing_kind: 'incident'; thing_id: string; person_id: string };
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
  timer: {
    id: string;
    org_id: string;
    kind: string;
    key: string;
    due_at: Time;
    body: Json<unknown>;
    attempts: Generated<number>;
    fault: string | null;
  };
  duty: { org_id: string; position: number; person_id: string };
  source: {
    org_id: string;
    id: string;
    kind: string;
    name: string;
    settings: Json<Record<string, unknown>>;
    key_hash: Uint8Array;
    removed_at: OptionalTime;
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
    episodes: number;
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
    last_at: OptionalTime;
    removed_at: OptionalTime;
  };
  declare_rule: {
    org_id: string;
    id: string;
    position: number;
    name: string;
    matchers: Json<unknown>;
    group_by: string[];
    severity: number;
    situation: string | null;
    page: boolean;
    enabled: boolean;
  };
  incident: {
    org_id: string;
    id: string;
    number: number;
    title: string;
    severity: number;
    situation: string | null;
    estimates: ColumnType<unknown, string | undefined, string>;
    state: 'open' | 'resolved' | 'closed';
    rule_id: string | null;
    group_key: string;
    declared_at: Time;
    resolved_at: OptionalTime;
    closed_at: OptionalTime;
  };
  incident_signal: { org_id: string; incident_id: string; signal_id: string };
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
    kind: 'email' | 'phone' | 'sms' | 'chat';
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
    name: string;
    address: string;
    language: 'ja' | 'en';
    link_hash: Uint8Array;
    asked_at: Time;
    asked_by: string;
    send_at: Time;
    until: Time;
    state: 'queued' | 'held' | 'accepted' | 'failed' | 'answered';
    reason: string;
    tries: Generated<number>;
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
  incident_plan: {
    org_id: string;
    incident_id: string;
    key: string;
    version: number;
    chosen_at: Time;
  };
  learn_case: {
    org_id: string;
    id: string;
    state: 'draft' | 'inReview' | 'reviewed' | 'withdrawn';
    version: number;
    document: Json<unknown>;
    folded: string;
    title: Json<{ ja: string; en: string }>;
    cause_group: string;
    lessons: number;
    kinds: string[];
    themes: string[];
    needs: string[];
    incident_id: string | null;
    changed_at: Time;
    changed_by: string;
  };
  learn_lesson: {
    org_id: string;
    case_id: string;
    lesson_id: string;
    position: number;
    lesson: Json<unknown>;
    folded: string;
  };
  improvement: {
    org_id: string;
    id: string;
    title: string;
    text: string;
    state: 'draft' | 'planned' | 'done' | 'dropped';
    owner_id: string | null;
    due_on: string | null;
    case_id: string | null;
    lesson_id: string | null;
    changed_at: Time;
  };
  learn_case_version: {
    org_id: string;
    case_id: string;
    version: number;
    document: Json<unknown>;
    changed_at: Time;
    changed_by: string;
  };
  weighed: { org_id: string; seq: number };
  page: {
    org_id: string;
    id: string;
    subject_kind: 'incident' | 'break-glass';
    incident_id: string | null;
    subject: string;
    about_person: string | null;
    state: 'seeking' | 'acknowledged' | 'exhausted' | 'stopped';
    steps: Json<string[][]>;
    step: number;
    wait_seconds: number;
    started_at: Time;
    ended_at: OptionalTime;
    acknowledged_by: string | null;
  };
  page_attempt: {
    org_id: string;
    id: string;
    page_id: string;
    step: number;
    person_id: string;
    channel: string;
    state: 'queued' | 'held' | 'sending' | 'accepted' | 'failed' | 'acknowledged';
    reason: string | null;
    tries: Generated<number>;
    created_at: Time;
    changed_at: Time;
    link_hash: Uint8Array;
    link_until: Time;
    link_used: Generated<boolean>;
  };
  paging_setting: { org_id: string; wait_seconds: number };
  channel_setting: {
    org_id: string;
    channel: string;
    settings: Json<Record<string, unknown>>;
    secrets: Uint8Array;
  };
}
