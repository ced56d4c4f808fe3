import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { findCase } from '../../learn/cases/index.ts';
import type { CaseDocument } from '../../learn/cases/schema.ts';
import type { Entity } from '../anonymise/entities/schema.ts';
import { hashOfEdition, newestEdition, openPoints, type PublicEdition } from '../anonymise/index.ts';
import { entitiesOf, plainEntity } from '../anonymise/listed/index.ts';
import { missingToPublish } from '../cycles/rules.ts';
import type { CycleView } from '../cycles/schema.ts';
import { MISSING_TO_PUBLISH } from '../cycles/words.ts';
import { caseOfEvent } from '../drafting/index.ts';
import { consentOn } from '../review/index.ts';
import { picksOf } from '../selection/index.ts';
import type { Printed } from './rules.ts';
import type { StandingCase, StandingPoint } from './schema.ts';
import type { Publication } from './store.ts';
import { CONSENT_MENDS, NO_CASES, NOT_DRAFTED, NOT_IN_REVIEW, OTHER_HASH } from './words.ts';

type Trx = Transaction<Tables>;

/** A case that may be printed: its public edition, as it was agreed to. */
export interface Ready {
  readonly caseId: string;
  readonly document: CaseDocument;
  readonly hash: string;
}

export interface Standing {
  readonly cases: readonly StandingCase[];
  /** Of the report as a whole. */
  readonly points: readonly StandingPoint[];
  readonly ready: readonly Ready[];
  /** Of every case of the survey, printed or not: none of them may be told in any file. */
  readonly entities: readonly Entity[];
}

const point = (
  kind: StandingPoint['kind'],
  caseId: string | null,
  field: string,
  mend: Bilingual,
): StandingPoint => ({
  kind,
  caseId,
  field,
  mend,
});

/** What is missing of the survey itself (C0-M1). */
export function pointsOfCycle(cycle: CycleView, picks: number): StandingPoint[] {
  const there = cycle.state === 'review' || cycle.state === 'published';
  return [
    ...(there ? [] : [point('cycle', null, 'state', NOT_IN_REVIEW)]),
    ...missingToPublish(cycle).map((field) => point('cycle', null, field, MISSING_TO_PUBLISH[field])),
    ...(picks === 0 ? [point('draft', null, 'cases', NO_CASES)] : []),
  ];
}

/** Whether an edition is what its hash says: a row that somebody changed is not what was agreed to. */
const isWhole = ({ document, hash }: PublicEdition): boolean => hashOfEdition(document) === hash;

/** Waiting, rendering and looking through the files take minutes: a consent has to hold until they are done. */
const MAKING = { minutes: 30 } as const;

/** A case that was printed and whose operator took the consent back leaves its number behind. */
async function isTakenBack(
  trx: Trx,
  caseId: string,
  printed: Printed | undefined,
  now: Temporal.Instant,
): Promise<boolean> {
  if (!printed) return false;
  if (printed.hash === null) return true;
  return (await consentOn(trx, caseId, printed.hash, now)).state === 'withdrawn';
}

async function standingOfCase(
  trx: Trx,
  eventId: string,
  before: Publication | undefined,
  { leftOut, now }: { readonly leftOut: ReadonlySet<string>; readonly now: Temporal.Instant },
): Promise<{ standing: StandingCase; ready?: Ready; entities: readonly Entity[] }> {
  const caseId = await caseOfEvent(trx, eventId);
  if (!caseId) {
    const standing: StandingCase = {
      eventId,
      caseId: null,
      title: null,
      number: null,
      publicEdition: null,
      hash: null,
      consent: 'none',
      gone: false,
      points: [point('draft', null, 'cases', NOT_DRAFTED)],
    };
    return { standing, entities: [] };
  }
  const edition = await newestEdition(trx, caseId);
  const printed = before?.printed.find((each) => each.caseId === caseId);
  const { state: consent } = edition
    ? await consentOn(trx, caseId, edition.hash, now.add(MAKING))
    : { state: 'none' as const };
  const told = edition?.document ?? (await findCase(trx, caseId))?.document;
  const gone = consent !== 'given' && (await isTakenBack(trx, caseId, printed, now));
  const out = gone || leftOut.has(caseId);
  const points = out
    ? []
    : [
        ...(edition && !isWhole(edition) ? [point('case', caseId, 'edition', OTHER_HASH)] : []),
        ...(await openPoints(trx, caseId)).map(({ field, mend }) => point('case', caseId, field, mend)),
        ...(edition && consent !== 'given'
          ? [point('consent', caseId, 'consent', CONSENT_MENDS[consent])]
          : []),
      ];
  const standing: StandingCase = {
    eventId,
    caseId,
    title: told ? { ja: told.title.ja, en: told.title.en } : null,
    number: printed?.number ?? null,
    publicEdition: edition?.number ?? null,
    hash: edition?.hash ?? null,
    consent,
    gone,
    points,
  };
  return {
    standing,
    entities: (await entitiesOf(trx, caseId)).map(plainEntity),
    ...(edition && !out && { ready: { caseId, document: edition.document, hash: edition.hash } }),
  };
}

/** How far a survey is from being published: everything that stands in the way, by case. */
export async function standingOf(
  trx: Trx,
  cycle: CycleView,
  before: Publication | undefined,
  how: { readonly leftOut: ReadonlySet<string>; readonly now: Temporal.Instant },
): Promise<Standing> {
  const picks = await picksOf(trx, cycle.id);
  const each = [];
  for (const { eventId } of picks) each.push(await standingOfCase(trx, eventId, before, how));
  return {
    cases: each.map(({ standing }) => standing),
    points: pointsOfCycle(cycle, picks.length),
    ready: each.flatMap(({ ready }) => ready ?? []),
    entities: each.flatMap(({ entities }) => entities),
  };
}
