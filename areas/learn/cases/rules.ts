import type { Bilingual } from '../../../kernel/language.ts';
import { fold } from '../../../kernel/text.ts';
import { isLabelOf, labelsOf, numberingFaults, structureFaults } from '../../../report/figure/rules.ts';
import {
  type CaseDocument,
  type CaseState,
  CERTAINTIES,
  type Certainty,
  CLAIM_SECTIONS,
  type Claim,
} from './schema.ts';
import { SECTION_WORDS } from './words.ts';

/** Something to mend. An error keeps a case from being reviewed; a warning is for judgement (C0-M18). */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** Dotted path into the case, as in `lessons.1.supports`. */
  readonly path: string;
  readonly message: Bilingual;
}

export const TURNS = ['submit', 'return', 'approve', 'reopen', 'withdraw'] as const;
export type CaseTurn = (typeof TURNS)[number];

/** What every turn leads to from every state; null where there is no way. Complete by type. */
export const CASE_TURNS: Readonly<Record<CaseState, Readonly<Record<CaseTurn, CaseState | null>>>> = {
  draft: { submit: 'inReview', return: null, approve: null, reopen: null, withdraw: 'withdrawn' },
  inReview: { submit: null, return: 'draft', approve: 'reviewed', reopen: null, withdraw: 'withdrawn' },
  reviewed: { submit: null, return: null, approve: null, reopen: 'draft', withdraw: 'withdrawn' },
  withdrawn: { submit: null, return: null, approve: null, reopen: 'draft', withdraw: null },
};

const finding = (severity: Finding['severity'], path: string, ja: string, en: string): Finding => ({
  severity,
  path,
  message: { ja, en },
});

export const claimsOf = (document: CaseDocument): Claim[] =>
  CLAIM_SECTIONS.flatMap((section) => document.sections[section]);

function formFindings(document: CaseDocument): Finding[] {
  const found: Finding[] = [];
  for (const section of CLAIM_SECTIONS)
    if (document.sections[section].length === 0) {
      const { ja, en } = SECTION_WORDS[section];
      found.push(
        finding(
          'error',
          `sections.${section}`,
          `「${ja}」の節に記述を加えてください`,
          `Add a claim to the section “${en}”`,
        ),
      );
    }
  if (document.lessons.length === 0)
    found.push(finding('error', 'lessons', '教訓を1つ以上書いてください', 'Write at least one lesson'));
  // C0-M11 and C0-M10.
  if (document.summary.length < 2 || document.summary.length > 4)
    found.push(
      finding(
        'error',
        'summary',
        '要約を2〜4項目で書いてください',
        'Write the summary in two to four bullets',
      ),
    );
  if (document.outline.length < 1 || document.outline.length > 3)
    found.push(
      finding(
        'error',
        'outline',
        '一覧に載せる概要を1〜3項目で書いてください',
        'Write the outline for the overview in one to three bullets',
      ),
    );
  const briefs = document.lessons.filter(({ brief }) => brief).length;
  if (document.lessons.length > 0 && (briefs < 1 || briefs > 3))
    found.push(
      finding(
        'error',
        'lessons',
        '一覧に載せる一文を、教訓のうち1〜3個に書いてください',
        'Give one to three lessons a sentence for the overview',
      ),
    );
  return found;
}

/** C0-M5: what is withheld in the text must not show in the figure, nor carry a lesson alone. */
function disclosureFindings(document: CaseDocument): Finding[] {
  const claims = claimsOf(document);
  const withheld = new Set(claims.filter(({ disclosure }) => disclosure === 'withhold').map(({ id }) => id));
  if (withheld.size === 0) return [];
  const onlyWithheld = (ids: readonly string[]): boolean =>
    ids.length > 0 && ids.every((id) => withheld.has(id));
  const labels = labelsOf(document.figure).filter(({ label }) => {
    const tellers = claims.filter((claim) => claim.labels.some((reference) => isLabelOf(label, reference)));
    return onlyWithheld(tellers.map(({ id }) => id));
  });
  return [
    ...labels.map(({ path, label }) =>
      finding(
        'error',
        `figure.${path}`,
        `非公開の記述だけが支えるラベル「${label.text.ja}」が図に残っています`,
        `The label “${label.text.en}” tells what only withheld claims say`,
      ),
    ),
    ...document.lessons.flatMap((lesson, i) =>
      onlyWithheld(lesson.supports)
        ? [
            finding(
              'error',
              `lessons.${i}.supports`,
              `教訓「${lesson.title.ja}」は非公開の記述だけに支えられています`,
              `The lesson “${lesson.title.en}” rests on withheld claims alone`,
            ),
          ]
        : [],
    ),
  ];
}

/** Scripts our typeface holds; what it lacks would be printed as empty boxes. */
const UNPRINTED =
  /[^\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Emoji_Presentation}/u;

function letterFindings(document: CaseDocument): Finding[] {
  const texts = [
    ...labelsOf(document.figure).map(({ path, label }) => ({ path: `figure.${path}`, text: label.text })),
    ...document.figure.boxes.map(({ name }, i) => ({ path: `figure.boxes.${i}.name`, text: name })),
    ...CLAIM_SECTIONS.flatMap((section) =>
      document.sections[section].map(({ text }, i) => ({ path: `sections.${section}.${i}.text`, text })),
    ),
  ];
  return texts.flatMap(({ path, text }) => {
    const lacking = UNPRINTED.exec(text.ja + text.en)?.[0];
    if (!lacking) return [];
    return [
      finding(
        'warning',
        path,
        `「${lacking}」は文書の書体にない文字で、PDFでは四角になります。別の書き方にしてください`,
        `The documents’ typeface lacks “${lacking}”; a PDF shows a box instead. Write it another way`,
      ),
    ];
  });
}

const questionFindings = (document: CaseDocument): Finding[] =>
  document.questions.map((question, i) =>
    finding('error', `questions.${i}`, `答えのない問い：${question.ja}`, `Not answered yet: ${question.en}`),
  );

function duplicateFindings(document: CaseDocument): Finding[] {
  const seen = new Set<string>();
  return CLAIM_SECTIONS.flatMap((section) =>
    document.sections[section].flatMap((claim, i) => {
      const path = `sections.${section}.${i}.id`;
      if (!seen.has(claim.id)) {
        seen.add(claim.id);
        return [];
      }
      return [finding('error', path, `「${claim.id}」が2回使われています`, `“${claim.id}” is used twice`)];
    }),
  );
}

function lessonFindings(document: CaseDocument): Finding[] {
  const known = new Set(claimsOf(document).map((claim) => claim.id));
  return document.lessons.flatMap((lesson, i) => {
    const path = `lessons.${i}.supports`;
    if (lesson.supports.length === 0)
      return [
        finding(
          'error',
          path,
          `教訓「${lesson.title.ja}」を支える事実がありません`,
          `Nothing supports the lesson “${lesson.title.en}”`,
        ),
      ];
    return lesson.supports
      .filter((support) => !known.has(support))
      .map((support) =>
        finding(
          'error',
          path,
          `「${support}」という記述はありません`,
          `There is no claim called “${support}”`,
        ),
      );
  });
}

function figureFindings(document: CaseDocument): Finding[] {
  return [...structureFaults(document.figure), ...numberingFaults(document.figure)].map(
    ({ path, message }) => ({
      severity: 'error',
      path: `figure.${path}`,
      message,
    }),
  );
}

/** C0-M18: figure and text agree, though they need not coincide. */
function agreementFindings(document: CaseDocument): Finding[] {
  const labels = labelsOf(document.figure);
  const found: Finding[] = [];
  const referred = new Set<string>();
  for (const section of CLAIM_SECTIONS)
    document.sections[section].forEach((claim, i) => {
      const path = `sections.${section}.${i}`;
      for (const reference of claim.labels) {
        const named = labels.filter(({ label }) => isLabelOf(label, reference));
        for (const label of named) referred.add(label.path);
        if (named.length === 0)
          found.push(
            finding(
              'error',
              `${path}.labels`,
              `図に「${reference}」というラベルはありません`,
              `The figure has no label “${reference}”`,
            ),
          );
      }
      if (section === 'response' && claim.labels.length === 0 && !claim.textOnly)
        found.push(
          finding(
            'warning',
            path,
            '図のどのラベルにも結び付いていません。本文だけの対処なら印を付けてください',
            'Not tied to any label of the figure; mark it if it stands in the text only',
          ),
        );
    });
  for (const { path, label } of labels)
    if (label.numbers.length > 0 && !referred.has(path))
      found.push(
        finding(
          'warning',
          `figure.${path}`,
          `「${label.text.ja}」を裏付ける記述がありません`,
          `No claim supports “${label.text.en}”`,
        ),
      );
  return found;
}

const rankOf = (certainty: Certainty): number => CERTAINTIES.indexOf(certainty);

/** C0-M17: a claim may become more certain only together with a source that was not there before. */
export function certaintyFindings(before: CaseDocument, after: CaseDocument): Finding[] {
  const earlier = new Map(claimsOf(before).map((claim) => [claim.id, claim]));
  return CLAIM_SECTIONS.flatMap((section) =>
    after.sections[section].flatMap((claim, i) => {
      const old = earlier.get(claim.id);
      const raised = old && rankOf(claim.certainty) > rankOf(old.certainty);
      if (!raised || (claim.source && claim.source !== old.source)) return [];
      return [
        finding(
          'error',
          `sections.${section}.${i}.certainty`,
          '確からしさを上げるには、根拠を出所に書き足してください',
          'To raise the certainty, add the evidence to the source',
        ),
      ];
    }),
  );
}

/** Why two cases are alike, strongest first. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly { readonly kind: 'theme' | 'cause' | 'box'; readonly what: string }[];
}

/** What another case has in common with this one: cause, themes of its lessons, parties and systems by name. */
export function likenessOf(one: CaseDocument, other: CaseDocument): Likeness {
  const themes = (document: CaseDocument) => new Set(document.lessons.flatMap((lesson) => lesson.themes));
  const names = (document: CaseDocument) =>
    new Map(document.figure.boxes.map(({ name }) => [fold(name.ja), name.ja]));
  const [mine, theirs] = [themes(one), themes(other)];
  const [myNames, theirNames] = [names(one), names(other)];
  const reasons = [
    ...[...mine].filter((theme) => theirs.has(theme)).map((what) => ({ kind: 'theme' as const, what })),
    ...(one.causeGroup === other.causeGroup ? [{ kind: 'cause' as const, what: one.causeGroup }] : []),
    // Nearly every figure has an operator with its departments: only what stands apart says something.
    ...[...myNames]
      .filter(([key]) => theirNames.has(key) && !EVERYWHERE.has(key))
      .map(([, what]) => ({ kind: 'box' as const, what })),
  ];
  const weight = { theme: 3, cause: 1, box: 1 } as const;
  return { reasons, score: reasons.reduce((sum, { kind }) => sum + weight[kind], 0) };
}

const EVERYWHERE = new Set(['重要インフラ事業者', '経営層', 'システム部門', '広報部門'].map(fold));

/** Everything to mend in a case, in reading order; shown while one writes, errors stop a review. */
export const findingsOf = (document: CaseDocument): Finding[] => [
  ...formFindings(document),
  ...duplicateFindings(document),
  ...figureFindings(document),
  ...lessonFindings(document),
  ...agreementFindings(document),
  ...disclosureFindings(document),
  ...letterFindings(document),
  ...questionFindings(document),
];
