import type { Kinds, PackageKind } from './exchange/kind.ts';
import { message } from './exchange/message.ts';
import { passOn } from './exchange/pass-on.ts';
import { HEARING_KINDS } from './hearings/packages/kinds.ts';
import { INTAKE_KINDS } from './intake/packages/kinds.ts';
import { LESSON_KINDS } from './lessons/kinds.ts';
import { lessonAnswersSettled, OWN_LESSON_KINDS } from './own-lessons/kinds.ts';
import { minutesSettled, OWN_MINUTES_KINDS } from './own-minutes/kinds.ts';
import { OWN_REVIEW_KINDS, saidSettled } from './own-reviews/kinds.ts';
import { REPORTING_KINDS, versionSettled } from './reporting/kinds.ts';
import { REVIEW_KINDS } from './review/packages/kinds.ts';

/** A version of a report that we sent is settled by its receipt, whoever takes reports here. */
const settledHere: PackageKind[] = INTAKE_KINDS.map((kind) =>
  kind.name === 'report' || kind.name === 'follow-up' ? { ...kind, settled: versionSettled } : kind,
);

/** So is what we said of pages, and our consent to them. */
const saidHere: PackageKind[] = REVIEW_KINDS.map((kind) => ({ ...kind, settled: saidSettled }));

const heardHere: PackageKind[] = HEARING_KINDS.map((kind) => ({ ...kind, settled: minutesSettled }));

const countedHere: PackageKind[] = LESSON_KINDS.map((kind) => ({ ...kind, settled: lessonAnswersSettled }));

/** Everybody who answers for a kind of package; one more is its file and a line here. */
const ALL: readonly PackageKind[] = [
  ...settledHere,
  ...REPORTING_KINDS,
  ...saidHere,
  ...OWN_REVIEW_KINDS,
  ...heardHere,
  ...OWN_MINUTES_KINDS,
  ...countedHere,
  ...OWN_LESSON_KINDS,
  message,
  passOn,
];

export const KINDS: Kinds = Object.fromEntries(ALL.map((kind) => [kind.name, kind]));
