import type { Hedged } from '../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { fold } from '../../../../kernel/text.ts';
import { labelsOf } from '../../../../report/figure/rules.ts';
import { type CaseDocument, CLAIM_SECTIONS, type Claim } from '../schema.ts';

/** Something to mend. An error keeps a case from being reviewed; a warning is for judgement (C0-M18). */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** Dotted path into the case, as in `lessons.1.supports`. */
  readonly path: string;
  readonly message: Bilingual;
}

export const finding = (severity: Finding['severity'], path: string, ja: string, en: string): Finding => ({
  severity,
  path,
  message: { ja, en },
});

export const claimsOf = (document: CaseDocument): Claim[] =>
  CLAIM_SECTIONS.flatMap((section) => document.sections[section]);

/** A text of a case that is printed. */
export interface WrittenText {
  readonly path: string;
  readonly text: Hedged;
  /** By what it is known again in another version: its own id or place first, then its words. */
  readonly known: readonly string[];
  /** The claim whose words these are. */
  readonly claim?: Claim;
}

/** Words by which something is known again; where nothing is written yet they say nothing. */
const wordsKey = (kind: string, words: string): string[] => (fold(words) ? [`${kind}:${fold(words)}`] : []);

/** A list without ids: an entry is known by its words in either language, and else by its place. */
const listTexts = (path: string, texts: readonly Hedged[]): WrittenText[] =>
  texts.map((text, i) => ({
    path: `${path}.${i}`,
    text,
    known: [...wordsKey(path, text.ja), ...wordsKey(path, text.en), `${path}:${i}`],
  }));

function figureTexts({ figure }: CaseDocument): WrittenText[] {
  const names = figure.boxes.map(({ id, name }, i) => ({
    path: `figure.boxes.${i}.name`,
    text: name,
    known: [`box:${id}`],
  }));
  const labels = labelsOf(figure).map(({ path, label }) => ({
    path: `figure.${path}`,
    text: label.text,
    known: [
      ...wordsKey('label', label.text.ja),
      ...(label.id || label.numbers.length > 0
        ? [`label:${label.kind}:${label.id ?? ''}:${label.numbers.join()}:${path.split('.')[0]}`]
        : []),
    ],
  }));
  return [...names, ...labels];
}

/** What the times and estimates of a claim are of; names alone, known by nothing. */
const subjectTexts = (claim: Claim, path: string): WrittenText[] =>
  (['times', 'estimates'] as const).flatMap((list) =>
    claim[list].flatMap(({ what }, i) =>
      what ? [{ path: `${path}.${list}.${i}.what`, text: what, known: [] }] : [],
    ),
  );

/** Every text of a case that is printed, with its path. */
export function textsOf(document: CaseDocument): WrittenText[] {
  return [
    { path: 'title', text: document.title, known: ['title'] },
    ...listTexts('summary', document.summary),
    ...listTexts('outline', document.outline),
    ...figureTexts(document),
    ...CLAIM_SECTIONS.flatMap((section) =>
      document.sections[section].flatMap((claim, i) => subjectTexts(claim, `sections.${section}.${i}`)),
    ),
    ...CLAIM_SECTIONS.flatMap((section) =>
      document.sections[section].map((claim, i) => ({
        path: `sections.${section}.${i}.text`,
        text: claim.text,
        known: [`claim:${claim.id}`, ...wordsKey('claim', claim.text.ja)],
        claim,
      })),
    ),
    ...document.lessons.flatMap(({ id, title, body, brief }, i) => [
      { path: `lessons.${i}.title`, text: title, known: [`lesson:${id}:title`] },
      { path: `lessons.${i}.body`, text: body, known: [`lesson:${id}:body`] },
      ...(brief ? [{ path: `lessons.${i}.brief`, text: brief, known: [`lesson:${id}:brief`] }] : []),
    ]),
  ];
}
