import './figure-canvas.css';
import { Button, Group, Select, Stack } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import {
  boxAtPoint,
  canJoin,
  type Direction,
  drawnArrows,
  dropped,
  holdsOthers,
  nudged,
  type Spot,
  withArrow,
  withoutBox,
} from '../../../../../areas/learn/cases/figures/rules.ts';
import { BOX_STATE_WORDS, BOX_WORDS, NATURE_WORDS } from '../../../../../areas/learn/cases/words.ts';
import type { Arrangement } from '../../../../../report/figure/arrangement.ts';
import { containersOf, tagOf } from '../../../../../report/figure/rules.ts';
import type { FigureData } from '../../../../../report/figure/schema.ts';
import { useSpeech } from '../../language.tsx';
import { EditPopover } from './edit-popover.tsx';
import { ArrowFields, BoxFields } from './figure-fields.tsx';
import type { FigurePlaces } from './figure-places.ts';
import { CASE } from './words.ts';

/** A box by its id, or an arrow by its place among those that are drawn. */
export type Part = { readonly box: string } | { readonly arrow: number };

type Drag =
  | { readonly is: 'press' | 'move'; readonly id: string; readonly from: Point; readonly to: Point }
  | { readonly is: 'line'; readonly id: string; readonly from: Point; readonly to: Point };
type Point = readonly [number, number];

interface Props {
  readonly figure: FigureData;
  readonly places: FigurePlaces;
  readonly arrangement: Arrangement;
  /** What the claim that one is in refers to. */
  readonly linked: readonly string[];
  readonly onChange: (figure: FigureData) => void;
  /** References of the label that is pointed at, or of all labels of what has the focus. */
  readonly onPoint: (references: readonly string[]) => void;
}

const STEPS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
/** Less than this is a press and no drag, in units of the drawing. */
const STILL = 5;
const HANDLE = 5;

const samePart = (a: Part | undefined, b: Part): boolean =>
  a !== undefined && ('box' in a ? 'box' in b && a.box === b.box : 'arrow' in b && a.arrow === b.arrow);
const middleOf = (path: readonly Point[]): Spot => {
  const [x, y] = path[Math.floor(path.length / 2)] ?? [0, 0];
  return { x: x - 8, y: y - 8, w: 16, h: 16 };
};
const sidesOf = ({ x, y, w, h }: Spot): Point[] => [
  [x + w / 2, y],
  [x + w, y + h / 2],
  [x + w / 2, y + h],
  [x, y + h / 2],
];

/**
 * What lies over a drawn figure and takes hands and keys: pressing edits in place, dragging moves, dragging from an edge
 * draws an arrow. Tab goes from box to box and arrow to arrow, arrow keys move by a cell, Enter edits, Delete removes.
 */
export function FigureCanvas({ figure, places, arrangement, linked, onChange, onPoint }: Props) {
  const { say, language, labelled, list } = useSpeech();
  const [chosen, setChosen] = useState<Part>();
  const [editing, setEditing] = useState(false);
  const [over, setOver] = useState<string>();
  const [drag, setDrag] = useState<Drag>();
  const root = useRef<HTMLDivElement>(null);
  const surface = useRef<SVGSVGElement>(null);
  const known = new Set(figure.boxes.map(({ id }) => id));
  const boxes = places.boxes.filter(({ id }) => known.has(id));
  const spots = new Map(boxes.map(({ id, spot }) => [id, spot]));
  const groups = drawnArrows(figure);
  const arrows = places.arrows.flatMap((each, at) => {
    const [first] = groups[at] ?? [];
    const data = first === undefined ? undefined : figure.arrows[first];
    return data ? [{ ...each, at, data }] : [];
  });
  const byId = new Map(figure.boxes.map((box) => [box.id, box]));
  const nameOf = (id: string): string => byId.get(id)?.name[language] || id;
  const spotOf = (part: Part): Spot | undefined => {
    if ('box' in part) return spots.get(part.box);
    const arrow = arrows.find(({ at }) => at === part.arrow);
    return arrow && (arrow.label ?? middleOf(arrow.path));
  };
  const tagsOf = (labels: FigureData['boxes'][number]['labels']): string[] =>
    labels.map((label) => tagOf(label, language) || label.text[language]);
  const wordsOfBox = (id: string): string => {
    const box = byId.get(id);
    if (!box) return id;
    const state = box.state ? [say(BOX_STATE_WORDS[box.state])] : [];
    return labelled(nameOf(id), list([say(BOX_WORDS[box.kind]), ...state, ...tagsOf(box.labels)]));
  };
  const wordsOfArrow = (at: number, { from, to, nature }: FigureData['arrows'][number]): string => {
    const labels = (groups[at] ?? []).flatMap((i) => figure.arrows[i]?.labels ?? []);
    return labelled(`${nameOf(from)} → ${nameOf(to)}`, list([say(NATURE_WORDS[nature]), ...tagsOf(labels)]));
  };
  const referencesOf = (part: Part): string[] => {
    const spot = spotOf(part);
    if (!spot) return [];
    const inside = (inner: Spot): boolean =>
      inner.x >= spot.x - 2 &&
      inner.y >= spot.y - 2 &&
      inner.x + inner.w <= spot.x + spot.w + 2 &&
      inner.y + inner.h <= spot.y + spot.h + 2;
    return places.labels.filter((label) => inside(label.spot)).flatMap(({ references }) => references);
  };

  const focusOn = (part: Part) => {
    const key = 'box' in part ? `box ${part.box}` : `arrow ${part.arrow}`;
    root.current?.querySelector<HTMLElement>(`[data-part="${CSS.escape(key)}"]`)?.focus();
  };
  const remove = (part: Part) => {
    setEditing(false);
    setChosen(undefined);
    if ('box' in part) {
      if (figure.boxes.length > 1) onChange(withoutBox(figure, part.box));
    } else {
      const gone = groups[part.arrow] ?? [];
      onChange({ ...figure, arrows: figure.arrows.filter((_, i) => !gone.includes(i)) });
    }
    root.current?.closest<HTMLElement>('figure')?.focus();
  };
  const onKeyDown = (part: Part) => (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    const to = STEPS[key];
    if (altKey || ctrlKey || metaKey) return;
    if (key === 'Delete' || key === 'Backspace') remove(part);
    else if (to && 'box' in part) {
      const next = nudged(figure, arrangement, part.box, to);
      if (next) onChange(next);
    } else return;
    event.preventDefault();
  };

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const matrix = surface.current?.getScreenCTM();
    if (!matrix) return [0, 0];
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    return [x, y];
  };
  const begin = (event: PointerEvent, is: 'press' | 'line', id: string) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    surface.current?.setPointerCapture(event.pointerId);
    const from = pointOf(event);
    setEditing(false);
    setDrag({ is, id, from, to: from });
  };
  const move = (event: PointerEvent) => {
    if (!drag) return;
    const to = pointOf(event);
    const far = Math.hypot(to[0] - drag.from[0], to[1] - drag.from[1]) > STILL;
    setDrag({ ...drag, is: drag.is === 'press' && far ? 'move' : drag.is, to });
  };
  const end = (event: PointerEvent) => {
    if (!drag) return;
    setDrag(undefined);
    const part: Part = { box: drag.id };
    const at = pointOf(event);
    setChosen(part);
    if (drag.is === 'press') {
      focusOn(part);
      setEditing(true);
    } else if (drag.is === 'move') {
      onChange(dropped(figure, arrangement, spots, drag.id, at));
      focusOn(part);
    } else {
      const target = boxAtPoint(figure, spots, at, (id) => !canJoin(figure, drag.id, id));
      if (target !== undefined) onChange(withArrow(figure, drag.id, target));
    }
  };
  useEffect(() => {
    if (!drag) return;
    const stop = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'Escape') setDrag(undefined);
    };
    document.addEventListener('keydown', stop);
    return () => document.removeEventListener('keydown', stop);
  }, [drag]);

  const inOrder = boxes.toSorted((a, b) => containersOf(byId, a.id).length - containersOf(byId, b.id).length);
  const hit = ({ id, spot: { x, y, w, h } }: (typeof boxes)[number]) => (
    <rect
      key={id}
      className="figure-hit"
      data-chosen={samePart(chosen, { box: id })}
      x={x}
      y={y}
      width={w}
      height={h}
      rx={3}
      onPointerEnter={() => setOver(id)}
      onPointerDown={(event) => begin(event, 'press', id)}
    />
  );
  const handled = drag ? undefined : (over ?? (chosen && 'box' in chosen ? chosen.box : undefined));
  const handledSpot = handled === undefined ? undefined : spots.get(handled);
  const moving = drag?.is === 'move' ? spots.get(drag.id) : undefined;
  const target =
    drag && drag.is !== 'press'
      ? boxAtPoint(figure, spots, drag.to, (id) =>
          drag.is === 'line'
            ? !canJoin(figure, drag.id, id)
            : id === drag.id || containersOf(byId, id).includes(drag.id) || !holdsOthers(figure, id),
        )
      : undefined;
  const targetSpot = target === undefined ? undefined : spots.get(target);
  const percent = ({ x, y, w, h }: Spot) => ({
    left: `${(x / places.width) * 100}%`,
    top: `${(y / places.height) * 100}%`,
    width: `${(w / places.width) * 100}%`,
    height: `${(h / places.height) * 100}%`,
  });
  const spotButton = (part: Part, words: string) => {
    const spot = spotOf(part);
    if (!spot) return null;
    const key = 'box' in part ? `box ${part.box}` : `arrow ${part.arrow}`;
    return (
      <button
        key={key}
        type="button"
        className="figure-spot"
        data-part={key}
        aria-label={words}
        style={percent(spot)}
        onFocus={() => {
          setChosen(part);
          onPoint(referencesOf(part));
        }}
        onBlur={() => onPoint([])}
        onClick={() => {
          setChosen(part);
          setEditing(true);
        }}
        onKeyDown={onKeyDown(part)}
      />
    );
  };
  const chosenSpot = chosen && spotOf(chosen);
  const close = () => {
    setEditing(false);
    if (chosen) focusOn(chosen);
  };
  return (
    <div ref={root} className="figure-canvas" onPointerLeave={() => setOver(undefined)}>
      <svg
        ref={surface}
        aria-hidden
        viewBox={`0 0 ${places.width} ${places.height}`}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={() => setDrag(undefined)}
      >
        {inOrder.filter(({ id }) => holdsOthers(figure, id)).map(hit)}
        {arrows.map(({ at, path }) => (
          <path
            key={at}
            className="figure-hit-line"
            data-chosen={samePart(chosen, { arrow: at })}
            d={path.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')}
            onPointerDown={(event) => {
              event.preventDefault();
              focusOn({ arrow: at });
              setEditing(true);
            }}
          />
        ))}
        {inOrder.filter(({ id }) => !holdsOthers(figure, id)).map(hit)}
        {arrows.map(
          ({ at, label }) =>
            label && (
              <rect
                key={at}
                className="figure-hit"
                data-chosen={samePart(chosen, { arrow: at })}
                x={label.x}
                y={label.y}
                width={label.w}
                height={label.h}
                onPointerDown={(event) => {
                  event.preventDefault();
                  focusOn({ arrow: at });
                  setEditing(true);
                }}
                onPointerEnter={() => onPoint(referencesOf({ arrow: at }))}
                onPointerLeave={() => onPoint([])}
              />
            ),
        )}
        {places.labels.map(({ references, spot: { x, y, w, h } }, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a label is its place
            key={i}
            className="figure-link"
            data-linked={references.some((each) => linked.includes(each))}
            x={x - 2}
            y={y - 2}
            width={w + 4}
            height={h + 4}
            rx={4}
          />
        ))}
        {targetSpot && (
          <rect
            className="figure-target"
            x={targetSpot.x - 2}
            y={targetSpot.y - 2}
            width={targetSpot.w + 4}
            height={targetSpot.h + 4}
            rx={4}
          />
        )}
        {handledSpot &&
          handled !== undefined &&
          sidesOf(handledSpot).map(([x, y], i) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: a handle is its side
              key={i}
              className="figure-handle"
              cx={x}
              cy={y}
              r={HANDLE}
              onPointerDown={(event) => begin(event, 'line', handled)}
            >
              <title>{say(CASE.drawArrow)}</title>
            </circle>
          ))}
        {moving && drag && (
          <rect
            className="figure-moving"
            x={moving.x + drag.to[0] - drag.from[0]}
            y={moving.y + drag.to[1] - drag.from[1]}
            width={moving.w}
            height={moving.h}
            rx={3}
          />
        )}
        {drag?.is === 'line' && (
          <line
            className="figure-moving"
            x1={drag.from[0]}
            y1={drag.from[1]}
            x2={drag.to[0]}
            y2={drag.to[1]}
          />
        )}
      </svg>
      {boxes.map(({ id }) => spotButton({ box: id }, wordsOfBox(id)))}
      {arrows.map(({ at, data }) => spotButton({ arrow: at }, wordsOfArrow(at, data)))}
      <EditPopover
        title={chosen ? ('box' in chosen ? nameOf(chosen.box) : say(CASE.arrows)) : ''}
        opened={editing && chosenSpot !== undefined}
        onClose={close}
        target={<div className="figure-anchor" style={chosenSpot && percent(chosenSpot)} />}
      >
        {chosen && 'box' in chosen && (
          <>
            <BoxFields
              figure={figure}
              at={figure.boxes.findIndex(({ id }) => id === chosen.box)}
              onChange={onChange}
              onRemove={() => remove(chosen)}
            />
            <ArrowTo figure={figure} from={chosen.box} onChange={onChange} />
          </>
        )}
        {chosen && 'arrow' in chosen && (
          <Stack gap="md">
            {(groups[chosen.arrow] ?? []).map((at) => (
              <div key={at}>
                <ArrowFields figure={figure} at={at} onChange={onChange} onRemove={() => remove(chosen)} />
              </div>
            ))}
          </Stack>
        )}
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {say(CASE.doneEditing)}
          </Button>
        </Group>
      </EditPopover>
    </div>
  );
}

/** An arrow drawn by choosing where it leads. */
function ArrowTo({
  figure,
  from,
  onChange,
}: {
  figure: FigureData;
  from: string;
  onChange: (figure: FigureData) => void;
}) {
  const { say, language } = useSpeech();
  const data = figure.boxes
    .filter(({ id }) => canJoin(figure, from, id))
    .map(({ id, name }) => ({ value: id, label: name[language] || id }));
  if (data.length === 0) return null;
  return (
    <Select
      label={say(CASE.arrowTo)}
      placeholder={say(CASE.chooseBox)}
      value={null}
      searchable
      data={data}
      onChange={(to) => to && onChange(withArrow(figure, from, to))}
    />
  );
}
