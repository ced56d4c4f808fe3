import type { z } from 'zod';
import type { Bilingual } from '../../../kernel/language.ts';
import { calendar } from '../calendars/schema.ts';
import { callTree } from '../contacts/schema.ts';
import { fallback } from '../fallbacks/schema.ts';
import { outlet } from '../outlets/schema.ts';
import { party } from '../parties/schema.ts';
import { plan } from '../plans/schema.ts';
import { leave, roster } from '../rosters/schema.ts';

/** A reference an entry makes, by what it points at. */
export interface Reference {
  readonly to: 'person' | 'asset' | RegisterName;
  readonly key: string;
  readonly path: string;
}

interface RegisterKind {
  readonly name: Bilingual;
  /** What belongs there, for an empty list. */
  readonly empty: Bilingual;
  readonly shape: z.ZodObject;
  readonly references: (entry: never) => Reference[];
}

const maybe = (to: Reference['to'], key: string | null, path: string): Reference[] =>
  key === null ? [] : [{ to, key, path }];

/** A person, or whoever is on by a roster, and who stands in. */
const ofCaller = (
  {
    personId,
    roster,
    deputyIds,
  }: { personId: string | null; roster: string | null; deputyIds: readonly string[] },
  path: string,
): Reference[] => [
  ...maybe('person', personId, `${path}.personId`),
  ...maybe('rosters', roster, `${path}.roster`),
  ...deputyIds.map((key, k): Reference => ({ to: 'person', key, path: `${path}.deputyIds.${k}` })),
];

/** Every register that is kept as entries by key. */
export const REGISTERS = {
  parties: {
    name: { ja: '関係先', en: 'Parties' },
    empty: {
      ja: '委託先、供給元、グループ会社、専門機関などがここに並びます。',
      en: 'Contractors, suppliers, group companies, expert bodies and others appear here.',
    },
    shape: party,
    references: ({ under }: z.infer<typeof party>) => maybe('parties', under, 'under'),
  },
  calendars: {
    name: { ja: '営業日カレンダー', en: 'Calendars' },
    empty: {
      ja: '拠点ごとの時間帯、休日、休業日がここに並びます。なければ標準（平日8:30〜17:15）を使います。',
      en: 'Hours, holidays and closures by site. Without one the usual is used (weekdays 8:30 to 17:15).',
    },
    shape: calendar,
    references: ({ sites }: z.infer<typeof calendar>) =>
      sites.map((key, i): Reference => ({ to: 'asset', key, path: `sites.${i}` })),
  },
  'call-trees': {
    name: { ja: '連絡網', en: 'Call trees' },
    empty: {
      ja: '原因と時間帯ごとに、だれをどの順に呼ぶかがここに並びます。',
      en: 'Who is called in which order, by cause and time of day.',
    },
    shape: callTree,
    references: ({ steps, siteSteps }: z.infer<typeof callTree>) => [
      ...steps.flatMap((step, i) => ofCaller(step, `steps.${i}`)),
      ...siteSteps.flatMap((step, i): Reference[] => [
        { to: 'asset', key: step.site, path: `siteSteps.${i}.site` },
        ...ofCaller(step, `siteSteps.${i}`),
      ]),
    ],
  },
  rosters: {
    name: { ja: '当番表', en: 'Rosters' },
    empty: {
      ja: '交代の規則から作る当番表がここに並びます。',
      en: 'Rosters made from rotations appear here.',
    },
    shape: roster,
    references: (entry: z.infer<typeof roster>) => [
      ...maybe('calendars', entry.calendar, 'calendar'),
      ...entry.layers.flatMap(({ members }, i) =>
        members.map(
          ({ personId }, k): Reference => ({
            to: 'person',
            key: personId,
            path: `layers.${i}.members.${k}.personId`,
          }),
        ),
      ),
      ...entry.overrides.flatMap(({ personId }, i) => maybe('person', personId, `overrides.${i}.personId`)),
    ],
  },
  leave: {
    name: { ja: '不在の予定', en: 'Leave' },
    empty: { ja: '休暇や出張の予定がここに並びます。', en: 'Who is away, and when.' },
    shape: leave,
    references: ({ personId }: z.infer<typeof leave>) => maybe('person', personId, 'personId'),
  },
  fallbacks: {
    name: { ja: '代替手段', en: 'Fallbacks' },
    empty: {
      ja: '止まったときに代わりに使う手段がここに並びます。',
      en: 'What is used instead when something stops.',
    },
    shape: fallback,
    references: ({ covers }: z.infer<typeof fallback>) =>
      covers.map((key, i): Reference => ({ to: 'asset', key, path: `covers.${i}` })),
  },
  outlets: {
    name: { ja: '伝える手段', en: 'Outlets' },
    empty: {
      ja: 'ウェブサイト、掲示、一斉メール、報道発表など、相手に伝える手段と、それが動くのに必要なシステムがここに並びます。',
      en: 'Website, notices, mailings, press: how each audience is told, and which systems that needs.',
    },
    shape: outlet,
    references: ({ needs }: z.infer<typeof outlet>) =>
      needs.map((key, i): Reference => ({ to: 'asset', key, path: `needs.${i}` })),
  },
  plans: {
    name: { ja: '対応計画', en: 'Plans' },
    empty: {
      ja: '事態ごとの手順、段階、招集、報告の基準がここに並びます。',
      en: 'Procedures by situation: steps, levels, who meets, who is told.',
    },
    shape: plan,
    references: ({ roles }: z.infer<typeof plan>) => roles.flatMap((role, i) => ofCaller(role, `roles.${i}`)),
  },
} as const satisfies Record<string, RegisterKind>;

export type RegisterName = keyof RegisterTable;
type RegisterTable = {
  parties: 1;
  calendars: 1;
  'call-trees': 1;
  rosters: 1;
  leave: 1;
  fallbacks: 1;
  outlets: 1;
  plans: 1;
};
export const REGISTER_NAMES = Object.keys(REGISTERS) as [RegisterName, ...RegisterName[]];
export type EntryOf<N extends RegisterName> = z.infer<(typeof REGISTERS)[N]['shape']>;
