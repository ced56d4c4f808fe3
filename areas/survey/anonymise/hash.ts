import { createHash } from 'node:crypto';
import type { Hedged } from '../../../kernel/certainty.ts';
import { canonicalJson } from '../../../kernel/text.ts';
import type { FigureLabel } from '../../../report/figure/schema.ts';
import { type CaseDocument, CLAIM_SECTIONS, type Claim } from '../../learn/cases/schema.ts';
import { claimsOf } from '../../learn/cases/texts/rules.ts';

/** A part of a case as somebody reads it, by what it is called in the case. */
export interface RenderedPart {
  readonly id: string;
  readonly hash: string;
}

const hashed = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** What is printed of a text: its words, and which of them are in doubt. */
const textOf = ({ ja, en, hedges }: Hedged) => ({
  ja,
  en,
  hedges: (hedges ?? []).map(({ certainty, words }) => ({ certainty, words })),
});

/** A claim that was put right later is printed with the words that did so. */
function claimRendered(claim: Claim, all: readonly Claim[]): unknown {
  const { text, factor, times, estimates, later, outcome, done } = claim;
  const quoted = (id: string) => {
    const other = all.find((each) => each.id === id);
    return other && textOf(other.text);
  };
  return {
    text: textOf(text),
    factor: factor && { certainty: factor.certainty, of: quoted(factor.of) },
    later: later && { how: later.how, by: quoted(later.by) },
    times,
    estimates,
    outcome,
    done,
  };
}

/** A figure's words stand in its alternative text as well. */
const labelRendered = ({ kind, numbers, text, inferred }: FigureLabel) => ({
  kind,
  numbers,
  text: textOf(text),
  inferred,
});

type Rendered = readonly (readonly [id: string, rendered: unknown])[];

function figureRendered({ figure }: CaseDocument): Rendered {
  const arrowKey = ({ from, to }: { readonly from: string; readonly to: string }, i: number) =>
    `arrow:${from}-${to}-${i}`;
  return [
    ...figure.boxes.flatMap(
      ({ labels, id, ...box }): Rendered => [
        [`box:${id}`, box],
        ...labels.map((label, i) => [`label:${id}.${label.id ?? i}`, labelRendered(label)] as const),
      ],
    ),
    ...figure.arrows.flatMap(
      ({ labels, ...arrow }, at): Rendered => [
        [arrowKey(arrow, at), arrow],
        ...labels.map(
          (label, i) => [`label:${arrowKey(arrow, at)}.${label.id ?? i}`, labelRendered(label)] as const,
        ),
      ],
    ),
    // Places that an author left are how it is drawn.
    ['figure', figure.arrangement ?? null],
  ];
}

function partsOf(document: CaseDocument): Rendered {
  const { title, causeGroup, causeEdition, outline, summary, sections, lessons } = document;
  const all = claimsOf(document);
  return [
    ['title', textOf(title)],
    ['group', { causeGroup, causeEdition }],
    ...summary.map((text, i) => [`summary:${i}`, textOf(text)] as const),
    ...outline.map((text, i) => [`outline:${i}`, textOf(text)] as const),
    ...figureRendered(document),
    ...CLAIM_SECTIONS.flatMap((section) =>
      sections[section].map(
        (claim) => [`claim:${claim.id}`, { section, ...Object(claimRendered(claim, all)) }] as const,
      ),
    ),
    ...lessons.map(
      ({ id, title: lead, body, brief, themes, need }) =>
        [
          `lesson:${id}`,
          { title: textOf(lead), body: textOf(body), brief: brief && textOf(brief), themes, need },
        ] as const,
    ),
  ];
}

/**
 * Each part of a case that is read by itself, with the hash of how it reads in both languages: what was agreed to stays agreed
 * to while its hash is the same.
 */
export const renderedParts = (document: CaseDocument): RenderedPart[] =>
  partsOf(document).map(([id, rendered]) => ({ id, hash: hashed(rendered) }));

/**
 * The hash of everything of a case that is printed, in both languages and in its order: text, figure, alternative text, numbers.
 * What it is called by, where it is known from and what nobody prints is not in it.
 */
export const hashOfEdition = (document: CaseDocument): string =>
  hashed(partsOf(document).map(([, rendered]) => rendered));
