import { type Certainty, type Hedge, rankOf } from '../../../kernel/certainty.ts';
import type { Bilingual, Language } from '../../../kernel/language.ts';
import { fillIn, fitTo, fold } from '../../../kernel/text.ts';
import { newestEdition } from '../../learn/cases/causes/rules.ts';
import { LONGEST, MOST } from '../../learn/cases/limits/rules.ts';
import {
  type CaseDocument,
  CLAIM_SECTIONS,
  type Claim,
  type ClaimSection,
  caseDocument,
  type Lesson,
} from '../../learn/cases/schema.ts';
import { openQuestions, questionsOf, type ReportTold } from '../hearings/rules.ts';
import type { LineView, OwnQuestion, Question } from '../hearings/schema.ts';
import { questionWords } from '../hearings/words.ts';
import { figureOf } from './figure/rules.ts';
import { type Base, baseOf, placed } from './relative/rules.ts';
import { type Fact, factsOf, type Named } from './telling/rules.ts';
import { ASKED, SOURCE, TOLD } from './words.ts';

type Said = Pick<
  LineView,
  'id' | 'number' | 'at' | 'speaker' | 'text' | 'certainty' | 'question' | 'claims'
> & {
  readonly hearing: { readonly startsAt: string; readonly zone: string };
};
/** All that is known of an event when a case is drafted of it. */
export interface ToDraft {
  readonly reports: readonly ReportTold[];
  readonly lines: readonly Said[];
  readonly own: readonly (OwnQuestion & { readonly id: string })[];
  /** Names of people and bodies besides those the reports tell: whoever came to a hearing. */
  readonly names: readonly string[];
  readonly named: Named;
  /** Of whoever drafts: sources are told in one language. */
  readonly language: Language;
}

function minuteFacts({ lines }: ToDraft): Fact[] {
  return lines.flatMap(({ number, at, speaker, hearing, certainty: said, claims }) => {
    const when = Temporal.Instant.from(at).toZonedDateTimeISO(hearing.zone);
    const values = {
      date: Temporal.Instant.from(hearing.startsAt).toZonedDateTimeISO(hearing.zone).toPlainDate().toString(),
      line: number,
      speaker,
      time: when.toPlainTime().toString({ smallestUnit: 'minute' }),
    };
    const source = { ja: fillIn(SOURCE.minutes.ja, values), en: fillIn(SOURCE.minutes.en, values) };
    return claims.map(
      ({ section, text, certainty, happened }): Fact => ({
        section,
        text: { ja: text, en: text },
        // Whatever a claim says, its line said no more.
        certainty: rankOf(certainty) > rankOf(said) ? said : certainty,
        source,
        time: happened ?? undefined,
      }),
    );
  });
}

/** A text as paragraphs that a claim may hold, cut where a sentence ends. */
export function pieces(text: Bilingual, limit: number): Bilingual[] {
  const whole = (['ja', 'en'] as const).every((language) => text[language].length <= limit);
  if (whole) return [text];
  if (text.ja !== text.en) return [{ ja: fitTo(text.ja, limit), en: fitTo(text.en, limit * 2) }];
  const cut: string[] = [];
  for (const sentence of text.ja.split(/(?<=[。！？\n])|(?<=[.!?] )/u)) {
    const last = cut.at(-1);
    if (last !== undefined && last.length + sentence.length <= limit) cut[cut.length - 1] = last + sentence;
    else for (let at = 0; at < sentence.length; at += limit) cut.push(sentence.slice(at, at + limit));
  }
  return cut
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => ({ ja: each, en: each }));
}

const hedgesOf = (certainty: Certainty): Hedge[] | undefined =>
  certainty === 'confirmed' ? undefined : [{ id: 'h1', certainty }];

/** Names by which somebody could be known, as a text is searched for them. */
function namesIn({ reports, names }: ToDraft): string[] {
  const told = reports.flatMap(({ versions }) =>
    versions.flatMap(({ content: { operator, parties, systems, contacts } }) => [
      operator.name,
      operator.department,
      ...[...parties, ...systems, ...contacts].map(({ name }) => name),
    ]),
  );
  return [...new Set([...told, ...names].map(fold))].filter((name) => name.length > 1);
}

interface Building {
  readonly base: Base | undefined;
  readonly names: readonly string[];
  readonly language: Language;
  readonly labelOf: (fact: Fact) => string | undefined;
  readonly nextId: () => string;
}

function claimsOf(fact: Fact, { base, names, language, labelOf, nextId }: Building): Claim[] {
  const { text, times } = placed(fact.text, fact.time, base);
  const folded = fold(text.ja + text.en);
  const hedges = hedgesOf(fact.certainty);
  const label = labelOf(fact);
  return pieces(text, LONGEST.claim).map((each, i) => ({
    id: nextId(),
    text: { ...each, ...(hedges && { hedges }) },
    disclosure: names.some((name) => folded.includes(name)) ? 'generalise' : 'publish',
    source: fitTo(fact.source[language], 300),
    times: i === 0 ? times : [],
    estimates: [],
    ...(fact.outcome && { outcome: fact.outcome }),
    labels: i === 0 && label ? [label] : [],
    textOnly: fact.section === 'response' && !(i === 0 && label),
    covers: [],
  }));
}

/** What the operator itself learned: told as a fact, for a lesson rests on claims. */
function lessonsOf(facts: readonly Fact[], building: Building): { lessons: Lesson[]; claims: Claim[] } {
  const made = facts.slice(0, MOST.lessons).map((fact, i) => {
    const text = {
      ja: fillIn(TOLD.lesson.ja, { text: fact.text.ja }),
      en: fillIn(TOLD.lesson.en, { text: fact.text.en }),
    };
    const claims = claimsOf({ ...fact, section: 'measures', text }, building);
    const hedges = hedgesOf(fact.certainty);
    const lesson: Lesson = {
      id: `l${i + 1}`,
      title: {
        ja: fitTo(fact.text.ja, LONGEST.lessonTitle),
        en: fitTo(fact.text.en, LONGEST.lessonTitle),
        ...(hedges && { hedges }),
      },
      body: { ...fact.text, ...(hedges && { hedges }) },
      supports: claims.map(({ id }) => id).slice(0, MOST.supports),
      themes: [],
      covers: [],
    };
    return { lesson, claims };
  });
  return { lessons: made.map(({ lesson }) => lesson), claims: made.flatMap(({ claims }) => claims) };
}

const MOST_QUESTIONS = 30;
const LONGEST_QUESTION = 300;
function questionsFor(
  open: readonly Question[],
  unprinted: readonly Claim[],
  names: boolean,
): CaseDocument['questions'] {
  const fitted = ({ ja, en }: Bilingual): Bilingual => ({
    ja: fitTo(ja, LONGEST_QUESTION),
    en: fitTo(en, LONGEST_QUESTION),
  });
  const which = fitTo(unprinted.map(({ source }) => source).join(' / '), 150);
  const n = unprinted.length;
  const own: CaseDocument['questions'] = [
    { ...ASKED.group, about: 'cause' },
    ...(names ? [ASKED.names] : []),
    ...(n > 0
      ? [
          fitted({
            ja: fillIn(ASKED.unprinted.ja, { n, which }),
            en: fillIn(ASKED.unprinted.en, { n, which }),
          }),
        ]
      : []),
    ASKED.translated,
  ];
  const room = MOST_QUESTIONS - own.length;
  const shown = open.length > room ? open.slice(0, room - 1) : open;
  const left = open.length - shown.length;
  return [
    ...shown.map((question) => ({ ...fitted(questionWords(question)), about: question.section })),
    ...(left > 0 ? [{ ja: fillIn(ASKED.more.ja, { n: left }), en: fillIn(ASKED.more.en, { n: left }) }] : []),
    ...own,
  ];
}

const causeGroupOf = (reports: readonly ReportTold[]): CaseDocument['causeGroup'] => {
  const said = reports.flatMap(({ versions }) => versions.at(-1)?.content.causes.is ?? []);
  if (said.length > 0 && said.every((is) => is === 'withheld')) return 'withheld';
  return said.length > 0 && said.every((is) => is === 'notStated') ? 'notStated' : 'unknown';
};

/**
 * A first draft of a case from what an operator reported and said: each claim with where it was told and no more certain
 * than it was told there; what nobody answered as questions.
 */
export function draftOf(told: ToDraft): CaseDocument {
  const reports = told.reports.toSorted(
    (a, b) => Number(b.place === 'primary') - Number(a.place === 'primary') || a.number - b.number,
  );
  const contents = reports.flatMap(({ versions }) => versions.at(-1)?.content ?? []);
  const open = openQuestions(questionsOf(told));
  const facts = [...reports.flatMap((report) => factsOf(report, told.named, open)), ...minuteFacts(told)];
  const certainties = new Map(
    facts.flatMap(({ shows, certainty }) =>
      shows?.kind === 'step' ? [[shows.key, certainty] as const] : [],
    ),
  );
  const title = fitTo(contents[0]?.title.trim() || `#${reports[0]?.number ?? ''}`, LONGEST.title);
  const { figure, labels } = figureOf(reports, title, (key) => certainties.get(key) ?? 'confirmed');
  let ids = 0;
  const building: Building = {
    base: baseOf(contents),
    names: namesIn(told),
    language: told.language,
    labelOf: ({ shows }) => (shows?.kind === 'event' ? 'e1' : shows && labels.get(shows.key)),
    nextId: () => `c${++ids}`,
  };
  const { lessons, claims: learned } = lessonsOf(
    facts.filter(({ section }) => section === 'lessons'),
    building,
  );
  const of = (section: ClaimSection): Claim[] => [
    ...facts.filter((fact) => fact.section === section).flatMap((fact) => claimsOf(fact, building)),
    ...(section === 'measures' ? learned : []),
  ];
  const all = Object.fromEntries(CLAIM_SECTIONS.map((section) => [section, of(section)])) as Record<
    ClaimSection,
    Claim[]
  >;
  const printed = Object.fromEntries(
    CLAIM_SECTIONS.map((section) => [section, all[section].slice(0, MOST.claims)]),
  );
  const unprinted = CLAIM_SECTIONS.flatMap((section) => all[section].slice(MOST.claims));
  const left = new Set(unprinted.map(({ id }) => id));
  const generalised = CLAIM_SECTIONS.some((section) =>
    all[section].some(({ disclosure }) => disclosure === 'generalise'),
  );
  return caseDocument.parse({
    id: `event-${reports[0]?.number ?? 0}`,
    causeGroup: causeGroupOf(reports),
    causeEdition: newestEdition().edition,
    title: { ja: title, en: title },
    figure,
    sections: printed,
    lessons: lessons.map((lesson) => ({
      ...lesson,
      supports: lesson.supports.filter((id) => !left.has(id)),
    })),
    questions: questionsFor(open, unprinted, generalised),
  });
}
