import type { Generated } from 'kysely';
import type { Printed } from './rules.ts';
import type { Book, EditionDifference, ErratumState } from './schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
    survey_publication: {
      org_id: string;
      cycle_id: string;
      number: number;
      book: Json<Book>;
      printed: Json<Printed[]>;
      differences: Json<EditionDifference[]>;
      left_out: Json<{ caseId: string; reason: string }[]>;
      made_by: string;
      made_at: Time;
    };
    survey_publication_file: {
      org_id: string;
      cycle_id: string;
      number: number;
      name: string;
      sha256: string;
      size: number;
      content: Buffer;
    };
    survey_erratum: {
      org_id: string;
      cycle_id: string;
      id: string;
      number: number | null;
      reported_by: string;
      reported_at: Time;
      entered_by: string;
      claim: string;
      state: ErratumState;
      reason: Generated<string>;
      printed_ja: Generated<string>;
      printed_en: Generated<string>;
      settled_at: OptionalTime;
      settled_by: string | null;
    };
  }
}
