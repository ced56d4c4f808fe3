import type { ColumnType, Generated } from 'kysely';
import type { CaseDocument } from '../learn/cases/schema.ts';
import type { Entity, EntityKind } from './anonymise/entities/schema.ts';
import type { LinkageAnswer } from './anonymise/linkage/schema.ts';
import type { EntityOrigin } from './anonymise/listed/schema.ts';
import type { Contact, Difference, ReportContent, Stage } from './content/schema.ts';
import type { Criterion, CycleState } from './cycles/schema.ts';
import type { DeadlinesDocument } from './deadlines/schema.ts';
import type { ListDocument, ListKind } from './editions/schema.ts';
import type { Card, Door as PackageDoor, PeerState, SentState } from './exchange/schema.ts';
import type {
  Attendee,
  ClaimSaid,
  CommentAnswer,
  CommentKind,
  Cooperation,
  HearingState,
  HearingSummary,
  LineView,
  Section,
} from './hearings/schema.ts';
import type { Door, Place, ReportState, Verdict } from './intake/schema.ts';
import type { ReviewDraft } from './review/schema.ts';
import type { OutReason, Rating } from './selection/schema.ts';
import type { ReviewAnswer, ReviewCommentKind, ReviewWay } from './terms/words.ts';

declare module '../../database/tables.ts' {
  interface Tables {
    survey_entity: {
      org_id: string;
      case_id: string;
      id: string;
      version: number;
      kind: EntityKind;
      names: Json<Entity['names']>;
      aliases: Json<Entity['aliases']>;
      label: OptionalJson<NonNullable<Entity['label']>>;
      origin: EntityOrigin;
      removed: Generated<boolean>;
      changed_by: string;
      changed_at: Time;
    };
    survey_harmless_word: {
      org_id: string;
      key: string;
      word: string;
      decided_by: string;
      decided_at: Time;
    };
    survey_linkage_decision: {
      org_id: string;
      case_id: string;
      key: string;
      version: number;
      decision: LinkageAnswer;
      reason: string;
      number: number;
      decided_by: string;
      decided_at: Time;
    };
    survey_public_fact: {
      org_id: string;
      case_id: string;
      id: string;
      text: string;
      address: string;
      noted_by: string;
      noted_at: Time;
    };
    survey_identification_attempt: {
      org_id: string;
      case_id: string;
      id: string;
      number: number;
      tried_by: string;
      minutes: number;
      means: string;
      found: boolean;
      note: string;
      logged_by: string;
      logged_at: Time;
    };
    survey_public_edition: {
      org_id: string;
      case_id: string;
      number: number;
      case_version: number;
      document: Json<CaseDocument>;
      hash: string;
      sealed_log: Buffer;
      made_by: string;
      made_at: Time;
    };
    survey_draft: {
      org_id: string;
      event_id: string;
      case_id: string;
      drafted_by: string;
      drafted_at: Time;
    };
    survey_review: {
      org_id: string;
      id: string;
      case_id: string;
      operator_id: string;
      draft: ColumnType<ReviewDraft, string | undefined, string>;
      draft_seen: Generated<number>;
    };
    survey_review_asking: {
      org_id: string;
      id: string;
      review_id: string;
      case_id: string;
      edition: number;
      hash: string;
      way: ReviewWay;
      peer_id: string | null;
      name: string;
      email: string;
      language: 'ja' | 'en';
      consent_days: number;
      asked_by: string;
      asked_at: Time;
      until: Time;
      ended_at: OptionalTime;
      reminded_at: OptionalTime;
    };
    survey_review_comment: {
      org_id: string;
      id: string;
      review_id: string;
      case_id: string;
      edition: number;
      part: string;
      part_hash: string;
      kind: ReviewCommentKind;
      text: string;
      by: string;
      at: Time;
      answer: ReviewAnswer | null;
      answer_text: Generated<string>;
      answer_edition: number | null;
      answered_by: string | null;
      answered_at: OptionalTime;
    };
    survey_consent_code: {
      org_id: string;
      id: string;
      review_id: string;
      asking_id: string;
      case_id: string;
      hash: string;
      channel: 'email' | 'sms' | 'voice';
      masked: string;
      sent_at: Time;
      until: Time;
      tries: Generated<number>;
      used_at: OptionalTime;
    };
    survey_consent: {
      org_id: string;
      id: string;
      review_id: string;
      case_id: string;
      edition: number;
      hash: string;
      by: string;
      how: 'email' | 'sms' | 'voice' | 'package';
      given_at: Time;
      until: Time;
      withdrawn_at: OptionalTime;
      withdrawn_by: Generated<string>;
      withdrawn_why: Generated<string>;
      withdrawn_source: Generated<string>;
    };
    survey_hearing: {
      org_id: string;
      id: string;
      event_id: string;
      version: number;
      state: HearingState;
      starts_at: Time;
      ends_at: Time;
      zone: string;
      mode: HearingSummary['mode'];
      place: string;
      attendees: Json<Attendee[]>;
      note: string;
      cancelled_reason: string;
      cooperation: OptionalJson<Cooperation>;
      edition: number;
      sent_at: OptionalTime;
      confirmed_at: OptionalTime;
      confirmed_by: string;
      confirmed_sha256: string;
      planned_by: string;
      changed_at: Time;
    };
    survey_hearing_question: {
      org_id: string;
      id: string;
      event_id: string;
      section: Section;
      text: string;
      added_by: string;
      added_at: Time;
    };
    survey_hearing_material: {
      org_id: string;
      id: string;
      hearing_id: string;
      number: number;
      name: string;
      type: string;
      size: number;
      sha256: string;
      content: Buffer;
      added_by: string;
      added_at: Time;
    };
    survey_hearing_custody: {
      org_id: string;
      id: string;
      material_id: string;
      at: Time;
      handed_by: string;
      taken_by: string;
      note: string;
      recorded_by: string;
      recorded_at: Time;
    };
    survey_hearing_line: {
      org_id: string;
      id: string;
      hearing_id: string;
      event_id: string;
      client_id: string;
      number: number;
      revision: number;
      at: Time;
      speaker: string;
      text: string;
      certainty: LineView['certainty'];
      question: string | null;
      material_id: string | null;
      claims: Json<ClaimSaid[]>;
      earlier: Json<LineView['earlier']>;
      withdrawn: string | null;
      written_by: string;
      written_at: Time;
    };
    survey_hearing_comment: {
      org_id: string;
      id: string;
      hearing_id: string;
      kind: CommentKind;
      line_id: string | null;
      text: string;
      by: string;
      at: Time;
      answer: CommentAnswer['answer'] | null;
      reason: string;
      answered_by: string | null;
      answered_at: OptionalTime;
    };
    survey_edition: {
      org_id: string;
      list: ListKind;
      edition: number;
      document: Json<ListDocument>;
      since: Time;
      kept_by: string;
    };
    survey_deadlines: {
      org_id: string;
      edition: number;
      document: Json<DeadlinesDocument>;
      since: Time;
      kept_by: string;
    };
    survey_cycle: {
      org_id: string;
      id: string;
      version: number;
      fiscal_year: number;
      window_from: string;
      window_until: string;
      purpose: string;
      plan_name: string;
      plan_decided_by: string;
      plan_decided_on: string | null;
      target: number | null;
      sector_percent: number;
      state: CycleState;
      changed_at: Time;
    };
    survey_criteria: {
      org_id: string;
      cycle_id: string;
      edition: number;
      document: Json<Criterion[]>;
      since: Time;
      kept_by: string;
    };
    survey_candidate: {
      org_id: string;
      cycle_id: string;
      event_id: string;
      receipt_number: string;
      title: string;
      operator_id: string | null;
      sector: string | null;
      causes: string[];
      event_type: string | null;
      submitted_at: Time;
      out_reason: OutReason | null;
    };
    survey_sheet: {
      org_id: string;
      cycle_id: string;
      rater_id: string;
      rated: number;
      assigned_at: Time;
      locked_at: OptionalTime;
    };
    survey_rating: {
      org_id: string;
      cycle_id: string;
      rater_id: string;
      event_id: string;
      document: Json<Rating>;
      changed_at: Time;
    };
    survey_pick: {
      org_id: string;
      cycle_id: string;
      event_id: string;
      reason: string;
      picked_by: string;
      picked_at: Time;
    };
    survey_selection: { org_id: string; cycle_id: string; kept: number };
    survey_selection_record: {
      org_id: string;
      cycle_id: string;
      number: number;
      text: string;
      hash: string;
      public_key: Uint8Array;
      signature: Uint8Array;
      signed_at: Time;
      signed_by: string;
    };
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
    survey_receipts: { org_id: string; last: number };
    survey_report: {
      org_id: string;
      id: string;
      number: number | null;
      state: ReportState;
      door: Door;
      operator_id: string | null;
      operator_name: string;
      title: string;
      sector: string | null;
      event_type: string | null;
      causes: string[];
      reached: string[];
      occurred_at: OptionalTime;
      noticed_at: OptionalTime;
      restored_at: OptionalTime;
      version: number;
      stage: Stage | null;
      verdict: Verdict;
      submitted_at: OptionalTime;
      latest_at: Time;
      event_id: string | null;
      place: Place;
      survey_contact: boolean | null;
      draft: OptionalJson<ReportContent>;
      draft_seen: number;
      withdrawn_reason: string;
      folded: string;
      /** The edition it is held against; null of what was received before there were any. */
      deadlines: Generated<number | null>;
      due_stage: Generated<Stage | null>;
      due_at: ColumnType<Temporal.Instant | null, string | null | undefined, string | null>;
      late_stages: Generated<Stage[]>;
      peer_id?: string | null;
      peer_ref?: string | null;
    };
    survey_report_version: {
      org_id: string;
      report_id: string;
      version: number;
      stage: Stage;
      door: Door;
      sender: string;
      content: Json<ReportContent>;
      differences: Json<Difference[]>;
      sha256: string;
      submitted_at: Time;
      received_at: Time;
    };
    survey_verdict: {
      org_id: string;
      id: string;
      report_id: string;
      version: number;
      verdict: Verdict;
      reason: string;
      at: Time;
      by: string;
    };
    survey_passed: {
      org_id: string;
      report_id: string;
      version: number;
      since: Time;
      until: Time;
      submitted_at: Time;
      sector: string | null;
      event_type: string | null;
      causes: string[] | null;
      reached: boolean | null;
      level_missed: boolean | null;
      level: number | null;
      measures: boolean;
      systems: string[];
      to_notice: number | null;
      to_report: number | null;
      to_restore: number | null;
    };
    survey_listing: {
      org_id: string;
      cycle_id: string;
      eligible: number;
      before: number;
      after: number;
      not_passed: number;
      withdrawn: number;
      listed_at: Time;
    };
    /** A view: of candidates that whoever asks rates, and nothing else. */
    survey_rated_report: {
      org_id: string;
      cycle_id: string;
      event_id: string;
      report_id: string;
      number: number;
      version: number;
      stage: Stage;
      submitted_at: Time;
      content: Json<Omit<ReportContent, 'contacts'>>;
    };
    survey_reading: {
      org_id: string;
      id: string;
      report_id: string;
      version: number;
      what: 'read' | 'download';
      at: Time;
      by: string;
      name: string;
      role: string;
      organisation: string;
    };
    survey_source: {
      org_id: string;
      id: string;
      report_id: string;
      name: string;
      type: string;
      size: number;
      sha256: string;
      content: Buffer;
      added_by: string;
      added_at: Time;
    };
    survey_question: {
      org_id: string;
      id: string;
      report_id: string;
      number: number;
      field: string | null;
      text: string;
      asked_at: Time;
      asked_by: string;
      answer: string | null;
      answered_at: OptionalTime;
      answered_by: string;
      dropped_at: OptionalTime;
    };
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
    survey_door: {
      org_id: string;
      id: string;
      report_id: string;
      name: string;
      email: string;
      language: 'ja' | 'en';
      opened_at: Time;
      until: Time;
      ended_at: OptionalTime;
    };
    own_report: {
      org_id: string;
      id: string;
      incident_id: string | null;
      peer_id: string | null;
      title: string;
      draft: OptionalJson<ReportContent>;
      draft_seen: number;
      version: number;
      stage: Stage | null;
      number: number | null;
      verdict: Verdict | null;
      reason: string;
      changed_at: Time;
    };
    own_report_version: {
      org_id: string;
      report_id: string;
      version: number;
      stage: Stage;
      content: Json<ReportContent>;
      package_id: string;
      outcome: 'taken' | 'refused' | null;
      reason: string;
      sent_at: Time;
      settled_at: OptionalTime;
    };
    own_question: {
      org_id: string;
      report_id: string;
      id: string;
      number: number;
      field: string | null;
      text: string;
      asked_at: Time;
      answer: string | null;
      answered_at: OptionalTime;
      answered_by: string;
    };
  }
}
