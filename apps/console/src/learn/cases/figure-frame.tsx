import './figure.css';
import './paper-fonts.ts';
import { ActionIcon, Button, Group, Loader, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { IconZoomIn, IconZoomOut } from '../../ui/icons.ts';
import type { Drawing } from './use-figure.ts';
import { CASE } from './words.ts';

/** Times its printed size. */
const LARGEST = 1.6;
const ZOOMS = [100, 150, 200, 300];

/** An SVG of our own engine, put in as nodes: its text was escaped there, and nothing is parsed as HTML. */
export function Svg({ source, width, children }: { source: string; width: number; children?: ReactNode }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
    holder.current?.replaceChildren(document.importNode(parsed, true));
  }, [source]);
  // A small figure is not blown up to the width of the screen.
  const [, printed = '100%'] = /<svg[^>]*? width="([^"]+)"/.exec(source) ?? [];
  const maxWidth = `calc(${printed} * ${(width / 100) * LARGEST})`;
  return (
    <div className="figure-sheet" style={{ width: `${width}%`, maxWidth }}>
      <div ref={holder} />
      {children}
    </div>
  );
}

/** A figure with its tools. Until there is something to show, its place is kept, so that nothing jumps when it comes. */
export function FigureFrame({
  drawing,
  title,
  onRearrange,
  tools,
  overlay,
}: {
  drawing: Omit<Drawing, 'rearrange' | 'places'>;
  title: string;
  /** Has the figure laid out afresh; without it there is no button for that. */
  onRearrange?: () => void;
  /** What else can be done to it. */
  tools?: ReactNode;
  /** What lies over the picture of a single sheet. */
  overlay?: ReactNode;
}) {
  const { say } = useSpeech();
  const { sheets, pending, failed } = drawing;
  const [zoom, setZoom] = useState(0);
  return (
    <section aria-label={title} {...(pending && { 'data-drawing': true })}>
      <Group className="figure-tools" justify="end" gap={4} mb={4} mih={28}>
        {pending && (
          <>
            <Loader size="xs" aria-hidden />
            <Text size="sm" className="quiet" role="status">
              {say(CASE.drawing)}
            </Text>
          </>
        )}
        {tools}
        {onRearrange && (
          <Button size="compact-sm" variant="default" onClick={onRearrange}>
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
      {sheets.some(({ crowded }) => crowded) && !pending && (
        <Text c="red" role="status">
          {say(CASE.figureCrowded)}
        </Text>
      )}
      {failed ? (
        <Text c="red">{say(CASE.drawingFailed)}</Text>
      ) : (
        <figure
          className={sheets.length === 0 && pending ? 'figure figure-coming' : 'figure'}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={title}
        >
          {sheets.map(({ svg }) => (
            <Svg key={sheets.length === 1 ? 'only' : svg} source={svg} width={ZOOMS[zoom] ?? 100}>
              {sheets.length === 1 && overlay}
            </Svg>
          ))}
        </figure>
      )}
    </section>
  );
}
