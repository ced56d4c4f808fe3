import { useSpeech } from '../../../language.tsx';
import { FigureView } from '../../../learn/cases/figure-view.tsx';
import { useFigure } from '../use-room.ts';
import { Brief } from './brief.tsx';
import { BRIEF } from './words.ts';

/** The figure in small; its name opens it large. */
export function FigureBrief({ incidentId, title }: { incidentId: string; title: string }) {
  const { say } = useSpeech();
  const figure = useFigure(incidentId).data?.figure;
  if (!figure) return null;
  return (
    <Brief title={say(BRIEF.figure)} sheet="figure" count={say(BRIEF.enlarge)}>
      {figure.boxes.length === 0 ? (
        <p className="quiet">{say(BRIEF.noFigure)}</p>
      ) : (
        <div className="brief-figure">
          <FigureView figure={figure} title={title} />
        </div>
      )}
    </Brief>
  );
}
