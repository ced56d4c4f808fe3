import type { ColumnType, Generated } from 'kysely';

/** A point in time: read as an instant, written as RFC 3339 text. */
export type Time = ColumnType<Temporal.Instant, string, string>;
export type OptionalTime = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>;
/** A json column: read parsed, written as text. */
export type Json<T> = ColumnType<T, string, string>;
export type OptionalJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

/**
 * Every table by its name. Timers stand here; each area adds its own beside its things (`tables.ts` of the area or of the thing), so that
 * the database knows no area and a table that is not described does not compile where it is read.
 */
export interface Tables {
  timer: {
    id: string;
    org_id: string;
    kind: string;
    key: string;
    due_at: Time;
    body: Json<unknown>;
    attempts: Generated<number>;
    fault: string | null;
    /** 0 goes before 1. */
    lane: Generated<number>;
  };
  /** At most one row: the installation keeps quiet. */
  quiet: { one: Generated<boolean>; since: Time };
  hearing: { one: Generated<boolean>; heard_at: Time; since: Time };
}
