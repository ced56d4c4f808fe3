import type { Bilingual } from '../../../kernel/language.ts';
import { shorten } from '../../../kernel/text.ts';
import { type CaseDocument, type Claim, caseDocument } from './schema.ts';

/** What is known of an incident when it closes, read from the ledger. */
export interface IncidentRecord {
  readonly number: number;
  readonly title: string;
  readonly organisation: string;
  /** Titles of the signals that led to it or joined it, in order. */
  readonly signals: readonly string[];
  /** Notes of the timeline in order; corrected ones already replaced. */
  readonly notes: readonly { readonly text: string; readonly seq: number }[];
  /** What was said when it was resolved and closed. */
  readonly endings: readonly { readonly text: string; readonly seq: number }[];
}

const QUESTIONS: readonly Bilingual[] = [
  { ja: '攻撃か不具合か。どう見分けたか', en: 'Attack or defect? How was it told apart?' },
  { ja: '平常時の構成と、前触れはどうだったか', en: 'What was normal, and were there signs beforehand?' },
  { ja: '原因は何か。どこまで確かか', en: 'What was the cause, and how certain is it?' },
  { ja: '同じことを防ぐために何をするか', en: 'What will keep it from happening again?' },
  { ja: '何を学んだか。どの事実がそれを支えるか', en: 'What was learned, and which facts support it?' },
  { ja: 'だれに、何を、いつ知らせたか', en: 'Who was told what, and when?' },
];

/** The record was written in one language: the other keeps its words until somebody translates them. */
function same(text: string, limit: number): Bilingual {
  const plain = shorten(text.toWellFormed().replaceAll('\u0000', '').trim(), limit) || '—';
  return { ja: plain, en: plain };
}

const MOST_RESPONSES = 9;

/** A first draft from an incident: what the record knows in its place, what it cannot know as a named question. */
export function draftOf(record: IncidentRecord): CaseDocument {
  const detection: Claim[] = (record.signals.length > 0 ? record.signals : [record.title])
    .slice(0, 10)
    .map((title, i) =>
      claimFrom(`d${i + 1}`, same(title, 300), i === 0 ? ['e1'] : [], `incident #${record.number}`),
    );
  const responses = [...record.notes, ...record.endings].slice(0, 40).map(({ text, seq }, i) => ({
    ...claimFrom(`r${i + 1}`, same(text, 600), i < MOST_RESPONSES ? [`r${i + 1}`] : [], `ledger ${seq}`),
    textOnly: i >= MOST_RESPONSES,
  }));
  const untranslated: Bilingual = {
    ja: '記録の言葉をもう一方の言語に訳したか',
    en: 'Were the words of the record translated into the other language?',
  };
  return caseDocument.parse({
    id: `incident-${record.number}`,
    causeGroup: 'systemDefect',
    title: same(record.title, 120),
    figure: {
      boxes: [
        { id: 'op', kind: 'operator', name: same(record.organisation || '?', 100) },
        {
          id: 'team',
          kind: 'department',
          name: { ja: '対応した部門', en: 'Department that responded' },
          in: 'op',
          labels: responses.slice(0, MOST_RESPONSES).map(({ text }, i) => ({
            kind: 'response',
            numbers: [i + 1],
            text: same(text.ja, 60),
          })),
        },
        {
          id: 'system',
          kind: 'system',
          name: { ja: '影響を受けたシステム', en: 'System affected' },
          in: 'op',
          labels: [{ kind: 'event', numbers: [1], text: same(detection[0]?.text.ja ?? record.title, 60) }],
        },
      ],
      arrows: [{ from: 'system', to: 'team', labels: [] }],
    },
    sections: { background: [], detection, response: responses, cause: [], measures: [] },
    questions: [...QUESTIONS, untranslated],
  });
}

function claimFrom(id: string, text: Bilingual, labels: string[], source: string): Claim {
  return {
    id,
    text,
    labels,
    source,
    certainty: 'confirmed',
    disclosure: 'publish',
    textOnly: false,
    covers: [],
  };
}
