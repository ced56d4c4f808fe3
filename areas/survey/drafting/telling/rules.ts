import { type Certainty, rankOf } from '../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { fillIn } from '../../../../kernel/text.ts';
import { saidIn } from '../../content/rules.ts';
import { MOMENTS, type Range, type ReportContent, type ReportTime } from '../../content/schema.ts';
import { FIELD_WORDS, PARTY_WORDS, PUBLICATION_WORDS, SYSTEM_WORDS } from '../../content/words.ts';
import type { ReportTold } from '../../hearings/rules.ts';
import type { Question, Section } from '../../hearings/schema.ts';
import { receiptNumber } from '../../intake/rules.ts';
import { MOMENT_TOLD, SOURCE, TOLD } from '../words.ts';

/** One fact as a report or somebody at a hearing told it. */
export interface Fact {
  readonly section: Section;
  readonly text: Bilingual;
  readonly certainty: Certainty;
  readonly source: Bilingual;
  readonly time?: ReportTime | undefined;
  readonly outcome?: 'effective' | 'partly' | 'none' | 'unknown';
  /** What of the figure shows it. */
  readonly shows?: { readonly kind: 'event' } | { readonly kind: 'step'; readonly key: string };
}

/** What keys of the lists are called. */
export type Named = (list: 'sectors' | 'designated' | 'eventTypes' | 'causes', key: string) => Bilingual;

const alike = (text: string): Bilingual => ({ ja: text, en: text });
const filled = (
  words: Bilingual,
  values: Readonly<Record<string, Bilingual | string | number>>,
): Bilingual => {
  const of = (language: 'ja' | 'en') =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        typeof value === 'object' ? value[language] : value,
      ]),
    );
  return { ja: fillIn(words.ja, of('ja')), en: fillIn(words.en, of('en')) };
};
const inRow = (names: readonly Bilingual[]): Bilingual => ({
  ja: names.map(({ ja }) => ja).join('、'),
  en: names.map(({ en }) => en).join(', '),
});
const rangeWords = ({ low, high }: Range): Bilingual =>
  low === high ? alike(String(low)) : { ja: `${low}〜${high}`, en: `${low} to ${high}` };

export const stepKey = (reportId: string, stepId: string): string => `${reportId}.${stepId}`;

/** Everything a report says in its newest version, each with where it stands there; nobody is told more surely than by it. */
export function factsOf(report: ReportTold, named: Named, open: readonly Question[]): Fact[] {
  const newest = report.versions.at(-1);
  if (!newest) return [];
  const { version, content } = newest;
  const source = (path: string): Bilingual => {
    const field = FIELD_WORDS[path as keyof typeof FIELD_WORDS] ?? alike(path);
    return filled(SOURCE.report, { number: receiptNumber(report.number), version, field });
  };
  // Where accounts differ none of them is sure before somebody says which is right.
  const disputed = new Set(open.filter(({ kind }) => kind === 'differing').map(({ key }) => key));
  const least = (certainty: Certainty, key: string): Certainty =>
    disputed.has(key) && rankOf(certainty) > rankOf('possible') ? 'possible' : certainty;
  const fact = (
    section: Section,
    path: string,
    text: Bilingual,
    more: Partial<Omit<Fact, 'section' | 'text' | 'source'>> = {},
  ): Fact => ({
    section,
    text,
    source: source(path),
    ...more,
    certainty: least(more.certainty ?? 'confirmed', path),
  });
  /** What is told of a field, if anything is. */
  const told = <V>(field: { readonly is: string; readonly value?: V }, tell: (value: V) => Fact): Fact[] =>
    field.is === 'value' && field.value !== undefined ? [tell(field.value)] : [];
  const standing = <I extends { readonly withdrawn?: string | undefined }>(items: readonly I[]): I[] =>
    items.filter(({ withdrawn }) => withdrawn === undefined);
  return [...backgroundOf(), ...detectionOf(), ...responseOf(), ...causeOf()];

  function backgroundOf(): Fact[] {
    const { operator } = content;
    return [
      ...(operator.name
        ? [fact('background', 'operator.name', filled(TOLD.operator, { name: operator.name }))]
        : []),
      ...(operator.department
        ? [fact('background', 'operator.department', filled(TOLD.department, { name: operator.department }))]
        : []),
      ...told(content.sector, (key) =>
        fact('background', 'sector', filled(TOLD.sector, { name: named('sectors', key) })),
      ),
      ...told(content.designated, (key) =>
        fact('background', 'designated', filled(TOLD.designated, { name: named('designated', key) })),
      ),
      ...standing(content.parties).map(({ name, kind, part }) =>
        fact(
          'background',
          'parties',
          filled(part ? TOLD.partyWith : TOLD.party, { name, kind: PARTY_WORDS[kind], part }),
        ),
      ),
      ...standing(content.systems).map(({ name, kind }) =>
        fact('background', 'systems', filled(TOLD.system, { name, kind: SYSTEM_WORDS[kind] })),
      ),
      ...(content.remarks ? [fact('background', 'remarks', alike(content.remarks))] : []),
    ];
  }

  function detectionOf(): Fact[] {
    const { effect } = content;
    const outlined = content.outline.is === 'value';
    const event = { shows: { kind: 'event' } } as const;
    const effectOf = (path: 'effect.service' | 'effect.around', field: ReportContent['effect']['service']) =>
      told(field, ({ text, level }) =>
        fact('detection', path, level === null ? alike(text) : filled(TOLD.level, { text, level })),
      );
    return [
      ...(content.title ? [fact('detection', 'title', filled(TOLD.title, { text: content.title }))] : []),
      ...told(content.outline, (text) => fact('detection', 'outline', alike(text), event)),
      ...told(content.eventType, (key) =>
        fact(
          'detection',
          'eventType',
          filled(TOLD.eventType, { name: named('eventTypes', key) }),
          outlined ? {} : event,
        ),
      ),
      ...MOMENTS.filter((moment) => moment !== 'judged' && moment !== 'restored').flatMap((moment) =>
        told(content.times[moment], (time) =>
          fact('detection', `times.${moment}`, MOMENT_TOLD[moment], { time }),
        ),
      ),
      ...effectOf('effect.service', effect.service),
      ...effectOf('effect.around', effect.around),
      ...told(effect.users, (range) =>
        fact('detection', 'effect.users', filled(TOLD.users, { n: rangeWords(range) })),
      ),
      ...told(effect.machines, (range) =>
        fact('detection', 'effect.machines', filled(TOLD.machines, { n: rangeWords(range) })),
      ),
      ...told(effect.levelMissed, (missed) =>
        fact('detection', 'effect.levelMissed', missed ? TOLD.missed : TOLD.kept),
      ),
      ...told(effect.sectors, (keys) =>
        fact(
          'detection',
          'effect.sectors',
          keys.length === 0
            ? TOLD.noSectors
            : filled(TOLD.sectors, { name: inRow(keys.map((key) => named('sectors', key))) }),
        ),
      ),
    ];
  }

  function responseOf(): Fact[] {
    const moments = (['judged', 'restored'] as const).flatMap((moment) =>
      told(content.times[moment], (time) =>
        fact('response', `times.${moment}`, MOMENT_TOLD[moment], { time }),
      ),
    );
    const steps = standing(content.steps).map((step): Fact => {
      const key = stepKey(report.id, step.id);
      const text = step.by ? filled(TOLD.step, { by: step.by, text: step.text }) : alike(step.text);
      const own = fact('response', 'steps', text, {
        time: saidIn<ReportTime>(step.time),
        outcome: step.outcome,
        shows: { kind: 'step', key },
      });
      const inDoubt = [`steps.${step.id}`, `steps.${step.id}.time`].map((path) => `${report.id}.${path}`);
      return { ...own, certainty: inDoubt.reduce(least, own.certainty) };
    });
    return [
      ...steps,
      ...moments,
      ...told(content.publication, (state) =>
        fact('response', 'publication', filled(TOLD.publication, { name: PUBLICATION_WORDS[state] })),
      ),
    ];
  }

  function causeOf(): Fact[] {
    return [
      ...told(content.causes, (keys) =>
        fact(
          'cause',
          'causes',
          filled(TOLD.causes, { name: inRow(keys.map((key) => named('causes', key))) }),
        ),
      ),
      ...told(content.causeText, ({ text, certainty }) =>
        fact('cause', 'causeText', alike(text), { certainty }),
      ),
      ...told(content.measures, (text) => fact('measures', 'measures', alike(text))),
    ];
  }
}
