import type { ReportDraft } from '../../../../areas/survey/content/schema.ts';
import type { Speak } from '../content/speak.ts';
import type { Report } from '../content/survey/reports.ts';
import type { Story } from '../content/survey/stories.ts';

interface Telling {
  readonly report: Report;
  readonly noticed: Temporal.Instant;
  readonly stage: 'first' | 'final';
  /** What was told beyond the outline, of those that were chosen. */
  readonly told: Story | undefined;
  readonly operator: string;
  readonly sector: string;
  readonly say: Speak;
}

const value = <V>(given: V) => ({ is: 'value' as const, value: given });
const NOT_KNOWN = { is: 'notKnown' as const };
/** Restored after longer than this, nobody looked at the minute. */
const COARSE_HOURS = 12;
const SERIOUS = 2;
const EARLY_MINUTES = 300;

/** Attacks begin before anybody notices, and mostly nobody knows when. */
const isAttack = ({ type }: Report): boolean =>
  ['malware', 'execution', 'intrusion', 'destruction'].includes(type);

function timesOf({ report, noticed, stage }: Telling): NonNullable<ReportDraft['times']> {
  const at = (minutes: number): string => noticed.add({ minutes }).toString();
  // A first report of what lasts is sent before it is over.
  const isOver = report.hours !== null && (stage === 'final' || report.more.finally === undefined);
  const precision = (report.hours ?? 0) > COARSE_HOURS ? ('hour' as const) : ('minute' as const);
  return {
    noticed: value({ at: at(0) }),
    occurred: isAttack(report) ? NOT_KNOWN : value({ at: at(-12), precision: 'about' as const }),
    recognised: value({ at: at(25), precision: 'about' as const }),
    ...(isOver && { restored: value({ at: at((report.hours ?? 0) * 60), precision }) }),
  };
}

function effectOf({ report, told, stage }: Telling): NonNullable<ReportDraft['effect']> {
  const { level, title } = report;
  const machines = told?.machines;
  return {
    service: level === null ? NOT_KNOWN : value({ text: title, level }),
    users: stage === 'final' ? value({ low: 5_000, high: 20_000 }) : { is: 'notStated' },
    levelMissed: level === null ? NOT_KNOWN : value(level > SERIOUS),
    sectors: value(report.causes.includes('otherSector') ? ['information'] : []),
    ...(machines && { machines: value({ low: machines[0], high: machines[1] }) }),
  };
}

/** By a first report only what had been done by then was told. */
function stepsOf({ noticed, stage }: Telling, { steps }: Story): NonNullable<ReportDraft['steps']> {
  return steps.flatMap(([text, by, minutes, outcome], n) => {
    if (stage === 'first' && (minutes ?? Number.POSITIVE_INFINITY) > EARLY_MINUTES) return [];
    const time =
      minutes === null
        ? NOT_KNOWN
        : value({ at: noticed.add({ minutes }).toString(), precision: 'about' as const });
    return [{ id: `s${n + 1}`, text, by, time, outcome }];
  });
}

/** What an operator wrote, as the form asks for it. */
export function tellReport(telling: Telling): ReportDraft {
  const { report, stage, told, operator, sector, say } = telling;
  const { type, causes, title, outline, level } = report;
  return {
    operator: { name: operator, department: say('情報システム部門', 'IT department') },
    contacts: [{ name: say('情報連絡窓口', 'Report desk'), role: say('窓口', 'Desk') }],
    sector: value(sector),
    title,
    outline: value(outline),
    times: timesOf(telling),
    eventType: value(type),
    causes: value([...causes]),
    effect: effectOf(telling),
    ...(told && {
      causeText: value({ text: told.cause[0], certainty: told.cause[1] }),
      steps: stepsOf(telling, told),
      parties: told.parties.map(([name, kind, part], n) => ({ id: `p${n + 1}`, name, kind, part })),
      systems: told.systems.map((name, n) => ({ id: `y${n + 1}`, name })),
    }),
    ...(told?.measures && stage === 'final' && { measures: value(told.measures) }),
    publication: value((level ?? 0) >= SERIOUS ? ('published' as const) : ('notPlanned' as const)),
    surveyContact: value(level !== 0),
  };
}
