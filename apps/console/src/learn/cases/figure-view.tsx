import { useQuery } from '@tanstack/react-query';
import { inferredOf, labelsOf, tagOf, wordsOf } from '../../../../../report/figure/rules.ts';
import type { FigureData } from '../../../../../report/figure/schema.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { FigureFrame, Svg } from './figure-frame.tsx';
import { type Drawing, useFigure } from './use-figure.ts';
import { CASE } from './words.ts';

/** A figure that is drawn here and now. */
export function FigureView({ figure, title }: { figure: FigureData; title: string }) {
  const { language } = useSpeech();
  return <FigureFrame drawing={useFigure(figure, language, title)} title={title} />;
}

/** What the server keeps of a case's figure: the picture that is printed. */
export function useKeptFigure(id: string) {
  const { language } = useSpeech();
  return useQuery(
    reading('GET /api/learn/cases/:id/figure', { params: { id }, query: { language } }, 'case'),
  );
}

export function KeptFigure({ caseId, title }: { caseId: string; title: string }) {
  const { data, isPending, isError } = useKeptFigure(caseId);
  return (
    <FigureFrame
      drawing={{ sheets: data?.sheets ?? [], pending: isPending, failed: isError }}
      title={title}
    />
  );
}

/** The figure alone, as a page shows it. */
export function FigurePicture({ sheets }: { sheets: Drawing['sheets'] }) {
  return (
    <div className="sheet-figure" aria-hidden>
      {sheets.map(({ svg }) => (
        <Svg key={svg} source={svg} width={100} />
      ))}
    </div>
  );
}

/** The labels of a figure as words, for those who listen and for those who search. */
export function FigureLabels({ figure }: { figure: FigureData }) {
  const { say, language } = useSpeech();
  const ranks = ['background', 'event', 'response', 'relation'];
  const inferred = inferredOf(figure, language);
  const labels = labelsOf(figure)
    .filter(({ label }) => label.kind !== 'relation')
    .sort(
      (a, b) =>
        ranks.indexOf(a.label.kind) - ranks.indexOf(b.label.kind) ||
        (a.label.numbers[0] ?? 0) - (b.label.numbers[0] ?? 0),
    );
  return (
    <details open>
      <summary>{say(CASE.figureList)}</summary>
      <ul>
        {labels.map(({ path, label }) => (
          <li key={path}>
            <strong>{tagOf(label, language)}</strong> {wordsOf(label, language)}
          </li>
        ))}
      </ul>
      {inferred && <p>{inferred}</p>}
    </details>
  );
}
