import { Alert, Button, type ButtonProps, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Contracts } from '../../../../../areas/contract.ts';
import type { Key, ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { AskFieldView } from './ask-field.tsx';
import type { ActOf, AskedOf, AskFields, DrawnField } from './ask-types.ts';
import { type Draft, mergeBegun } from './rules.ts';
import { useDraft } from './use-draft.ts';
import { shapeOf } from './use-route-form.ts';
import { FORM } from './words.ts';

/** What every card of an incident looks at again after an act. */
export const ROOM_STALE = ['room', 'timeline', 'incident', 'incidents'];

type Drawn = readonly (readonly [name: string, field: DrawnField])[];
const drawn = (fields: Readonly<Record<string, DrawnField | false | undefined>>): Drawn =>
  Object.entries(fields).filter((each): each is [string, DrawnField] => Boolean(each[1]));

const emptyOf = ({ kind, fields = {} }: DrawnField): unknown => {
  if (kind === 'group') return beginOf(drawn(fields));
  if (kind === 'choices' || kind === 'keys' || kind === 'lines' || kind === 'people') return [];
  return kind === 'yesNo' ? false : '';
};
function beginOf(fields: Drawn): Draft {
  return Object.fromEntries(fields.map(([name, field]) => [name, field.begin ?? emptyOf(field)]));
}
/** Every field by its path, those of groups too. */
const flat = (fields: Drawn, under = ''): Drawn =>
  fields.flatMap(([name, field]) =>
    field.kind === 'group'
      ? flat(drawn(field.fields ?? {}), `${under}${name}.`)
      : [[`${under}${name}`, field] as const],
  );

interface Asking<K extends Key> extends Pick<ButtonProps, 'variant' | 'color' | 'size'> {
  readonly label: string;
  readonly submit?: string;
  /** What it does besides, said before it is done. */
  readonly hint?: string;
  /** Why it cannot be done now. */
  readonly why?: string;
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
        <AskBody
          {...asking}
          begin={begin}
          // Closed by mistake, what was typed is still there; what others changed meanwhile comes in beside it.
          start={kept && mergeBegun(kept.values, kept.begun, begin)}
          onTyped={(values) => setKept({ values, begun: begin })}
          onLeave={() => setKept(undefined)}
          onSent={() => {
            setKept(undefined);
            setOpened(false);
          }}
        />
      </Modal>
    </>
  );
}

function AskBody<K extends Key>({
  by,
  act,
  given,
  fields,
  begin,
  start,
  submit,
  hint,
  onTyped,
  onLeave,
  onSent,
  onDone,
}: Omit<AskedProps<K>, 'label'> & {
  begin: Draft;
  start: Draft | undefined;
  onTyped: (values: Draft) => void;
  onLeave: () => void;
  onSent: () => void;
}) {
  const { say, list } = useSpeech();
  const every = flat(fields);
  const draft = useDraft(act, shapeOf(by, act), {
    begin,
    given,
    start,
    onTyped,
    stale: ROOM_STALE,
    needed: every.filter(([, field]) => field.needed).map(([path]) => path),
    groups: Object.fromEntries(
      fields.flatMap(([name, { by: first }]) => (first ? [[name, `${name}.${first}`]] : [])),
    ),
    done: (reply) => {
      onSent();
      onDone?.(reply);
    },
  });
  const missing = every.filter(([path]) => draft.isMissing(path)).map(([, field]) => field.label);
  return (
    <form onSubmit={draft.submit} noValidate>
      <Stack gap="sm">
        {hint && <Text className="quiet">{hint}</Text>}
        {every.map(([path, field], i) => (
          <AskFieldView key={path} path={path} field={field} first={i === 0} draft={draft} />
        ))}
        {draft.besides.length > 0 && (
          <Alert color="red" role="alert">
            {draft.besides.map((mend) => (
              <div key={mend}>{mend}</div>
            ))}
          </Alert>
        )}
        {missing.length > 0 && (draft.dirty || draft.tried) && (
          <Text className="quiet">{say(FORM.missing, { names: list(missing) })}</Text>
        )}
        <Button type="submit" loading={draft.pending}>
          {submit ?? say(FORM.record)}
        </Button>
        {start && (
          <Button
            variant="subtle"
            onClick={() => {
              onLeave();
              draft.reset();
            }}
          >
            {say(FORM.beginAnew)}
          </Button>
        )}
      </Stack>
    </form>
  );
}
