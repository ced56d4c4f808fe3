import type { Doubt, Hedge } from '../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import { isLabelOf, labelsOf } from '../../../../report/figure/rules.ts';
import type { FigureData, FigureLabel } from '../../../../report/figure/schema.ts';
import { publicText } from '../../../learn/cases/disclosing/rules.ts';
import { type CaseDocument, CLAIM_SECTIONS, type Claim } from '../../../learn/cases/schema.ts';
import { claimsOf } from '../../../learn/cases/texts/rules.ts';

/** Something that stands in the way of publishing, by the field of the case. */
export interface Obstacle {
  readonly field: string;
  readonly mend: Bilingual;
}

/** As anybody may read it; what stood behind is not there any more. */
function generalised(claim: Claim): Claim {
  const { general, ...rest } = claim;
  const text = publicText(claim);
  if (claim.disclosure !== 'generalise' || !general) return rest;
  return {
    ...rest,
    disclosure: 'publish',
    text: { ja: text.ja, en: text.en, ...(text.hedges && { hedges: [...text.hedges] }) },
  };
}

/** A fact whose lead is withheld stands for itself; how surely it is a cause stays said. */
function withoutLead(claim: Claim, withheld: ReadonlySet<string>): Claim {
  if (!claim.factor || !withheld.has(claim.factor.of)) return claim;
  const { factor, ...rest } = claim;
  if (factor.certainty === 'confirmed') return rest;
  const doubt: Hedge = { id: 'as-cause', certainty: factor.certainty satisfies Doubt };
  return { ...rest, text: { ...rest.text, hedges: [...(rest.text.hedges ?? []), doubt] } };
}

/** New numbers for labels, without gaps where some were taken away. */
function renumbering(labels: readonly FigureLabel[]): (kind: FigureLabel['kind'], n: number) => number {
  const known = new Map<string, number[]>();
  for (const kind of ['event', 'response'] as const) {
    const numbers = new Set(labels.filter((label) => label.kind === kind).flatMap((label) => label.numbers));
    known.set(
      kind,
      [...numbers].sort((a, b) => a - b),
    );
  }
  return (kind, n) => {
    const at = known.get(kind)?.indexOf(n) ?? -1;
    return at < 0 ? n : at + 1;
  };
}

function withoutLabels(
  figure: FigureData,
  isKept: (label: FigureLabel) => boolean,
): { figure: FigureData; referred: (reference: string) => string | undefined } {
  const left = labelsOf(figure)
    .map(({ label }) => label)
    .filter(isKept);
  const numberOf = renumbering(left);
  const kept = <T extends { readonly labels: readonly FigureLabel[] }>(carrier: T): T => ({
    ...carrier,
    labels: carrier.labels
      .filter(isKept)
      .map((label) => ({ ...label, numbers: label.numbers.map((n) => numberOf(label.kind, n)) })),
  });
  const referred = (reference: string): string | undefined => {
    if (!left.some((label) => isLabelOf(label, reference))) return undefined;
    const [, series, digits] = /^([er])(\d+)$/.exec(reference) ?? [];
    if (!series || left.some(({ id }) => id === reference)) return reference;
    return `${series}${numberOf(series === 'e' ? 'event' : 'response', Number(digits))}`;
  };
  return { figure: { ...figure, boxes: figure.boxes.map(kept), arrows: figure.arrows.map(kept) }, referred };
}

/** What has to be decided by somebody before a case can be published. */
function obstaclesOf(document: CaseDocument, withheld: ReadonlySet<string>): Obstacle[] {
  return CLAIM_SECTIONS.flatMap((section) => {
    const claims = document.sections[section];
    const emptied = claims.length > 0 && claims.every(({ id }) => withheld.has(id));
    const own = claims.flatMap((claim, i): Obstacle[] => {
      const field = `sections.${section}.${i}`;
      if (claim.disclosure === 'generalise' && (!claim.general?.ja || !claim.general.en))
        return [
          {
            field: `${field}.general`,
            mend: {
              ja: '一般化した文を日本語と英語で入力してください',
              en: 'Enter the general wording in Japanese and English',
            },
          },
        ];
      if (!withheld.has(claim.id) && claim.later && withheld.has(claim.later.by))
        return [
          {
            field: `${field}.later`,
            mend: {
              ja: '訂正した記述が非公開です。この記述も非公開にするか、訂正した記述を公開してください',
              en: 'The claim that corrects this one is withheld. Withhold both or publish both',
            },
          },
        ];
      return [];
    });
    return emptied
      ? [
          ...own,
          {
            field: `sections.${section}`,
            mend: {
              ja: 'すべての記述が非公開です。一般化した記述を加えてください',
              en: 'Every claim is withheld. Add a general one',
            },
          },
        ]
      : own;
  });
}

/**
 * A case without what is withheld, and with general wording where that is asked for: labels only withheld claims tell of and
 * lessons only they carry go with them, and numbers close up.
 */
export function disclosed(document: CaseDocument): {
  readonly document: CaseDocument;
  readonly obstacles: readonly Obstacle[];
} {
  const claims = claimsOf(document);
  const withheld = new Set(claims.filter(({ disclosure }) => disclosure === 'withhold').map(({ id }) => id));
  const obstacles = obstaclesOf(document, withheld);
  const tellersOf = (label: FigureLabel): Claim[] =>
    claims.filter(({ labels }) => labels.some((reference) => isLabelOf(label, reference)));
  const isKept = (label: FigureLabel): boolean => {
    const tellers = tellersOf(label);
    return tellers.length === 0 || tellers.some(({ id }) => !withheld.has(id));
  };
  const { figure, referred } = withoutLabels(document.figure, isKept);
  const shown = (section: readonly Claim[]): Claim[] =>
    section
      .filter(({ id }) => !withheld.has(id))
      .map((claim) =>
        generalised(
          withoutLead({ ...claim, labels: claim.labels.flatMap((each) => referred(each) ?? []) }, withheld),
        ),
      );
  const { background, detection, response, cause, measures } = document.sections;
  const lessons = document.lessons
    .map((lesson) => ({ ...lesson, supports: lesson.supports.filter((id) => !withheld.has(id)) }))
    .filter(({ supports }, i) => supports.length > 0 || document.lessons[i]?.supports.length === 0);
  return {
    obstacles,
    document: {
      ...document,
      figure,
      lessons,
      sections: {
        background: shown(background),
        detection: shown(detection),
        response: shown(response),
        cause: shown(cause),
        measures: shown(measures),
      },
    },
  };
}
