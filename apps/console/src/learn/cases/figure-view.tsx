import './figure.css';
import './paper-fonts.ts';
import { ActionIcon, Button, Group, Loader, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { labelsOf, tagOf } from '../../../../../report/figure/rules.ts';
import type { FigureData } from '../../../../../report/figure/schema.ts';
import { useSpeech } from '../../language.tsx';
import { IconZoomIn, IconZoomOut } from '../../ui/icons.ts';
import { useFigure } from './use-figure.ts';
import { CASE } from './words.ts';

/** Times its printed size. */
const LARGEST = 1.6;
const ZOOMS = [100, 150, 200, 300];

/** An SVG of our own engine, put in as nodes: its text was escaped there, and nothing is parsed as HTML. */
function Svg({ source, width }: { source: string; width: number }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
    const svg = document.importNode(parsed, true);
    // A small figure is not blown up to the width of the screen.
    svg.style.maxWidth = `calc(${parsed.getAttribute('width')} * ${(width / 100) * LARGEST})`;
    holder.current?.replaceChildren(svg);
  }, [source, width]);
  return <div ref={holder} style={{ width: `${width}%` }} />;
}

/** `editing` keeps what stands somewhere in its place and offers to arrange everything afresh. */
export function FigureView({
  figure,
  title,
  editing = false,
}: {
  figure: FigureData;
  title: string;
  editing?: boolean;
}) {
  const { say, language } = useSpeech();
  const { figures, pending, failed, rearrange } = useFigure(figure, language, title);
  const [zoom, setZoom] = useState(0);
  return (
    <section aria-label={title}>
      <Group className="figure-tools" justify="end" gap={4} mb={4} mih={28}>
        {pending && (
          <>
            <Loader size="xs" aria-hidden />
            <Text size="sm" className="quiet" role="status">
              {say(CASE.drawing)}
            </Text>
          </>
        )}
        {editing && (
          <Button size="compact-sm" variant="default" onClick={rearrange}>
            {say(CASE.rearrange)}
          </Button>
        )}
        <ActionIcon
          variant="default"
          aria-label={say(CASE.zoomOut)}
          disabled={zoom === 0}
          onClick={() => setZoom((z) => z - 1)}
        >
          <IconZoomOut size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={say(CASE.zoomIn)}
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => setZoom((z) => z + 1)}
        >
          <IconZoomIn size={16} />
        </ActionIcon>
      </Group>
      {figures.some(({ quality }) => Object.values(quality.hard).some((count) => count > 0)) && !pending && (
        <Text c="red" role="status">
          {say(CASE.figureCrowded)}
        </Text>
      )}
      {failed ? (
        <Text c="red">{say(CASE.drawingFailed)}</Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <figure className="figure" tabIndex={0} aria-label={title}>
          {figures.map(({ svg }) => (
            <Svg key={svg} source={svg} width={ZOOMS[zoom] ?? 100} />
          ))}
        </figure>
      )}
    </section>
  );
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
            <strong>{tagOf(label, language)}</strong> {label.text[language]}
          </li>
        ))}
      </ul>
    </details>
  );
}
