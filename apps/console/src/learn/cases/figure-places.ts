import type { Spot } from '../../../../../areas/learn/cases/figures/rules.ts';
import type { Point } from '../../../../../report/figure/geometry.ts';
import type { Callout } from '../../../../../report/figure/model.ts';
import { labelsOf, wordsOf } from '../../../../../report/figure/rules.ts';
import type { FigureData } from '../../../../../report/figure/schema.ts';
import { insideOf, ridingOn, type Sheet } from '../../../../../report/figure/sheet.ts';

/** Where everything of a drawn figure stands, for hands and eyes: in the units of the drawing. */
export interface FigurePlaces {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly { readonly id: string; readonly spot: Spot }[];
  /** In the order of `drawnArrows`. */
  readonly arrows: readonly { readonly path: readonly Point[]; readonly label: Spot | undefined }[];
  /** By what a claim refers to them. */
  readonly labels: readonly { readonly references: readonly string[]; readonly spot: Spot }[];
}

/** Numbered labels by series and number, any by its own id. */
function referencesOf(figure: FigureData, callout: Callout, language: Sheet['model']['language']): string[] {
  const { kind, numbers, words } = callout;
  const series = kind === 'event' ? 'e' : kind === 'response' ? 'r' : undefined;
  const own = labelsOf(figure).find(
    ({ label }) =>
      label.kind === kind && label.numbers.join() === numbers.join() && wordsOf(label, language) === words,
  );
  return [...(series ? numbers.map((n) => `${series}${n}`) : []), ...(own?.label.id ? [own.label.id] : [])];
}

export function placesOf(figure: FigureData, { model, routed, width, height }: Sheet): FigurePlaces {
  const spots = [
    ...model.boxes.flatMap((_, i) => {
      const rect = routed.boxes[i];
      return rect ? insideOf(model, i, rect).callouts : [];
    }),
    ...model.arrows.flatMap((arrow, i) => {
      const rect = routed.labels[i];
      return rect ? ridingOn(arrow, rect) : [];
    }),
  ];
  return {
    width,
    height,
    boxes: model.boxes.flatMap(({ id }, i) => {
      const spot = routed.boxes[i];
      return spot ? [{ id, spot }] : [];
    }),
    arrows: model.arrows.map((_, i) => ({
      path: routed.arrows[i] ?? [],
      label: routed.labels[i] ?? undefined,
    })),
    labels: spots.map(({ callout, rect }) => ({
      references: referencesOf(figure, callout, model.language),
      spot: rect,
    })),
  };
}
