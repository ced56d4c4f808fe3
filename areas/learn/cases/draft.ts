import type { Certainty } from '../../../kernel/certainty.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import { shorten } from '../../../kernel/text.ts';
import type { FigureBox, FigureLabel } from '../../../report/figure/schema.ts';
import { newestEdition } from './causes/rules.ts';
import { type CaseDocument, type Claim, caseDocument, type OUTCOMES } from './schema.ts';

/** Somebody who took part, as a case may name them: a unit, or an outside party. */
export interface Party {
  readonly key: string;
  readonly name: string;
  readonly outside: boolean;
}

/** Who took part and has no unit: the case speaks of the department that responded. */
export const TEAM: Party = { key: 'team', name: '', outside: false };

/** A note of the timeline; corrected ones are already replaced. */
export interface Told {
  readonly text: string;
  readonly seq: number;
  /** Key of the party that wrote it. */
  readonly party: string;
  /** Marked on the timeline as belonging on the figure. */
  readonly forFigure: boolean;
  /** Told as something that happened; anything else is something that was done. */
  readonly event: boolean;
  readonly outcome: (typeof OUTCOMES)[number];
  /** As whoever wrote it said; a draft says no more. */
  readonly certainty: Certainty;
}

/** What was presumed and found to be so. */
export interface Found {
  readonly text: string;
  readonly certainty: Certainty;
  readonly outcome: string;
}

/** What is known of an incident when it closes, read from the ledger. */
export interface IncidentRecord {
  readonly number: number;
  readonly drill: boolean;
  readonly title: string;
  readonly organisation: string;
  /** Signals that led to it or joined it, in order, with the system each names. */
  readonly signals: readonly { readonly title: string; readonly system: string | undefined }[];
  readonly systems: readonly string[];
  readonly parties: readonly Party[];
  readonly notes: readonly Told[];
  /** What was said when it was resolved and closed. */
  readonly endings: readonly Told[];
  readonly causes: readonly Found[];
}

const QUESTIONS: readonly Bilingual[] = [
  { ja: '原因の分類は何か。その判断の根拠は何か', en: 'What kind of cause was it? How was this determined?' },
  { ja: '平常時の構成はどうだったか。前兆はあったか', en: 'What was normal, and were there precursors?' },
  { ja: '原因は何か。どこまで確かか', en: 'What was the cause, and how certain is it?' },
  { ja: '再発防止のために何を行うか', en: 'What will prevent recurrence?' },
  {
    ja: 'どのような教訓が得られたか。根拠となる事実は何か',
    en: 'What was learned, and which facts support it?',
  },
  { ja: '誰に、何を、いつ知らせたか', en: 'Who was informed of what, and when?' },
  { ja: 'それぞれの対処に効果はあったか', en: 'Which of the responses had an effect?' },
  {
    ja: '記録の文を他方の言語に翻訳したか',
    en: 'Was the text translated into the other language?',
  },
];

const MOST_RESPONSES = 9;
/** As many labels as a box may carry. */
const MOST_IN_A_BOX = 6;
const MOST_CLAIMS = 40;

/** The record was written in one language: the other keeps its words until somebody translates them. */
function same(text: string, limit: number): { ja: string; en: string } {
  const plain = shorten(text.trim(), limit) || '—';
  return { ja: plain, en: plain };
}

/** The same, as certain as the record has it and no more: which of the words are in doubt it does not know. */
function asCertain({ text, certainty }: Pick<Told, 'text' | 'certainty'>, limit: number): Claim['text'] {
  const words = same(text, limit);
  return certainty === 'confirmed' ? words : { ...words, hedges: [{ id: 'whole', certainty }] };
}

/** Responses that go on the figure: the marked ones, or the first of all while nobody has marked any. */
function figured(told: readonly Told[]): readonly Told[] {
  const marked = told.filter(({ forFigure }) => forFigure);
  const kept: Told[] = [];
  for (const each of marked.length > 0 ? marked : told) {
    const inBox = kept.filter(({ party }) => party === each.party).length;
    if (kept.length < MOST_RESPONSES && inBox < MOST_IN_A_BOX) kept.push(each);
  }
  return kept;
}

function responseClaims(told: readonly Told[], onFigure: readonly Told[]): Claim[] {
  return told.slice(0, MOST_CLAIMS).map((each, i) => {
    const number = onFigure.indexOf(each) + 1;
    return {
      ...claimFrom(`r${i + 1}`, asCertain(each, 600), number > 0 ? [`r${number}`] : [], `ledger ${each.seq}`),
      textOnly: number === 0,
      outcome: each.outcome,
    };
  });
}

function backgroundClaims({ systems, parties, number }: IncidentRecord): Claim[] {
  const source = `incident #${number}`;
  const list = (names: readonly string[]) => ({ ja: names.join('、'), en: names.join(', ') });
  const known = [
    systems.length > 0 && {
      ja: `警報の対象：${list(systems).ja}`,
      en: `Alert targets: ${list(systems).en}`,
    },
    parties.length > 0 && {
      ja: `対応者：${list(parties.map(({ name }) => name)).ja}`,
      en: `Responders: ${list(parties.map(({ name }) => name)).en}`,
    },
  ].filter((text) => text !== false);
  return known.map(({ ja, en }, i) =>
    claimFrom(`b${i + 1}`, { ja: shorten(ja, 600), en: shorten(en, 1_200) }, [], source),
  );
}

function partyBoxes(record: IncidentRecord, onFigure: readonly Told[]): FigureBox[] {
  const parties = [...record.parties, ...(onFigure.some(({ party }) => party === TEAM.key) ? [TEAM] : [])];
  return (parties.length > 0 ? parties : [TEAM]).slice(0, 8).map((party, i) => ({
    id: `party-${i + 1}`,
    kind: party.outside ? 'organisation' : 'department',
    name: party.name ? same(party.name, 100) : { ja: '対応部門', en: 'Responding department' },
    ...(party.outside ? {} : { in: 'op' }),
    stack: false,
    labels: onFigure.flatMap((each, at): FigureLabel[] =>
      each.party === party.key ? [{ kind: 'response', numbers: [at + 1], text: asCertain(each, 60) }] : [],
    ),
  }));
}

/** What machines and titles tell, nobody graded. */
const fact = (text: string): Pick<Told, 'text' | 'certainty'> => ({ text, certainty: 'confirmed' });

/** What happened, numbered: what was detected first, then what the timeline tells as an event. */
function eventLabels({ signals, title }: IncidentRecord, events: readonly Told[]): FigureLabel[] {
  const detected = signals[0]?.title;
  const told = [
    ...(detected !== undefined || events.length === 0 ? [fact(detected ?? title)] : []),
    ...events,
  ];
  return told
    .slice(0, MOST_IN_A_BOX)
    .map((each, i): FigureLabel => ({ kind: 'event', numbers: [i + 1], text: asCertain(each, 60) }));
}

function systemBoxes({ systems, signals }: IncidentRecord, events: FigureLabel[]): FigureBox[] {
  const first = signals[0]?.system;
  if (systems.length === 0)
    return [
      {
        id: 'system-1',
        kind: 'system',
        name: { ja: '影響システム', en: 'Affected system' },
        in: 'op',
        stack: false,
        labels: events,
      },
    ];
  return systems.map((name, i) => ({
    id: `system-${i + 1}`,
    kind: 'system',
    name: same(name, 100),
    in: 'op',
    stack: false,
    labels: name === (first ?? systems[0]) ? events : [],
  }));
}

/** How it was noticed: every signal and every event told, those in the figure tied to their number. */
function detectionClaims(record: IncidentRecord, events: readonly FigureLabel[]): Claim[] {
  const told = [
    ...record.signals.map(({ title }) => fact(title)),
    ...record.notes.filter(({ event }) => event),
  ];
  return (told.length > 0 ? told : [fact(record.title)]).slice(0, MOST_CLAIMS).map((each, i) => {
    const label = events.find(({ text }) => text.ja === same(each.text, 60).ja);
    return claimFrom(
      `d${i + 1}`,
      asCertain(each, 300),
      label ? [`e${label.numbers[0]}`] : [],
      `incident #${record.number}`,
    );
  });
}

/** A first draft from an incident: what the record knows in its place, what it cannot know as a named question. */
export function draftOf(record: IncidentRecord): CaseDocument {
  const told = [...record.notes.filter(({ event }) => !event), ...record.endings];
  const events = eventLabels(
    record,
    record.notes.filter(({ event, forFigure }) => event && forFigure),
  );
  const detection = detectionClaims(record, events);
  const onFigure = figured(told);
  const parties = partyBoxes(record, onFigure);
  const systems = systemBoxes(record, events);
  return caseDocument.parse({
    id: `incident-${record.number}`,
    // The record knows what happened; what kind of cause it was, people say.
    causeGroup: 'unknown',
    causeEdition: newestEdition().edition,
    title: same(record.title, 120),
    figure: {
      boxes: [
        { id: 'op', kind: 'operator', name: same(record.organisation || '?', 100) },
        ...parties,
        ...systems,
      ],
      arrows: [{ from: systems[0]?.id ?? '', to: parties[0]?.id ?? '', labels: [] }],
    },
    sections: {
      background: backgroundClaims(record),
      detection,
      response: responseClaims(told, onFigure),
      cause: record.causes.map(({ text, certainty, outcome }, i) => ({
        ...claimFrom(
          `k${i + 1}`,
          asCertain({ text: outcome ? `${text}（${outcome}）` : text, certainty }, 600),
          [],
          `incident #${record.number}`,
        ),
        textOnly: true,
      })),
      measures: [],
    },
    questions: [...QUESTIONS],
  });
}

function claimFrom(id: string, text: Claim['text'], labels: string[], source: string): Claim {
  return {
    id,
    text,
    labels,
    source,
    disclosure: 'publish',
    textOnly: false,
    times: [],
    estimates: [],
    covers: [],
  };
}
