import type { Told } from '../areas/survey/content/schema.ts';
import { type ReportContent, reportContent, type Stage } from '../areas/survey/content/schema.ts';
import { startingLists } from '../areas/survey/editions/starting-lists.ts';
import type { Place, Verdict } from '../areas/survey/intake/schema.ts';
import { seededRandom } from '../kernel/random.ts';
import { value } from './told-report.ts';

/** The official table of the fiscal year 2023 (https://wic-net.com/material/document/15669/314): types by quarters. */
export const OFFICIAL: Readonly<Record<string, readonly [number, number, number, number]>> = {
  omen: [9, 1, 2, 0],
  leak: [9, 4, 4, 3],
  destruction: [5, 6, 3, 4],
  unavailable: [56, 31, 30, 31],
  malware: [2, 4, 8, 6],
  execution: [1, 0, 1, 1],
  intrusion: [6, 2, 1, 4],
  leadingOther: [11, 5, 14, 8],
};
export const OFFICIAL_WINDOW = { from: '2023-04-01', until: '2024-03-31' } as const;
export const OFFICIAL_CUTOFF = '2024-04-30T23:59:59+09:00';

export interface YearVersion {
  readonly stage: Stage;
  readonly content: ReportContent;
  readonly submittedAt: string;
  readonly receivedAt: string;
}
export interface YearReport {
  readonly number: number;
  readonly versions: readonly [YearVersion, ...YearVersion[]];
  readonly verdicts: readonly { readonly version: number; readonly verdict: Verdict; readonly at: string }[];
  readonly withdrawn: boolean;
  readonly place: Place;
  /** The number of the report that leads its event. */
  readonly leader: number;
  /** Why it is not in the official table; nothing where it is. */
  readonly leftOut?: 'withdrawn' | 'supplement' | 'late' | 'notPassed' | 'outside';
}

const QUARTERS = ['2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01'] as const;
const iso = (at: Temporal.Instant): string => at.toString();
const begin = (day: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime('Asia/Tokyo').toInstant();

/**
 * Some 340 reports of which those that are late, withdrawn, not passed, supplements or of another year must not count:
 * what is left is the official table. The same seed makes the same reports.
 */
export function surveyYear(seed = 2023): YearReport[] {
  const random = seededRandom(seed);
  const whole = (below: number): number => Math.floor(random() * below);
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[whole(list.length)] as T;
  const lists = startingLists();
  const sectors = lists.sectors.entries.map(({ key }) => key);
  const causes = lists.causes.entries.map(({ key }) => key);
  const types = Object.keys(OFFICIAL);
  const cutoff = Temporal.Instant.from(OFFICIAL_CUTOFF);
  const perhaps = <V>(given: V, likely = 0.8): Told<V> =>
    random() < likely ? value(given) : { is: pick(['notKnown', 'notStated'] as const) };
  const time = (at: Temporal.Instant) => ({
    at: at.toString(),
    precision: pick(['minute', 'minute', 'minute', 'about', 'hour', 'day'] as const),
  });

  const told = (eventType: string, submitted: Temporal.Instant): ReportContent => {
    const noticed = submitted.subtract({ minutes: 5 + Math.floor(10 ** (1 + random() * 3)) });
    const occurred = noticed.subtract({ minutes: Math.floor(10 ** (random() * 4)) });
    const restored = noticed.add({ minutes: Math.floor(10 ** (1 + random() * 3)) });
    // Most reports come from some sectors, a few from the others.
    const sector = sectors[Math.floor(random() ** 2 * sectors.length)] ?? 'power';
    return reportContent.parse({
      operator: { name: `事業者${1 + whole(90)}` },
      sector: value(sector),
      eventType: value(eventType),
      title: '情報システムの障害',
      times: {
        noticed: value(time(noticed)),
        occurred: perhaps(time(occurred)),
        restored: perhaps(time(restored)),
      },
      causes: perhaps([...new Set([pick(causes), ...(random() < 0.4 ? [pick(causes)] : [])])], 0.9),
      effect: {
        service: perhaps({ text: '業務の一部が停止', level: random() < 0.8 ? whole(5) : null }),
        levelMissed: perhaps(random() < 0.3, 0.7),
        sectors: perhaps(random() < 0.3 ? [pick(sectors)] : [], 0.6),
      },
      systems:
        random() < 0.7
          ? [{ id: 's1', name: '業務システム', kind: pick(['system', 'network', 'platform']) }]
          : [],
      measures: perhaps('手順を見直す', 0.5),
    });
  };

  const reports: YearReport[] = [];
  const add = (
    eventType: string,
    submitted: Temporal.Instant,
    more: Partial<YearReport> & { readonly received?: Temporal.Instant } = {},
  ): YearReport => {
    const number = reports.length + 1;
    const { received = submitted, ...rest } = more;
    const first: YearVersion = {
      stage: 'first',
      content: told(eventType, submitted),
      submittedAt: iso(submitted),
      receivedAt: iso(received),
    };
    const report: YearReport = {
      number,
      versions: [first],
      verdicts: [{ version: 1, verdict: 'passed', at: iso(received.add({ hours: 1 + whole(200) })) }],
      withdrawn: false,
      place: 'primary',
      leader: number,
      ...rest,
    };
    reports.push(report);
    return report;
  };
  /** Some day of a quarter; of the first and the last report its very first and last moment. */
  const within = (quarter: number): Temporal.Instant =>
    begin(QUARTERS[quarter] ?? QUARTERS[0]).add({ minutes: whole(90 * 24 * 60) });

  for (const [type, counts] of Object.entries(OFFICIAL))
    for (const [quarter, count] of counts.entries())
      for (let i = 0; i < count; i += 1) {
        const edge = type === 'unavailable' && i === 0;
        const at =
          edge && quarter === 0
            ? begin(OFFICIAL_WINDOW.from)
            : edge && quarter === 3
              ? Temporal.Instant.from('2024-03-31T23:59:59+09:00')
              : within(quarter);
        const report = add(type, at);
        const later = (after: Temporal.Instant, said: string): YearVersion => ({
          stage: 'final',
          content: told(said, at),
          submittedAt: iso(after),
          receivedAt: iso(after),
        });
        const [first] = report.versions;
        const turn = whole(8);
        // What comes after the cut-off changes nothing; what came before it had to be looked at again.
        const changed: Partial<YearReport> =
          turn === 0
            ? { versions: [first, later(cutoff.add({ hours: 1 + whole(500) }), pick(types))] }
            : turn === 1
              ? {
                  versions: [
                    { ...first, content: told(pick(types), at) },
                    later(at.add({ minutes: 30 }), type),
                  ],
                  verdicts: [{ version: 2, verdict: 'passed', at: iso(at.add({ hours: 2 })) }],
                }
              : turn === 2
                ? {
                    verdicts: [
                      ...report.verdicts,
                      { version: 1, verdict: 'toRevise', at: iso(cutoff.add({ hours: 5 })) },
                    ],
                  }
                : turn === 3
                  ? {
                      verdicts: [
                        { version: 1, verdict: 'notOurs', at: iso(at.add({ minutes: 5 })) },
                        ...report.verdicts,
                      ],
                    }
                  : {};
        reports[reports.length - 1] = { ...report, ...changed };
      }

  for (let i = 0; i < 14; i += 1) add(pick(types), within(i % 4), { withdrawn: true, leftOut: 'withdrawn' });
  for (let i = 0; i < 12; i += 1) {
    const leader = 1 + whole(200);
    add(pick(types), within(i % 4), { place: 'supplement', leader, leftOut: 'supplement' });
  }
  for (let i = 0; i < 12; i += 1)
    add(pick(types), within(i % 4), { received: cutoff.add({ hours: i + 1 }), leftOut: 'late' });
  for (let i = 0; i < 20; i += 1) {
    const at = within(i % 4);
    const next = {
      stage: 'followUp' as const,
      content: told(pick(types), at),
      submittedAt: iso(at.add({ hours: 300 })),
      receivedAt: iso(at.add({ hours: 300 })),
    };
    const report = add(pick(types), at, { leftOut: 'notPassed' });
    const one = (verdict: Verdict, when: Temporal.Instant) => [{ version: 1, verdict, at: iso(when) }];
    const unpassed: readonly Partial<YearReport>[] = [
      { verdicts: [] },
      { verdicts: one('notOurs', at.add({ hours: 4 })) },
      { verdicts: [...one('passed', at.add({ hours: 4 })), ...one('toRevise', at.add({ hours: 8 }))] },
      { verdicts: one('passed', cutoff.add({ hours: 4 })) },
      // It had passed; then another version came that nobody looked at.
      { versions: [report.versions[0], next] },
    ];
    reports[reports.length - 1] = { ...report, ...unpassed[i % unpassed.length] };
  }
  const before = Temporal.Instant.from('2023-03-31T23:59:59+09:00');
  const after = begin('2024-04-01');
  for (let i = 0; i < 10; i += 1)
    add(pick(types), i % 2 === 0 ? before.subtract({ hours: i * 30 }) : after.add({ hours: (i - 1) * 30 }), {
      leftOut: 'outside',
    });
  return reports;
}

type Query = (text: string, values: unknown[]) => Promise<unknown>;

const listed = ({ content }: YearVersion) => {
  const said = <V>(field: Told<V>): V | null => (field.is === 'value' ? field.value : null);
  return { sector: said(content.sector), type: said(content.eventType), causes: said(content.causes) ?? [] };
};

/** Puts them into an organisation's tables, as if each act had been done at its time. */
export async function layReports(
  query: Query,
  orgId: string,
  reports: readonly YearReport[],
  newId: () => string,
): Promise<Map<number, string>> {
  const ids = new Map(reports.map(({ number }) => [number, newId()]));
  const events = new Map(reports.map(({ number }) => [number, newId()]));
  const rows = reports.map((report) => {
    const [first] = report.versions;
    const newest = report.versions.at(-1) ?? first;
    const last = report.verdicts.filter(({ version }) => version === report.versions.length).at(-1);
    return {
      id: ids.get(report.number),
      number: report.number,
      state: report.withdrawn ? 'withdrawn' : 'received',
      ...listed(newest),
      version: report.versions.length,
      stage: newest.stage,
      verdict: last?.verdict ?? 'inReview',
      submitted: first.submittedAt,
      latest: newest.submittedAt,
      event: events.get(report.leader),
      place: report.place,
      operator: newest.content.operator.name,
      title: newest.content.title,
    };
  });
  await query(
    `INSERT INTO sonae.survey_report (org_id, id, number, state, door, operator_name, title, sector, event_type, causes, reached,
       version, stage, verdict, submitted_at, latest_at, event_id, place, draft_seen, withdrawn_reason, folded)
     SELECT $1, r.id, r.number, r.state, 'mail', r.operator, r.title, r.sector, r.type,
       ARRAY(SELECT jsonb_array_elements_text(r.causes)), '{}', r.version, r.stage, r.verdict, r.submitted, r.latest, r.event, r.place, 0, '',
       sonae.find_fold('r-' || lpad(r.number::text, 4, '0') || ' ' || r.title || ' ' || r.operator)
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, number integer, state text, operator text, title text, sector text, type text, causes jsonb,
       version integer, stage text, verdict text, submitted timestamptz, latest timestamptz, event uuid, place text)`,
    [orgId, JSON.stringify(rows)],
  );
  const versions = reports.flatMap((report) =>
    report.versions.map((version, index) => ({
      report: ids.get(report.number),
      version: index + 1,
      ...version,
    })),
  );
  await query(
    `INSERT INTO sonae.survey_report_version (org_id, report_id, version, stage, door, sender, content, differences, sha256, submitted_at, received_at)
     SELECT $1, v.report, v.version, v.stage, 'mail', '', v.content, '[]', '', v."submittedAt", v."receivedAt"
     FROM jsonb_to_recordset($2::jsonb) AS v(report uuid, version integer, stage text, content json, "submittedAt" timestamptz, "receivedAt" timestamptz)`,
    [orgId, JSON.stringify(versions)],
  );
  const verdicts = reports.flatMap((report) =>
    report.verdicts.map((verdict) => ({ id: newId(), report: ids.get(report.number), ...verdict })),
  );
  await query(
    `INSERT INTO sonae.survey_verdict (org_id, id, report_id, version, verdict, reason, at, by)
     SELECT $1, d.id, d.report, d.version, d.verdict, '', d.at, 'desk'
     FROM jsonb_to_recordset($2::jsonb) AS d(id uuid, report uuid, version integer, verdict text, at timestamptz)`,
    [orgId, JSON.stringify(verdicts)],
  );
  return ids;
}
