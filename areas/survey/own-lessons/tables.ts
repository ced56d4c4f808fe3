import type { Generated } from 'kysely';
import type { Bilingual } from '../../../kernel/language.ts';
import type { Theme } from '../../learn/cases/schema.ts';
import type { LessonAnswer } from '../terms/words.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
    own_published: {
      org_id: string;
      id: string;
      peer_id: string;
      fiscal_year: number;
      edition: number;
      hash: string;
      received_at: Time;
      package_id: string | null;
      outcome: 'taken' | 'refused' | null;
    };
    own_published_lesson: {
      org_id: string;
      published_id: string;
      lesson: string;
      position: number;
      number: number;
      title: Json<Bilingual>;
      body: Json<Bilingual>;
      themes: Json<Theme[]>;
      hash: string;
      version: Generated<number>;
      withdrawn_in: number | null;
      answer: LessonAnswer | null;
      reason: Generated<string>;
      answered_hash: string | null;
      answered_at: OptionalTime;
      improvement_id: string | null;
    };
  }
}
