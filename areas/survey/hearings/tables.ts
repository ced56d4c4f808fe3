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
} from './schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
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
      minutes_peer?: string | null;
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
      peer_id: string | null;
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
  }
}
