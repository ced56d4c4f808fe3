import { Button, type ButtonProps, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { Contracts } from '../../../../../areas/contract.ts';
import type { Topic } from '../../../../../areas/topics.ts';
import type { Key, ReplyOf } from '../../api.ts';
import { lazyPart } from '../lazy-part.tsx';
import { Part } from '../part.tsx';
import type { ActOf, AskedOf, AskFields, DrawnField } from './ask-types.ts';
import { beginOf, type Drawn, drawn } from './drawn.ts';
import { type Draft, mergeBegun } from './merge-begun.ts';

const AskBody = lazyPart(() => import('./ask-body.tsx'), 'AskBody');

/** What every card of an incident looks at again after an act. */
export const ROOM_STALE = ['room', 'timeline', 'incident', 'incidents'] as const satisfies readonly Topic[];

interface Asking<K extends Key> extends Pick<ButtonProps, 'variant' | 'color' | 'size'> {
  readonly label: string;
  readonly submit?: string;
  /** What it does besides, said before it is done. */
  readonly hint?: string;
  /** Why it cannot be done now. */
  readonly why?: string;
  /** What is looked at again after it; the cards of an incident unless told. */
  readonly stale?: readonly Topic[];
  readonly onDone?: (reply: ReplyOf<K>) => void;
}

/**
 * One route as a button and its form. Its fields are the names the route is told, besides those that are given: one that
 * is wrong or missing does not compile, and each is checked by the route's own shape while one types.
 */
export function AskForm<
  const C extends Contracts,
  K extends ActOf<C>,
  const G extends Partial<AskedOf<C, K>> = Record<never, never>,
  F extends Partial<AskedOf<C, K>> = Record<never, never>,
>({
  by,
  fields,
  given,
  follows,
  ...rest
}: Asking<K> & {
  by: C;
  act: K;
  /** What the route is told without asking. */
  given?: G;
  /** What it is told that follows from the answers. */
  follows?: (answers: Draft) => F;
  fields: AskFields<Omit<AskedOf<C, K>, keyof G | keyof F>>;
}) {
  return (
    <Asked
      {...rest}
      by={by}
      given={(answers) => ({ ...given, ...follows?.(answers) })}
      fields={drawn(fields as Readonly<Record<string, DrawnField | false | undefined>>)}
    />
  );
}

interface AskedProps<K extends Key> extends Asking<K> {
  readonly by: Contracts;
  readonly act: K;
  readonly given: (answers: Draft) => Draft;
  readonly fields: Drawn;
}

function Asked<K extends Key>({ label, why, variant, color, size, ...asking }: AskedProps<K>) {
  const [opened, setOpened] = useState(false);
  const [kept, setKept] = useState<{ readonly values: Draft; readonly begun: Draft }>();
  const begin = beginOf(asking.fields);
  const look = { ...(variant && { variant }), ...(color && { color }), ...(size && { size }) };
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        {...look}
        disabled={why !== undefined}
        onClick={() => setOpened(true)}
      >
        {label}
      </Button>
      {why && (
        <Text span className="quiet">
          {why}
        </Text>
      )}
      <Modal opened={opened} onClose={() => setOpened(false)} title={label}>
        <Part>
          <AskBody
            {...asking}
            stale={asking.stale ?? ROOM_STALE}
            begin={begin}
            // Closed by mistake, what was typed is still there; what others changed meanwhile comes in beside it.
            start={
              kept && {
                ...mergeBegun(kept.values, kept.begun, begin),
                ...('happened' in kept.values && { happened: kept.values['happened'] }),
              }
            }
            onTyped={(values) => setKept({ values, begun: begin })}
            onLeave={() => setKept(undefined)}
            onCancel={() => setOpened(false)}
            onSent={() => {
              setKept(undefined);
              setOpened(false);
            }}
          />
        </Part>
      </Modal>
    </>
  );
}
