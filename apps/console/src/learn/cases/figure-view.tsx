import { useQuery } from '@tanstack/react-query';
import type { Area, Arrangement } from '../../../../../report/figure/placement.ts';
import { inferredOf, labelsOf, tagOf, wordsOf } from '../../../../../report/figure/rules.ts';
import type { FigureData } from '../../../../../report/figure/schema.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { FigureFrame, type Shown, Svg } from './figure-frame.tsx';
import { useFigure } from './use-figure.ts';
import { CASE } from './words.ts';

const isCrowded = (figures: ReturnType<typeof useFigure>['figures']): boolean =>
  figures.some(({ quality }) => quality.hardTotal > 0);

/** A figure that is drawn here and now; `editing` keeps what stands somewhere in its place. */
export function FigureView({
  figure,
  title,
  page,
  editing,
}: {
  figure: FigureData;
  title: string;
  page?: Area;
  editing?: { onArranged: (arrangement: Arrangement) => void; onRearrange: () => void };
}) {
  const { language } = useSpeech();
  const { figures, pending, failed, rearrange } = useFigure(figure, language, title, {
    ...(page && { page }),
    ...(editing && { onArranged: editing.onArranged }),
  });
  const shown: Shown = {
    svgs: figures.map(({ svg }) => svg),
    pending,
    failed,
    crowded: isCrowded(figures),
    ...(editing && {
      rearrange: () => {
        editing.onRearrange();
        rearrange();
      },
    }),
  };
  return <FigureFrame shown={shown} title={title} />;
}

/** The figure of a case as the server drew and kept it: the picture that is printed. */
export function KeptFigure({ caseId: id, title }: { caseId: string; title: string }) {
  const { language } = useSpeech();
  const { data, isPending, isError } = useQuery(
    reading('GET /api/learn/cases/:id/figure', { params: { id }, query: { language } }, 'case'),
  );
  const sheets = data?.sheets ?? [];
  const shown: Shown = {
    svgs: sheets.map(({ svg }) => svg),
    pending: isPending,
    failed: isError,
    crowded: sheets.some(({ crowded }) => crowded),
  };
  return <FigureFrame shown={shown} title={title} />;
}

/** The figure alone, as a page shows it. */
export function FigurePicture({ figure, title }: { figure: FigureData; title: string }) {
  const { language } = useSpeech();
  const { figures } = useFigure(figure, language, title);
  return (
    <div className="sheet-figure" aria-hidden>
      {figures.map(({ svg }) => (
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
