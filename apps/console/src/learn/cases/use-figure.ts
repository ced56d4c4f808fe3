import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../../../../kernel/language.ts';
import type { Arrangement } from '../../../../../report/figure/arrangement.ts';
import type { DrawnFigure, FigureRequest } from '../../../../../report/figure/draw-sheets.ts';
import type { Area } from '../../../../../report/figure/geometry.ts';
import type { FigureData } from '../../../../../report/figure/schema.ts';

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

/** Draws a figure in a worker. While one edits, what stood somewhere stays there. */
export function useFigure(
  figure: FigureData,
  language: Language,
  title: string,
  { page, kept, onArranged }: FigureOptions = {},
): Drawing {
  const [drawn, setDrawn] = useState<readonly Sheet[]>([]);
  const [pending, setPending] = useState(true);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  const places = useRef<{ arrangement: Arrangement; round: number } | undefined>(undefined);
  const told = useRef(onArranged);
  told.current = onArranged;
  const { width, height } = page ?? {};
  const asKept = round === 0 && kept?.figure === figure;
  const [single, ...more] = kept?.sheets ?? [];
  const standing = more.length === 0 ? single?.arrangement : undefined;
  useEffect(() => {
    if (asKept) {
      places.current = standing && { arrangement: standing, round: 0 };
      return;
    }
    const worker = new Worker(new URL('./figure-worker.ts', import.meta.url), { type: 'module' });
    setPending(true);
    worker.onmessage = ({ data }: MessageEvent<{ figures?: DrawnFigure[]; failure?: string }>) => {
      setPending(false);
      setFailed(data.figures === undefined);
      if (!data.figures) return;
      setDrawn(data.figures.map(sheetOf));
      const [first] = data.figures;
      if (!first || data.figures.length > 1) return;
      places.current = { arrangement: first.arrangement, round };
      told.current?.(first.arrangement);
    };
    worker.onerror = () => {
      setPending(false);
      setFailed(true);
    };
    const held = places.current?.round === round ? places.current.arrangement : undefined;
    const request: FigureRequest = {
      figure,
      language,
      title,
      prefix: 'case-',
      ...(width && height && { page: { width, height } }),
      ...(held && { kept: held }),
    };
    worker.postMessage(request);
    return () => worker.terminate();
  }, [figure, language, title, round, width, height, asKept, standing]);
  const rearrange = () => setRound((n) => n + 1);
  if (asKept) return { sheets: kept.sheets ?? [], pending: !kept.sheets, failed: false, rearrange };
  // The picture that was there stays until the next one is drawn.
  return { sheets: drawn.length > 0 ? drawn : (kept?.sheets ?? []), pending, failed, rearrange };
}
