import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../../../../kernel/language.ts';
import type { Arrangement } from '../../../../../report/figure/arrangement.ts';
import type { DrawnFigure } from '../../../../../report/figure/draw-sheets.ts';
import type { Area } from '../../../../../report/figure/geometry.ts';
import type { FigureData } from '../../../../../report/figure/schema.ts';
import type { FigurePlaces } from './figure-places.ts';
import type { DrawRequest } from './figure-worker.ts';

/** What is shown of a picture, drawn here or kept by the server. */
export interface Sheet {
  readonly svg: string;
  readonly crowded: boolean;
  readonly arrangement: Arrangement;
}

export interface Drawing {
  readonly sheets: readonly Sheet[];
  readonly pending: boolean;
  readonly failed: boolean;
  /** Where everything stands in the picture that is shown, as soon as that is known; of a single sheet only. */
  readonly places: FigurePlaces | undefined;
  /** Forgets the positions kept so far and lays the figure out afresh. */
  readonly rearrange: () => void;
}

export interface FigureOptions {
  /** The room it has on its page. */
  readonly page?: Area;
  /** What the server keeps of a figure: nothing is drawn here until it changes. `sheets` is absent until it has come. */
  readonly kept?: { readonly figure: FigureData; readonly sheets: readonly Sheet[] | undefined };
  /** Told where everything stands whenever the figure was drawn on one sheet. */
  readonly onArranged?: (arrangement: Arrangement) => void;
}

const sheetOf = ({ svg, quality, arrangement }: DrawnFigure): Sheet => ({
  svg,
  crowded: quality.hardTotal > 0,
  arrangement,
});

interface Drawn {
  readonly figure: FigureData;
  readonly language: Language;
  readonly sheets: readonly Sheet[];
  readonly places: readonly FigurePlaces[];
}

interface Answer {
  readonly figures?: DrawnFigure[];
  readonly places?: FigurePlaces[];
}

/** Draws a figure in a worker. While one edits, what stood somewhere stays there. */
export function useFigure(
  figure: FigureData,
  language: Language,
  title: string,
  { page, kept, onArranged }: FigureOptions = {},
): Drawing {
  const [drawn, setDrawn] = useState<Drawn>();
  const [pending, setPending] = useState(true);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  // Where everything came to stand, by what was saved of it: taking a move back leads to where it was before.
  const stood = useRef({ round, by: new Map<Arrangement | undefined, Arrangement>() });
  const told = useRef(onArranged);
  told.current = onArranged;
  const { width, height } = page ?? {};
  const asKept = round === 0 && kept?.figure === figure;
  const [single, ...more] = kept?.sheets ?? [];
  const standing = more.length === 0 ? single?.arrangement : undefined;
  const picture = asKept ? single?.svg : undefined;
  useEffect(() => {
    if (stood.current.round !== round) stood.current = { round, by: new Map() };
    const { by } = stood.current;
    if (asKept && standing) by.set(figure.arrangement, standing);
    // Of a picture that is kept only the places are wanted, and of several sheets none.
    if (asKept && !(standing && picture)) return;
    const worker = new Worker(new URL('./figure-worker.ts', import.meta.url), { type: 'module' });
    if (!asKept) setPending(true);
    worker.onmessage = ({ data: { figures, places = [] } }: MessageEvent<Answer>) => {
      if (!asKept) setPending(false);
      setFailed(figures === undefined);
      if (!figures) return;
      setDrawn({ figure, language, sheets: figures.map(sheetOf), places });
      const [first] = figures;
      if (!first || figures.length > 1 || asKept) return;
      by.set(figure.arrangement, first.arrangement);
      told.current?.(first.arrangement);
    };
    worker.onerror = () => {
      setPending(false);
      setFailed(true);
    };
    const held = by.get(figure.arrangement) ?? figure.arrangement;
    const request: DrawRequest = {
      figure,
      language,
      title,
      prefix: 'case-',
      ...(width && height && { page: { width, height } }),
      ...(held && { kept: held }),
      ...(picture && { like: picture }),
    };
    worker.postMessage(request);
    return () => worker.terminate();
  }, [figure, language, title, round, width, height, asKept, standing, picture]);
  const rearrange = () => setRound((n) => n + 1);
  const placesIn = (shown: Drawn | undefined) => (shown?.places.length === 1 ? shown.places[0] : undefined);
  if (asKept) {
    const same = drawn?.figure === figure && drawn.language === language ? drawn : undefined;
    return {
      sheets: kept.sheets ?? [],
      pending: !kept.sheets,
      failed: false,
      places: placesIn(same),
      rearrange,
    };
  }
  // The picture that was there stays until the next one is drawn.
  return { sheets: drawn?.sheets ?? kept?.sheets ?? [], pending, failed, places: placesIn(drawn), rearrange };
}
