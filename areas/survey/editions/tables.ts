import type { ListDocument, ListKind } from './schema.ts';

declare module '../../../database/tables.ts' {
  interface Tables {
    survey_edition: {
      org_id: string;
      list: ListKind;
      edition: number;
      document: Json<ListDocument>;
      since: Time;
      kept_by: string;
    };
  }
}
