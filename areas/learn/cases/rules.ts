import type { Bilingual } from '../../../kernel/language.ts';
import { letterLacking } from '../../../report/figure/metrics/rules.ts';
import {
  type FigureFault,
  figureRemarks,
  isLabelOf,
  labelsOf,
  numberingFaults,
  structureFaults,
} from '../../../report/figure/rules.ts';
import { causeFindings } from './causes/rules.ts';
import { hedgeFindings } from './hedging/rules.ts';
import { lifeFindings } from './life/rules.ts';
import { type CaseDocument, type CaseState, type CaseTurn, CLAIM_SECTIONS } from './schema.ts';
import { claimsOf, type Finding, finding, textsOf } from './texts/rules.ts';
import { wordingFindings } from './wording/rules.ts';
import { SECTION_WORDS } from './words.ts';

/** A case is not withdrawn, nor one’s own text approved, without a reason. */
export const asksReason = (turn: CaseTurn, own: boolean): boolean =>
  turn === 'withdraw' || (turn === 'approve' && own);

/** What every turn leads to from every state; null where there is no way. Complete by type. */
export const CASE_TURNS: Readonly<Record<CaseState, Readonly<Record<CaseTurn, CaseState | null>>>> = {
  draft: { submit: 'inReview', return: null, approve: null, reopen: null, withdraw: 'withdrawn' },
  inReview: { submit: null, return: 'draft', approve: 'reviewed', reopen: null, withdraw: 'withdrawn' },
  reviewed: { submit: null, return: null, approve: null, reopen: 'draft', withdraw: 'withdrawn' },
  withdrawn: { submit: null, return: null, approve: null, reopen: 'draft', withdraw: null },
};

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
    found.push(finding('error', 'lessons', '教訓を1つ以上入力してください', 'Add at least one lesson'));
  // C0-M11 and C0-M10.
  if (document.summary.length < 2 || document.summary.length > 4)
    found.push(
      finding(
        'error',
        'summary',
        '要約を2〜4項目で入力してください',
        'Write the summary in two to four bullets',
      ),
    );
  if (document.outline.length < 1 || document.outline.length > 3)
    found.push(
      finding(
        'error',
        'outline',
        '一覧用の概要を1〜3項目で入力してください',
        'Write the outline for the overview in one to three bullets',
      ),
    );
  const briefs = document.lessons.filter(({ brief }) => brief).length;
  if (document.lessons.length > 0 && (briefs < 1 || briefs > 3))
    found.push(
      finding(
        'error',
        'lessons',
        '一覧用の一文を、教訓のうち1〜3件に入力してください',
        'Add an overview sentence to one to three lessons',
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
        `図のラベル「${label.text.ja}」の根拠が、非公開の記述のみです`,
        `The label “${label.text.en}” is supported only by withheld claims`,
      ),
    ),
    ...document.lessons.flatMap((lesson, i) =>
      onlyWithheld(lesson.supports)
        ? [
            finding(
              'error',
              `lessons.${i}.supports`,
              `教訓「${lesson.title.ja}」の根拠が、非公開の記述のみです`,
              `The lesson “${lesson.title.en}” is supported only by withheld claims`,
            ),
          ]
        : [],
    ),
  ];
}

function letterFindings(document: CaseDocument): Finding[] {
  return textsOf(document).flatMap(({ path, text }) => {
    const lacking = letterLacking(text.ja + text.en);
    if (!lacking) return [];
    return [
      finding(
        'warning',
        path,
        `「${lacking}」は文書の書体に含まれない文字のため、PDFで表示できません。別の表記にしてください`,
        `“${lacking}” is not in the document typeface and cannot be shown in a PDF. Use other characters`,
      ),
    ];
  });
}

/** What the editor calls a thing before somebody has named it. */
export const UNNAMED = {
  box: { ja: '新しい枠', en: 'New box' },
  label: { ja: '新しいラベル', en: 'New label' },
} as const satisfies Record<string, Bilingual>;

/** A draft may be written in one language first; a review needs both, and real words. */
function wordFindings(document: CaseDocument): Finding[] {
  const unnamed = Object.values(UNNAMED);
  return textsOf(document).flatMap(({ path, text }) => {
    const missing = (['ja', 'en'] as const).filter(
      (language) => !text[language].trim() || unnamed.some((each) => each[language] === text[language]),
    );
    if (missing.length === 0) return [];
    if (missing.length === 2) return [finding('error', path, '本文を入力してください', 'Enter the text')];
    return missing[0] === 'ja'
      ? [
          finding(
            'error',
            path,
            `「${text.en}」の日本語が未入力です`,
            `The Japanese of “${text.en}” is missing`,
          ),
        ]
      : [
          finding(
            'error',
            path,
            `「${text.ja}」の英語が未入力です`,
            `The English of “${text.ja}” is missing`,
          ),
        ];
  });
}

const questionFindings = (document: CaseDocument): Finding[] =>
  document.questions.map((question, i) =>
    finding('error', `questions.${i}`, `未回答の質問：${question.ja}`, `Unanswered question: ${question.en}`),
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
      return [finding('error', path, `「${claim.id}」が重複しています`, `“${claim.id}” is used twice`)];
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
          `教訓「${lesson.title.ja}」の根拠となる記述がありません`,
          `No claim supports the lesson “${lesson.title.en}”`,
        ),
      ];
    return lesson.supports
      .filter((support) => !known.has(support))
      .map((support) =>
        finding('error', path, `「${support}」という記述はありません`, `There is no claim “${support}”`),
      );
  });
}

function figureFindings(document: CaseDocument): Finding[] {
  const told = (severity: Finding['severity'], faults: readonly FigureFault[]): Finding[] =>
    faults.map(({ path, message }) => ({ severity, path: `figure.${path}`, message }));
  return [
    ...told('error', [...structureFaults(document.figure), ...numberingFaults(document.figure)]),
    ...told('warning', figureRemarks(document.figure)),
  ];
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
            '図のラベルに関連付けられていません。本文のみの対処の場合は、「本文のみの対処」を選択してください',
            'Not linked to any figure label. Mark it as “Text only” if it is not in the figure',
          ),
        );
    });
  for (const { path, label } of labels)
    if (label.numbers.length > 0 && !referred.has(path))
      found.push(
        finding(
          'warning',
          `figure.${path}`,
          `「${label.text.ja}」の根拠となる記述がありません`,
          `No claim supports “${label.text.en}”`,
        ),
      );
  return found;
}

/** Everything to mend in a case, in reading order; shown while one writes, errors stop a review. */
export const findingsOf = (document: CaseDocument): Finding[] => [
  ...formFindings(document),
  ...causeFindings(document),
  ...duplicateFindings(document),
  ...figureFindings(document),
  ...lessonFindings(document),
  ...agreementFindings(document),
  ...disclosureFindings(document),
  ...hedgeFindings(document),
  ...lifeFindings(document),
  ...wordFindings(document),
  ...letterFindings(document),
  ...wordingFindings(document),
  ...questionFindings(document),
];

/** What the document of a case is called on a disk, in letters that every system keeps; of several, a report. */
export function fileNameOf(document: CaseDocument | undefined): string {
  if (!document) return 'sonae-case-report';
  const title = document.title.en
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return title === '' ? 'sonae-case' : `sonae-case-${title}`;
}
