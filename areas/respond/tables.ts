import type { ColumnType, Generated } from 'kysely';
import type { SaidOfService } from './communications/schema.ts';
import type { RegimeDocument } from './regimes/schema.ts';

declare module '../../database/tables.ts' {
  interface Tables {
    share: { org_id: string; thing_kind: 'incident'; thing_id: string; person_id: string };
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
      site: string | null;
      drill: Generated<boolean>;
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
      merged_into: Generated<string | null>;
    };
    incident_signal: { org_id: string; incident_id: string; signal_id: string };
    attachment: {
      org_id: string;
      id: string;
      incident_id: string;
      name: string;
      type: string;
      size: number;
      sha256: string;
      content: Uint8Array;
      added_by: string;
      added_at: Time;
    };
    restricted_incident: { org_id: string; incident_id: string };
    incident_plan: {
      org_id: string;
      incident_id: string;
      key: string;
      version: number;
      chosen_at: Time;
    };
    storm: {
      org_id: string;
      id: string;
      began_at: Time;
      last_at: Time;
      released_at: OptionalTime;
      paged: boolean;
    };
    storm_group: {
      org_id: string;
      storm_id: string;
      rule_id: string;
      group_key: string;
      title: string;
      severity: number;
      situation: string | null;
      held_at: Time;
      incident_id: string | null;
    };
    storm_signal: {
      org_id: string;
      storm_id: string;
      signal_id: string;
      rule_id: string;
      group_key: string;
    };
    storm_brake: { org_id: string; most: number; minutes: number };
    weighed: { org_id: string; seq: number; ended_seq: Generated<number> };
    page: {
      org_id: string;
      id: string;
      subject_kind: 'incident' | 'break-glass' | 'summons';
      topic: Generated<string>;
      rounds: Generated<number>;
      undelivered: Generated<number>;
      incident_id: string | null;
      subject: string;
      about_person: string | null;
      state: 'seeking' | 'acknowledged' | 'exhausted' | 'stopped';
      steps: Json<string[][]>;
      step: number;
      needed: Generated<number>;
      /** Stopped because its alarms had ended. */
      alarms_ended: Generated<boolean>;
      wait_seconds: number;
      started_at: Time;
      ended_at: OptionalTime;
      acknowledged_by: string | null;
    };
    page_attempt: { org_id: string; id: string; page_id: string; step: number };
    page_answer: {
      org_id: string;
      page_id: string;
      person_id: string;
      answered_by: string;
      answered_at: Time;
    };
    remote_watch: {
      org_id: string;
      address: string;
      key: Uint8Array;
      every_seconds: number;
      allow_inner: boolean;
      last_at: OptionalTime;
      last_outcome: Generated<string>;
    };
    paging_setting: { org_id: string; wait_seconds: number; bundle_seconds: Generated<number> };
    incident_link: {
      org_id: string;
      incident_id: string;
      other_id: string;
      how: string;
      note: string;
      no_impact: boolean;
      improvement_id: Generated<string | null>;
      linked_at: Time;
    };
    incident_asset: {
      org_id: string;
      incident_id: string;
      asset_key: string;
      state: string;
      changed_at: Time;
    };
    incident_role: {
      org_id: string;
      incident_id: string;
      role: string;
      name: string;
      person_id: string;
      since: Time;
      next_person_id: string | null;
      hand_over: Generated<string>;
      attended_at: OptionalTime;
    };
    incident_task: {
      org_id: string;
      id: string;
      incident_id: string;
      number: number;
      kind: string;
      title: string;
      role: string | null;
      person_id: string | null;
      party: string | null;
      state: 'open' | 'done' | 'cancelled';
      due_at: OptionalTime;
      on_timeout: string;
      step: number | null;
      plan_key: string | null;
      required: boolean;
      timed_out_at: OptionalTime;
      created_at: Time;
      ended_at: OptionalTime;
      ended_by: string | null;
      matter: Generated<string>;
      note: string;
    };
    headquarters: {
      org_id: string;
      id: string;
      incident_id: string;
      name: string;
      state: 'proposed' | 'standing' | 'stoodDown' | 'declined';
      inputs: Json<Record<string, unknown>>;
      level: number;
      low_level: number | null;
      proposed_at: Time;
      noticed_at: Time;
      target_minutes: number;
      set_up_at: OptionalTime;
      room: string;
      bridge: string;
      brief_minutes: number;
      ended_at: OptionalTime;
    };
    brief: {
      org_id: string;
      id: string;
      incident_id: string;
      number: number;
      text: string;
      drafted_at: Time;
      sent_at: OptionalTime;
    };
    brief_reading: { org_id: string; brief_id: string; person_id: string; read_at: OptionalTime };
    emergency_change: {
      org_id: string;
      id: string;
      incident_id: string;
      number: number;
      title: string;
      skipped: string;
      side_effects: string;
      rollback: string;
      expires_at: OptionalTime;
      permanent_fix: string;
      state: string;
      proposed_by: string;
      amended_by: Generated<string[]>;
      approved_by: string | null;
      outcome: string;
      changed_at: Time;
    };
    hypothesis: {
      org_id: string;
      id: string;
      incident_id: string;
      number: number;
      text: string;
      why: string;
      test: string;
      cyber: boolean;
      state: 'open' | 'supported' | 'excluded' | 'undecided';
      certainty: string;
      outcome: string;
      limit_at: OptionalTime;
      timed_out_at: OptionalTime;
      changed_at: Time;
    };
    regime_edition: {
      org_id: string;
      regime: string;
      edition: number;
      document: Json<RegimeDocument>;
      since: Time;
      kept_by: string;
    };
    external_report: {
      org_id: string;
      id: string;
      incident_id: string;
      regime: string;
      /** Of the regime, as it was when the report was opened. */
      edition: Generated<number>;
      wrongful: Generated<boolean>;
      recipient: string;
      stage: string;
      start_fact: string;
      starts_at: Time;
      due_at: OptionalTime;
      state: 'due' | 'submitted' | 'notNeeded';
      text: string;
      form: Generated<string>;
      answers: ColumnType<Record<string, string>, string | undefined, string>;
      filled: ColumnType<Record<string, string> | null, string | null | undefined, string | null>;
      receipt: string;
      clock: Generated<'law' | 'authority' | 'asked' | 'submission'>;
      number: Generated<number>;
      overdue_at: OptionalTime;
      reminded_at: OptionalTime;
      submitted_at: OptionalTime;
    };
    growth_check: {
      org_id: string;
      id: string;
      incident_id: string;
      affected: number;
      note: string;
      checked_by: string;
      checked_at: Time;
    };
    restore_strategy: {
      org_id: string;
      incident_id: string;
      asset_key: string;
      method: 'clean' | 'restore' | 'rebuild';
      criteria: string;
      chosen_by: string;
      chosen_at: Time;
    };
    recovery_answer: {
      org_id: string;
      incident_id: string;
      asset_key: string;
      agreed: boolean;
      note: string;
      answered_by: string;
      as_owner: boolean;
      answered_at: Time;
    };
    recovery_cause: {
      org_id: string;
      incident_id: string;
      cause: 'ownAction' | 'attackEnded' | 'supplier' | 'unknown';
      note: string;
    };
    technician_link: {
      org_id: string;
      id: string;
      incident_id: string;
      name: string;
      filter: Json<Record<string, unknown>>;
      until: Time;
      made_by: string;
    };
    joint_record: {
      org_id: string;
      id: string;
      incident_id: string;
      state: 'offered' | 'linked' | 'ended';
      code_hash: Uint8Array | null;
      code_until: OptionalTime;
      peer_org: string | null;
      peer_id: string | null;
      peer_name: Generated<string>;
      made_at: Time;
    };
    status_subscriber: {
      org_id: string;
      id: string;
      email: string;
      language: 'ja' | 'en';
      asked_at: Time;
      confirmed_at: OptionalTime;
      asked_from: Generated<string>;
    };
    sweep_item: {
      org_id: string;
      task_id: string;
      asset_key: string;
      incident_id: string;
      name: string;
      class: string;
      company: string;
      site: string;
      result: string;
      note: string;
      reported_by: string | null;
      reported_at: OptionalTime;
    };
    recovery_item: {
      org_id: string;
      incident_id: string;
      asset_key: string;
      name: string;
      class: string;
      company: string;
      site: string;
      wave: number;
      state: string;
      blocker: string;
      restored_at: OptionalTime;
      added_at: Time;
      changed_at: Time;
    };
    statement: {
      org_id: string;
      id: string;
      incident_id: string;
      number: number;
      audience: string;
      kind: 'start' | 'update' | 'end';
      text: string;
      outlet: string;
      services: Json<SaidOfService[]>;
      state: 'draft' | 'sent' | 'withdrawn';
      written_by: string;
      next_update_at: OptionalTime;
      sent_at: OptionalTime;
      sent_by: string | null;
    };
    published_service: {
      org_id: string;
      service: string;
      name: string;
    };
    statement_approval: {
      org_id: string;
      statement_id: string;
      person_id: string;
      text: string;
      approved_at: Time;
    };
    withheld: {
      org_id: string;
      id: string;
      incident_id: string;
      audience: string;
      term: string;
      reason: string;
      also: Generated<string[]>;
      lift_asked_by: string | null;
      lift_reason: Generated<string>;
    };
    inquiry: {
      org_id: string;
      id: string;
      incident_id: string;
      number: number;
      came_from: string;
      question: string;
      answer: string;
      state: 'open' | 'proposed' | 'answered';
      came_at: Time;
      answered_at: OptionalTime;
      proposed_by: Generated<string | null>;
      approved_by: Generated<string | null>;
    };
  }
}
