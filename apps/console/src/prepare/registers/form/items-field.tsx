import './items-field.css';

import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useSpeech } from '../../../language.tsx';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '../../../ui/icons.ts';
import { Mark } from '../../../ui/mark.tsx';
import { W } from '../../../words.ts';
import { ItemWords, useItemLine } from './item-words.tsx';
import { blankOf, type Shape, type Value } from './shape.ts';
import { ITEMS } from './words.ts';

/** Where the focus goes once a list is drawn anew. */
type Landing = 'field' | 'up' | 'down' | 'line';
const LANDINGS: Readonly<Record<Landing, string>> = {
  field: '.item-open input, .item-open textarea',
  up: '[data-move="up"]:not(:disabled), [data-move="down"]',
  down: '[data-move="down"]:not(:disabled), [data-move="up"]',
  line: '.item-line',
};

/** A list of things that are many fields each: one line for each, one open at a time. */
export function ItemsField({
  label,
  shape,
  items,
  wrong,
  wrongIn,
  onChange,
  children,
}: {
  label: string;
  shape: Shape;
  items: readonly Value[];
  wrong: string | undefined;
  wrongIn: (at: number) => string | undefined;
  onChange: (items: readonly Value[]) => void;
  /** The fields of the open item. */
  children: (item: Value, at: number) => ReactNode;
}) {
  const { say, labelled } = useSpeech();
  const lineFor = useItemLine();
  const [open, setOpen] = useState<number>();
  const list = useRef<HTMLOListElement>(null);
  const landing = useRef<{ at: number; on: Landing }>(undefined);
  useEffect(() => {
    const { at, on } = landing.current ?? {};
    landing.current = undefined;
    if (at !== undefined && on) list.current?.children[at]?.querySelector<HTMLElement>(LANDINGS[on])?.focus();
  });
  const rearrange = (order: readonly number[]) =>
    onChange(
      order.flatMap((from) => {
        const item = items[from];
        return item ? [item] : [];
      }),
    );
  const move = (from: number, to: number, on: Landing) => {
    if (to < 0 || to >= items.length) return;
    const order = items.map((_, at) => at).filter((at) => at !== from);
    order.splice(to, 0, from);
    if (open !== undefined) setOpen(order.indexOf(open));
    landing.current = { at: to, on };
    rearrange(order);
  };
  const remove = (at: number) => {
    setOpen(undefined);
    landing.current = { at: Math.min(at, items.length - 2), on: 'line' };
    rearrange(items.map((_, each) => each).filter((each) => each !== at));
  };
  const byKey = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(at, event.key === 'ArrowUp' ? at - 1 : at + 1, 'line');
  };
  return (
    <fieldset className="bare" aria-label={label}>
      <Group gap="sm">
        <strong>{label}</strong>
        <span className="quiet">{items.length}</span>
        {items.length > 1 && (
          <Text className="quiet" fz="sm" visibleFrom="md">
            {say(ITEMS.keys)}
          </Text>
        )}
      </Group>
      {wrong && <p role="alert">{wrong}</p>}
      <ol className="item-list" ref={list}>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place
          <li key={at}>
            <button
              type="button"
              className="item-line"
              aria-expanded={open === at}
              onClick={() => setOpen(open === at ? undefined : at)}
              onKeyDown={(event) => byKey(event, at)}
            >
              <span className="item-number">{at + 1}</span>
              <ItemWords line={lineFor(shape, item)} />
              {open !== at && wrongIn(at) && <Mark tone="event">{wrongIn(at)}</Mark>}
            </button>
            {open === at && (
              <div className="item-open">
                <Group justify="end" gap={4}>
                  <ActionIcon
                    variant="default"
                    data-act
                    data-move="up"
                    disabled={at === 0}
                    aria-label={say(ITEMS.up)}
                    onClick={() => move(at, at - 1, 'up')}
                  >
                    <IconArrowUp size={14} />
                  </ActionIcon>
                  <ActionIcon
                    variant="default"
                    data-act
                    data-move="down"
                    disabled={at === items.length - 1}
                    aria-label={say(ITEMS.down)}
                    onClick={() => move(at, at + 1, 'down')}
                  >
                    <IconArrowDown size={14} />
                  </ActionIcon>
                  <ActionIcon
                    variant="default"
                    data-act
                    aria-label={say(W.remove)}
                    onClick={() => remove(at)}
                  >
                    <IconTrash size={14} />
                  </ActionIcon>
                </Group>
                {children(item, at)}
              </div>
            )}
          </li>
        ))}
      </ol>
      <Button
        className="item-add"
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={12} />}
        onClick={() => {
          setOpen(items.length);
          landing.current = { at: items.length, on: 'field' };
          onChange([...items, blankOf(shape) as Value]);
        }}
      >
        {labelled(say(W.add), '')}
        {label}
      </Button>
    </fieldset>
  );
}
