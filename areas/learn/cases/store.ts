import { sql, type Transaction } from 'kysely';
import { folded } from '../../../database/search.ts';
import type { Tables } from '../../../database/tables.ts';
import { spelledBoth } from '../../../kernel/hedges.ts';
import { LANGUAGES } from '../../../kernel/language.ts';
import { labelsOf, tagOf } from '../../../report/figure/rules.ts';
import { inPresentForm } from './older-forms.ts';
import {
  type CaseDocument,
  type CaseFilter,
  type CaseState,
  type CaseSummary,
  caseDocument,
} from './schema.ts';

export interface StoredCase {
  readonly id: string;
  readonly state: CaseState;
  readonly version: number;
  readonly document: CaseDocument;
  readonly incidentId: string | null;
  readonly changedAt: Temporal.Instant;
  readonly changedBy: string;
}

/** One version of a case, as it was written. */
export interface StoredVersion {
  readonly version: number;
  readonly document: CaseDocument;
  readonly changedAt: Temporal.Instant;
  readonly changedBy: string;
}

/** Both languages of whatever is written in both, wherever it stands. */
function textsIn(value: unknown): string[] {
  const texts: string[] = [];
  const gather = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(gather);
    else if (typeof part === 'object' && part !== null) {
      const { ja, en } = part as { ja?: unknown; en?: unknown };
      if (typeof ja === 'string' && typeof en === 'string') texts.push(ja, en);
      else Object.values(part).forEach(gather);
    }
  };
  gather(value);
  return texts;
}

/** What a figure's labels are called by their numbers, one by one: 対処3、8 is both 対処3 and 対処8. */
const tagsOf = ({ figure }: CaseDocument): string[] =>
  labelsOf(figure).flatMap(({ label }) =>
    label.numbers.flatMap((n) => LANGUAGES.map((language) => tagOf({ ...label, numbers: [n] }, language))),
  );

/** Everything of a case by which a search finds it. */
export const searchedText = (document: CaseDocument): string =>
  [...textsIn(document), ...new Set(tagsOf(document))].join('\n');

/** What a search looks through, and what it ranks by. */
const searchedBy = (document: CaseDocument) => ({
  folded: folded(searchedText(document)),
  title_folded: folded(textsIn(document.title).join('\n')),
  head_folded: folded(
    textsIn([document.summary, document.outline, document.lessons.map(({ title }) => title)]).join('\n'),
  ),
});

/** What lists show and filter by, kept beside the document so that a list never reads documents. */
const listedBy = (document: CaseDocument) => ({
  title: JSON.stringify(spelledBoth(document.title)),
  cause_group: document.causeGroup,
  lessons: document.lessons.length,
  kinds: [...new Set(document.figure.boxes.map(({ kind }) => kind))],
  themes: [...new Set(document.lessons.flatMap(({ themes }) => themes))],
  needs: [...new Set(document.lessons.flatMap(({ need }) => need ?? []))],
});

const CASE = [
  'id',
  'state',
  'version',
  'document',
  'incident_id as incidentId',
  'changed_at as changedAt',
  'changed_by as changedBy',
] as const;

// Stored before a field existed, or in an older form.
const read = <T extends { document: unknown }>(row: T): T & { document: CaseDocument } => ({
  ...row,
  document: caseDocument.parse(inPresentForm(row.document)),
});

/** Where a page of the list ended: how well it fits where words were looked for, time and id, as one text. */
const cursorOf = (rank: number | null, row: { changedAt: string; id: string }): string =>
  [...(rank === null ? [] : [rank]), row.changedAt, row.id].join('~');
const cursorIn = (before: string | undefined) => {
  const [id, at, rank] = (before?.split('~') ?? []).toReversed();
  return { id: id ?? null, at: at ?? null, rank: rank === undefined ? null : Number(rank) };
};

/** What fits words best comes first; without words, and where too many hold them, the newest. */
export async function listCases(
  trx: Transaction<Tables>,
  filter: CaseFilter,
): Promise<{ cases: CaseSummary[]; next: string | null }> {
  const before = cursorIn(filter.before);
  const any = (value: string): string | null => (value === 'any' ? null : value);
  const kinds = [filter.system, filter.party].filter((kind) => kind !== 'any');
  const { rows: found } = await sql<{ id: string; rank: number | null }>`
    SELECT id, rank FROM search_cases(${filter.search ?? null}, ${any(filter.state)}, ${any(filter.group)}, ${any(filter.theme)},
      ${kinds}, ${any(filter.need)}, ${before.rank}, ${before.at}, ${before.id}, ${filter.limit})`.execute(
    trx,
  );
  if (found.length === 0) return { cases: [], next: null };
  const rows = await trx
    .selectFrom('learn_case')
    .select(['id', 'state', 'version', 'title', 'lessons', 'changed_at as changedAt'])
    .select(sql<CaseSummary['causeGroup']>`cause_group`.as('causeGroup'))
    .where(
      'id',
      'in',
      found.map(({ id }) => id),
    )
    .execute();
  const byId = new Map(rows.map((row) => [row.id, { ...row, changedAt: row.changedAt.toString() }]));
  const cases = found.flatMap(({ id }) => byId.get(id) ?? []);
  const last = cases.at(-1);
  const full = last !== undefined && found.length === filter.limit;
  return { cases, next: full ? cursorOf(found.at(-1)?.rank ?? null, last) : null };
}

export async function findCase(trx: Transaction<Tables>, id: string): Promise<StoredCase | undefined> {
  const row = await trx.selectFrom('learn_case').select(CASE).where('id', '=', id).executeTakeFirst();
  return row && read(row);
}

/** Which cases are the newest that still teach, without what they say. */
export async function newestVersions(
  trx: Transaction<Tables>,
  limit: number,
): Promise<Pick<StoredCase, 'id' | 'version' | 'incidentId'>[]> {
  return trx
    .selectFrom('learn_case')
    .select(['id', 'version', 'incident_id as incidentId'])
    .where('state', '!=', 'withdrawn')
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function findCases(trx: Transaction<Tables>, ids: readonly string[]): Promise<StoredCase[]> {
  if (ids.length === 0) return [];
  const rows = await trx.selectFrom('learn_case').select(CASE).where('id', 'in', ids).execute();
  return rows.map(read);
}

/** Locks a case: two writers come one after the other. */
export async function lockCase(trx: Transaction<Tables>, id: string): Promise<StoredCase | undefined> {
  const row = await trx
    .selectFrom('learn_case')
    .select(CASE)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && read(row);
}

export async function caseOfIncident(
  trx: Transaction<Tables>,
  incidentId: string,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('learn_case')
    .select('id')
    .where('incident_id', '=', incidentId)
    .executeTakeFirst();
  return row?.id;
}

export async function insertCase(trx: Transaction<Tables>, orgId: string, stored: StoredCase): Promise<void> {
  await trx
    .insertInto('learn_case')
    .values({
      org_id: orgId,
      id: stored.id,
      state: stored.state,
      version: stored.version,
      document: JSON.stringify(stored.document),
      ...searchedBy(stored.document),
      ...listedBy(stored.document),
      incident_id: stored.incidentId,
      changed_at: stored.changedAt.toString(),
      changed_by: stored.changedBy,
    })
    .execute();
  await insertVersion(trx, orgId, stored);
}

async function insertVersion(trx: Transaction<Tables>, orgId: string, stored: StoredCase): Promise<void> {
  await trx
    .insertInto('learn_case_version')
    .values({
      org_id: orgId,
      case_id: stored.id,
      version: stored.version,
      document: JSON.stringify(stored.document),
      changed_at: stored.changedAt.toString(),
      changed_by: stored.changedBy,
    })
    .execute();
  await writeLessons(trx, orgId, stored);
}

export async function updateCase(trx: Transaction<Tables>, orgId: string, stored: StoredCase): Promise<void> {
  await trx
    .updateTable('learn_case')
    .set({
      state: stored.state,
      version: stored.version,
      document: JSON.stringify(stored.document),
      ...searchedBy(stored.document),
      ...listedBy(stored.document),
      changed_at: stored.changedAt.toString(),
      changed_by: stored.changedBy,
    })
    .where('id', '=', stored.id)
    .execute();
  await insertVersion(trx, orgId, stored);
}

/** Every version a case ever had, the oldest first. */
export async function versionsOf(trx: Transaction<Tables>, id: string): Promise<StoredVersion[]> {
  const rows = await trx
    .selectFrom('learn_case_version')
    .select(['version', 'document', 'changed_at as changedAt', 'changed_by as changedBy'])
    .where('case_id', '=', id)
    .orderBy('version')
    .execute();
  return rows.map(read);
}

/** One version of a case. */
export async function versionOf(
  trx: Transaction<Tables>,
  id: string,
  version: number,
): Promise<CaseDocument | undefined> {
  const row = await trx
    .selectFrom('learn_case_version')
    .select('document')
    .where('case_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && read(row).document;
}

/** Lessons as rows of their own, so that they can be looked for one by one; written anew with every version. */
async function writeLessons(trx: Transaction<Tables>, orgId: string, stored: StoredCase): Promise<void> {
  await trx.deleteFrom('learn_lesson').where('case_id', '=', stored.id).execute();
  const rows = stored.document.lessons.map((lesson, position) => ({
    org_id: orgId,
    case_id: stored.id,
    lesson_id: lesson.id,
    position,
    lesson: JSON.stringify(lesson),
    // By the title of its case as well: what that was about, a lesson seldom repeats.
    folded: folded(textsIn([lesson, { title: stored.document.title }]).join('\n')),
    title_folded: folded(textsIn(lesson.title).join('\n')),
  }));
  if (rows.length > 0) await trx.insertInto('learn_lesson').values(rows).execute();
}

export async function setCaseState(
  trx: Transaction<Tables>,
  id: string,
  state: CaseState,
  at: Temporal.Instant,
  by: string,
): Promise<void> {
  await trx
    .updateTable('learn_case')
    .set({ state, changed_at: at.toString(), changed_by: by })
    .where('id', '=', id)
    .execute();
}
