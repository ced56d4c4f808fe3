import type { DrawnFigure } from '../../report/figure/draw-sheets.ts';

declare module '../../database/tables.ts' {
  interface Tables {
    learn_case: {
      org_id: string;
      id: string;
      state: 'draft' | 'inReview' | 'reviewed' | 'withdrawn';
      version: number;
      document: Json<unknown>;
      folded: string;
      title_folded: string;
      head_folded: string;
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
    learn_case_turn: {
      org_id: string;
      id: string;
      case_id: string;
      version: number;
      turn: 'submit' | 'return' | 'approve' | 'reopen' | 'withdraw';
      reason: string;
      own: boolean;
      turned_at: Time;
      turned_by: string;
    };
    learn_lesson: {
      org_id: string;
      case_id: string;
      lesson_id: string;
      position: number;
      lesson: Json<unknown>;
      folded: string;
      title_folded: string;
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
    figure_drawing: {
      org_id: string;
      key: string;
      sheets: Json<DrawnFigure[]>;
      drawn_at: Time;
    };
    learn_case_version: {
      org_id: string;
      case_id: string;
      version: number;
      document: Json<unknown>;
      changed_at: Time;
      changed_by: string;
    };
  }
}
