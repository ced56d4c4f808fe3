import { fold } from '../../../../kernel/text.ts';
import { isLabelOf, labelsOf } from '../../../../report/figure/rules.ts';
import { type CaseDocument, CLAIM_SECTIONS, type Claim } from '../schema.ts';
import { claimsOf, type Finding, finding } from '../texts/rules.ts';
import { type CaseTime, DURATION, type Estimate, type StatedTime } from './schema.ts';

/** What is there to be filled in where a time or an estimate is asked for. */
export const NEW_TIME: CaseTime = { since: 'occurred', after: 'PT0M', precision: 'minute' };
export const NEW_ESTIMATE: Estimate = { since: 'occurred', after: 'PT0M', expected: 'PT1H' };

export const isStated = (time: CaseTime): time is StatedTime => 'since' in time;

export const isDuration = (text: string): boolean => DURATION.test(text);

/** A day of a report is twenty-four hours: it counts from a moment, not by a calendar. No number while it is being typed. */
export function minutesOf(duration: string): number {
  if (!isDuration(duration)) return Number.NaN;
  const { days, hours, minutes } = Temporal.Duration.from(duration);
  return (days * 24 + hours) * 60 + minutes;
}

const subjectOf = ({ what }: CaseTime | Estimate): string => fold(what?.ja ?? '');

/** How far off a time may be and still be the same one. */
function tolerance({ precision, after }: StatedTime): number {
  if (precision === 'about') return minutesOf(after) / 10;
  return { minute: 1, hour: 60, day: 24 * 60 }[precision] - 1;
}

/** What became of an estimate: kept, missed by so many minutes either way, or open where no end is stated. */
export type Verdict =
  | { readonly is: 'open' | 'met' }
  | { readonly is: 'late' | 'early'; readonly minutes: number };

export function verdictOn(estimate: Estimate, times: readonly CaseTime[]): Verdict {
  const actual = times
    .filter(isStated)
    .find((time) => time.since === estimate.since && subjectOf(time) === subjectOf(estimate));
  const off = actual ? minutesOf(actual.until ?? actual.after) - minutesOf(estimate.expected) : Number.NaN;
  if (!actual || Number.isNaN(off)) return { is: 'open' };
  if (Math.abs(off) <= tolerance(actual)) return { is: 'met' };
  return { is: off > 0 ? 'late' : 'early', minutes: Math.abs(off) };
}

/** Each length of time of a claim with its path. */
const durationsOf = ({ times, estimates }: Claim, path: string): [string, string][] => [
  ...times.flatMap((time, i): [string, string][] =>
    isStated(time)
      ? [
          [`${path}.times.${i}.after`, time.after],
          ...(time.until === undefined ? [] : [[`${path}.times.${i}.until`, time.until] as [string, string]]),
        ]
      : [],
  ),
  ...estimates.flatMap(({ after, expected }, i): [string, string][] => [
    [`${path}.estimates.${i}.after`, after],
    [`${path}.estimates.${i}.expected`, expected],
  ]),
];

const lengthFindings = (claim: Claim, path: string): Finding[] =>
  durationsOf(claim, path)
    .filter(([, duration]) => !isDuration(duration))
    .map(([at]) =>
      finding(
        'error',
        at,
        '時間の長さを入力してください（例 PT2H30M＝2時間30分、P1DT4H＝1日4時間）',
        'Enter a duration, such as PT2H30M (2 h 30 min) or P1DT4H (1 day 4 h)',
      ),
    );

function timeFindings({ times, estimates }: Claim, path: string): Finding[] {
  const subjects = times.map(subjectOf);
  const twice = times.length > 1 && (subjects.includes('') || new Set(subjects).size < subjects.length);
  return [
    ...(twice
      ? [
          finding(
            'error',
            `${path}.times`,
            '時刻が複数ある場合は、それぞれに異なる対象（サービス、拠点、波など）を入力してください',
            'With several times, name for each what it is the time of: a service, a site or a wave',
          ),
        ]
      : []),
    ...times.flatMap((time, i) =>
      isStated(time) && time.until && minutesOf(time.until) < minutesOf(time.after)
        ? [
            finding(
              'error',
              `${path}.times.${i}.until`,
              '終わりの時刻は、始まりの時刻より後にしてください',
              'The end must be after the beginning',
            ),
          ]
        : [],
    ),
    ...estimates.flatMap(({ after, expected }, i) =>
      minutesOf(expected) < minutesOf(after)
        ? [
            finding(
              'error',
              `${path}.estimates.${i}.expected`,
              '見込みの終わりは、見込みを立てた時点より後にしてください',
              'An estimate must end after it was made',
            ),
          ]
        : [],
    ),
  ];
}

/** Whether a claim leads back to itself by what put it right. */
function circles(claim: Claim, byId: ReadonlyMap<string, Claim>): boolean {
  const seen = new Set<string>();
  for (let at: Claim | undefined = claim; at?.later; at = byId.get(at.later.by)) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}

function laterFinding(claim: Claim, byId: ReadonlyMap<string, Claim>, path: string): Finding[] {
  if (!claim.later || (byId.has(claim.later.by) && !circles(claim, byId))) return [];
  return [
    finding(
      'error',
      `${path}.later`,
      '後の記述は、この事例の別の記述から選んでください。互いに指し合うことはできません',
      'Choose another claim of this case. Claims cannot refer to each other in a circle',
    ),
  ];
}

/** What was found to be wrong carries no lesson and no label by itself. */
function overturnedFindings(document: CaseDocument): Finding[] {
  const claims = claimsOf(document);
  const overturned = new Set(claims.flatMap(({ id, later }) => (later?.how === 'overturned' ? [id] : [])));
  const only = (ids: readonly string[]): boolean => ids.length > 0 && ids.every((id) => overturned.has(id));
  return [
    ...document.lessons.flatMap(({ title, supports }, i) =>
      only(supports)
        ? [
            finding(
              'error',
              `lessons.${i}.supports`,
              `教訓「${title.ja}」の根拠が、後に誤りと判明した記述のみです`,
              `The lesson “${title.en}” is supported only by claims later found wrong`,
            ),
          ]
        : [],
    ),
    ...labelsOf(document.figure).flatMap(({ path, label }) => {
      const tellers = claims.filter((claim) => claim.labels.some((each) => isLabelOf(label, each)));
      if (!only(tellers.map(({ id }) => id))) return [];
      return [
        finding(
          'warning',
          `figure.${path}`,
          `図のラベル「${label.text.ja}」の根拠が、後に誤りと判明した記述のみです`,
          `The label “${label.text.en}” is supported only by claims later found wrong`,
        ),
      ];
    }),
  ];
}

/** That times, estimates and what became of a claim can be told as they stand. */
export function lifeFindings(document: CaseDocument): Finding[] {
  const byId = new Map(claimsOf(document).map((claim) => [claim.id, claim]));
  return [
    ...CLAIM_SECTIONS.flatMap((section) =>
      document.sections[section].flatMap((claim, i) => {
        const path = `sections.${section}.${i}`;
        return [
          ...lengthFindings(claim, path),
          ...timeFindings(claim, path),
          ...laterFinding(claim, byId, path),
        ];
      }),
    ),
    ...overturnedFindings(document),
  ];
}
