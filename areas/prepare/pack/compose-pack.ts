import type { Language } from '../../../kernel/language.ts';
import { fillIn } from '../../../kernel/text.ts';
import type { PackContent, PackTable } from '../../../report/document/pack-content.ts';
import { BANDS } from '../calendars/schema.ts';
import type { StoredRoute } from '../contact-routes/schema.ts';
import { CAUSES, type CallTree } from '../contacts/schema.ts';
import type { Fallback } from '../fallbacks/schema.ts';
import type { Party } from '../parties/schema.ts';
import { criterionWords } from '../plans/rules.ts';
import type { Plan } from '../plans/schema.ts';
import { BAND_WORDS, BODY_WORDS, CAUSE_WORDS, PACK, ROUTE_WORDS } from './words.ts';

/** Everything the pack is made of, as the registers hold it. */
export interface PackSource {
  readonly organisation: string;
  readonly timeZone: string;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
  }[];
  readonly routes: readonly StoredRoute[];
  /** Ids in the order in which they are asked. */
  readonly dutyList: readonly string[];
  readonly shifts: readonly {
    readonly roster: string;
    readonly day: string;
    readonly hours: string;
    readonly personId: string | null;
  }[];
  /** What turns are made from; it changes when somebody changes it, not when a day goes by. */
  readonly turnsFrom: string;
  readonly callTrees: readonly CallTree[];
  /** Names of rosters by key. */
  readonly rosters: ReadonlyMap<string, string>;
  readonly parties: readonly Party[];
  readonly plans: readonly { readonly plan: Plan; readonly version: number }[];
  readonly systems: readonly {
    readonly name: string;
    readonly impact: number | null;
    readonly rtoMinutes: number | null;
    readonly needsOwner: boolean;
    readonly becauseName: string | null;
  }[];
  readonly fallbacks: readonly Fallback[];
  /** Names of systems by key. */
  readonly systemNames: ReadonlyMap<string, string>;
}

const MOST_SYSTEMS = 5_000;
type Section = PackContent['sections'][number];

/** The sections of the pack in one language; who is on duty comes first and changes by itself. */
export function composePack(source: PackSource, language: Language): { duty: Section; rest: Section[] } {
  const say = (key: keyof typeof PACK, values: Readonly<Record<string, string | number>> = {}) =>
    fillIn(PACK[key][language], values);
  const people = new Map(source.people.map((person) => [person.id, person]));
  const routes = Map.groupBy(source.routes, ({ personId }) => personId);
  const nameOf = (id: string): string => people.get(id)?.name ?? '?';
  const reachOf = (id: string): string => {
    const own = routes.get(id) ?? [];
    const person = people.get(id);
    if (own.length === 0) return person ? `${ROUTE_WORDS.email[language]} ${person.email}` : '';
    return own
      .map(
        ({ kind, address, note }) => `${ROUTE_WORDS[kind][language]} ${address}${note ? `（${note}）` : ''}`,
      )
      .join('\n');
  };
  const table = (
    caption: string,
    columns: readonly (readonly [keyof typeof PACK, number])[],
    rows: readonly (readonly string[])[],
  ): PackTable => ({
    caption,
    columns: columns.map(([key]) => say(key)),
    widths: columns.map(([, width]) => width),
    rows,
  });
  const rosterName = (key: string) => say('byRoster', { name: source.rosters.get(key) ?? key });

  const duty: Section = {
    heading: say('duty'),
    note: say('dutyNote'),
    tables: [
      table(
        say('dutyList'),
        [
          ['step', 1],
          ['name', 4],
          ['reach', 7],
        ],
        source.dutyList.map((id, i) => [String(i + 1), nameOf(id), reachOf(id)]),
      ),
      ...[...Map.groupBy(source.shifts, ({ roster }) => roster)].map(([roster, shifts]) =>
        table(
          `${say('roster')}: ${roster}`,
          [
            ['day', 3],
            ['hoursOn', 4],
            ['name', 5],
          ],
          shifts.map(({ day, hours, personId }) => [day, hours, personId === null ? '—' : nameOf(personId)]),
        ),
      ),
    ],
  };

  const calls: Section = {
    heading: say('calls'),
    note: say('callsNote'),
    tables: CAUSES.flatMap((cause) =>
      BANDS.map((band) => {
        const tree = source.callTrees.find((each) => each.cause === cause && each.band === band);
        const caption = `${CAUSE_WORDS[cause][language]} × ${BAND_WORDS[band][language]}`;
        const there = (tree?.siteSteps ?? []).map((step) => ({
          ...step,
          at: `（${source.systemNames.get(step.site) ?? step.site}）\n`,
        }));
        const all = (tree?.steps ?? []).map((step) => ({ ...step, at: '' }));
        const rows = [...there, ...all].map(({ at, personId, roster, deputyIds }, i) => [
          String(i + 1),
          at +
            (personId !== null
              ? `${nameOf(personId)}\n${reachOf(personId)}`
              : roster === null
                ? '—'
                : rosterName(roster)),
          deputyIds.map((id) => `${nameOf(id)}\n${reachOf(id)}`).join('\n'),
        ]);
        return table(
          caption,
          [
            ['step', 1],
            ['who', 6],
            ['deputy', 6],
          ],
          rows.length > 0 ? rows : [['', say('noTree'), '']],
        );
      }),
    ),
  };

  const peopleSection: Section = {
    heading: say('people'),
    note: '',
    tables: [
      table(
        '',
        [
          ['name', 4],
          ['reach', 7],
        ],
        source.people.map(({ id, name }) => [name, reachOf(id)]),
      ),
    ],
  };
  const parties: Section = {
    heading: say('parties'),
    note: '',
    tables: [
      table(
        '',
        [
          ['name', 4],
          ['reach', 5],
          ['emergency', 5],
          ['hours', 3],
        ],
        source.parties.map(({ name, contact, phone, email, hours, contracts }) => [
          name,
          [contact, phone, email].filter(Boolean).join('\n'),
          [
            ...new Set(
              contracts.flatMap(({ emergencyContact, directLine }) => [emergencyContact, directLine]),
            ),
          ]
            .filter(Boolean)
            .join('\n'),
          hours,
        ]),
      ),
    ],
  };

  const criterion = (expression: string) => criterionWords(expression, language) ?? expression;
  const plans: Section = {
    heading: say('plans'),
    note: say('plansNote'),
    tables: source.plans.flatMap(({ plan, version }) => {
      const role = (key: string | null) => plan.roles.find((each) => each.key === key);
      const holder = (key: string): string => {
        const found = role(key);
        if (!found) return key;
        const held =
          found.personId !== null
            ? nameOf(found.personId)
            : found.roster === null
              ? ''
              : rosterName(found.roster);
        return [found.name, held].filter(Boolean).join('\n');
      };
      return [
        table(
          `${plan.name}（${say('steps')}、v${version}）`,
          [
            ['step', 1],
            ['what', 8],
            ['who', 4],
            ['deputy', 3],
            ['limit', 2],
          ],
          plan.steps.map((step, i) => [
            String(i + 1),
            step.text,
            holder(step.role),
            step.deputy === null
              ? (role(step.role)?.deputyIds ?? []).map(nameOf).join('\n')
              : holder(step.deputy),
            step.limitMinutes > 0 ? say('minutes', { n: step.limitMinutes }) : '',
          ]),
        ),
        table(
          `${plan.name}（${say('levels')}）`,
          [
            ['step', 1],
            ['name', 4],
            ['when', 8],
            ['convene', 3],
          ],
          plan.levels.map(({ level, name, when, convene }) => [
            String(level),
            name,
            criterion(when),
            BODY_WORDS[convene]?.[language] ?? convene,
          ]),
        ),
        table(
          `${plan.name}（${say('reports')}）`,
          [
            ['to', 5],
            ['when', 8],
            ['within', 3],
          ],
          plan.reports.map(({ to, when, withinMinutes }) => [
            to,
            criterion(when),
            say('minutes', { n: withinMinutes }),
          ]),
        ),
      ].filter(({ rows }) => rows.length > 0);
    }),
  };

  const left = source.systems.length - MOST_SYSTEMS;
  const systems: Section = {
    heading: say('systems'),
    note: say('systemsNote'),
    tables: [
      table(
        '',
        [
          ['step', 1],
          ['name', 6],
          ['impact', 3],
          ['rto', 3],
          ['because', 4],
        ],
        [
          ...source.systems
            .slice(0, MOST_SYSTEMS)
            .map((each, i) => [
              String(i + 1),
              each.name,
              `${each.impact ?? '—'}${each.needsOwner ? `\n${say('needsOwner')}` : ''}`,
              each.rtoMinutes === null ? '—' : say('minutes', { n: each.rtoMinutes }),
              each.becauseName ?? '',
            ]),
          ...(left > 0 ? [['', say('more', { n: left }), '', '', '']] : []),
        ],
      ),
    ],
  };

  const fallbacks: Section = {
    heading: say('fallbacks'),
    note: '',
    tables: source.fallbacks.map((fallback) =>
      table(
        `${fallback.name}（${say('covers')}: ${fallback.covers.map((key) => source.systemNames.get(key) ?? key).join('、')}）`,
        [
          ['step', 1],
          ['what', 11],
        ],
        [
          ...fallback.assumptions.map(({ was, now }) => ['', `${was} → ${now}`]),
          ...fallback.steps.map(({ text }, i) => [String(i + 1), text]),
          ...(fallback.staffing ? [['', `${say('staffing')}: ${fallback.staffing}`]] : []),
          ['', `${say('tested')}: ${fallback.testedOn ?? say('never')}`],
        ],
      ),
    ),
  };
  return { duty, rest: [calls, peopleSection, parties, plans, systems, fallbacks] };
}

/** The whole document of one version. */
export function packDocument(
  about: { readonly organisation: string; readonly timeZone: string },
  sections: readonly Section[],
  pack: { readonly version: number; readonly madeAt: Temporal.Instant; readonly expiresAt: Temporal.Instant },
  language: Language,
): PackContent {
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(about.timeZone);
  const madeAt = `${local(pack.madeAt).toPlainDate()} ${local(pack.madeAt).toPlainTime().toString({ smallestUnit: 'minute' })} (${about.timeZone})`;
  return {
    language,
    title: PACK.title[language],
    organisation: about.organisation,
    dated: fillIn(PACK.dated[language], { version: pack.version, at: madeAt }),
    expires: fillIn(PACK.expires[language], { on: local(pack.expiresAt).toPlainDate().toString() }),
    contentsHeading: PACK.contents[language],
    sections,
  };
}
