import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../../../../kernel/language.ts';
import type { DrawnFigure, FigureRequest } from '../../../../../report/figure/draw-sheets.ts';
import type { Area, Arrangement } from '../../../../../report/figure/placement.ts';
import type { FigureData } from '../../../../../report/figure/schema.ts';

interface Drawing {
  readonly figures: readonly DrawnFigure[];
  readonly pending: boolean;
  readonly failed: boolean;
  /** Forgets the positions kept so far and lays the figure out afresh. */
  readonly rearrange: () => void;
}

export interface FigureOptions {
  /** The room it has on its page. */
  readonly page?: Area;
  /** Told where everything stands whenever the figure was drawn on one sheet. */
  readonly onArranged?: (arrangement: Arrangement) => void;
}

/** Draws a figure in a worker. While one edits, what stood somewhere stays there. */
export function useFigure(
  figure: FigureData,
  language: Language,
  title: string,
  { page, onArranged }: FigureOptions = {},
): Drawing {
  const [figures, setFigures] = useState<readonly DrawnFigure[]>([]);
  const [pending, setPending] = useState(true);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  const kept = useRef<{ arrangement: Arrangement; round: number } | undefined>(undefined);
  const told = useRef(onArranged);
  told.current = onArranged;
  const { width, height } = page ?? {};
  useEffect(() => {
    const worker = new Worker(new URL('./figure-worker.ts', import.meta.url), { type: 'module' });
    setPending(true);
    worker.onmessage = ({ data }: MessageEvent<{ figures?: DrawnFigure[]; failure?: string }>) => {
      setPending(false);
      setFailed(data.figures === undefined);
      if (!data.figures) return;
      setFigures(data.figures);
      const [first] = data.figures;
      if (!first || data.figures.length > 1) return;
      kept.current = { arrangement: first.arrangement, round };
      told.current?.(first.arrangement);
    };
    worker.onerror = () => {
      setPending(false);
      setFailed(true);
    };
    const held = kept.current?.round === round ? kept.current.arrangement : undefined;
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
  }, [figure, language, title, round, width, height]);
  return { figures, pending, failed, rearrange: () => setRound((n) => n + 1) };
}
