import { useForm } from '@mantine/form';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Topic } from '../../../../../areas/topics.ts';
import type { InputOf, Key, ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../form.tsx';
import { clashes, type Draft, mergeBegun } from './merge-begun.ts';
import { faultsIn, isRequired, told } from './rules.ts';
import { FORM } from './words.ts';

const valueAt = (draft: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | null)?.[name], draft);
const isBlank = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
const paramsOf = (act: string): string[] => [...act.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
const NONE: Readonly<Record<string, string>> = {};

export interface DraftOptions<K extends Key> {
  readonly begin: Draft;
  /** Told besides what is asked, or worked out from it. */
  readonly given: (answers: Draft) => Draft;
  /** Must be filled in though the route takes them empty. */
  readonly needed?: readonly string[];
  /** Told as null until the named field within is filled in. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Where what is wrong is shown, if not at each name. */
  readonly paths?: readonly string[];
  /** What was typed before. */
  readonly start?: Draft | undefined;
  readonly onTyped?: (values: Draft) => void;
  readonly done?: ((reply: ReplyOf<K>) => void) | undefined;
  readonly said?: string | undefined;
  readonly stale?: readonly Topic[] | undefined;
}

export interface Drafting<K extends Key = Key> {
  readonly values: Readonly<Record<string, unknown>>;
  readonly set: (path: string, value: unknown) => void;
  readonly leave: (path: string) => void;
  readonly valueAt: (path: string) => unknown;
  readonly wrong: (path: string) => string | undefined;
  readonly isRequired: (path: string) => boolean;
  readonly isMissing: (path: string) => boolean;
  /** What is wrong where no field shows it. */
  readonly besides: readonly string[];
  readonly dirty: boolean;
  readonly tried: boolean;
  readonly pending: boolean;
  readonly data: ReplyOf<K> | undefined;
  /** For another of the same, after one was sent. */
  readonly again: () => void;
  readonly reset: () => void;
  readonly submit: (event: SyntheticEvent<HTMLFormElement>) => void;
}

/** What stands in a form, checked by the shape of its route while one types, and told when it is sent. */
export function useDraft<K extends Key>(
  act: K,
  shape: z.ZodObject | undefined,
  options: DraftOptions<K>,
): Drafting<K> {
  const { begin, given, groups = {}, start, onTyped } = options;
  // What stands in the address must be told, whatever else.
  const needed = [...(options.needed ?? []), ...paramsOf(act).filter((name) => name in begin)];
  const { say, language } = useSpeech();
  const form = useForm<Record<string, unknown>>({
    mode: 'controlled',
    initialValues: { ...(start ?? begin) },
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const begun = useRef(begin);
  const values = form.values;
  /** What was sent is what it begins with from then on, in whatever form the server hands it back. */
  const sent = useRef(begin);
  /** What was read when others changed what is typed here: told as `seen`, so that the server refuses to write over it. */
  const [held, setHeld] = useState<unknown>();
  const seen = given(values)['seen'];
  const read = useRef(seen);
  const forget = () => {
    setLeft(new Set());
    setTried(false);
    setHeld(undefined);
  };
  const beginText = JSON.stringify(begin);
  const seenText = JSON.stringify(seen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what it begins with, by what it says, not by which object it is.
  useEffect(() => {
    if (JSON.stringify(begun.current) !== beginText) {
      const { current: before } = read;
      if (clashes(form.getValues(), begun.current, begin)) setHeld((already: unknown) => already ?? before);
      form.setValues(mergeBegun(form.getValues(), begun.current, begin));
      begun.current = begin;
    }
    read.current = seen;
  }, [beginText, seenText]);

  const doing = useAct(act, {
    ...(options.stale && { stale: options.stale }),
    ...(options.said && { said: options.said }),
    done: (reply) => {
      begun.current = sent.current;
      forget();
      options.done?.(reply);
    },
  });
  const asked = Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const by = groups[name];
      return [name, by && isBlank(valueAt(values, by)) ? null : value];
    }),
  );
  const fixed: Draft = { ...given(values), ...(held !== undefined && { seen: held }) };
  const everything = { ...asked, ...fixed };
  const params = Object.fromEntries(paramsOf(act).map((name) => [name, everything[name]]));
  const body = shape && { ...told(shape, asked, begin), ...told(shape, fixed) };
  const missing = (path: string): boolean => needed.includes(path) && isBlank(valueAt(values, path));
  const faults = shape ? faultsIn(shape, body, language) : NONE;
  const faultAt = (path: string): string | undefined =>
    missing(path)
      ? say(FORM.fillIn)
      : (faults[path] ?? faults[Object.keys(faults).find((at) => at.startsWith(`${path}.`)) ?? '']);
  const paths = options.paths ?? Object.keys(values);
  const isAsked = (at: string): boolean => paths.some((path) => at === path || at.startsWith(`${path}.`));

  return {
    values,
    set: (path: string, value: unknown) => {
      doing.clear();
      form.setFieldValue(path, value);
      // Read back: a path may lead into a group.
      onTyped?.(form.getValues());
    },
    leave: (path: string) => setLeft((before) => new Set(before).add(path)),
    valueAt: (path: string) => valueAt(values, path),
    wrong: (path: string): string | undefined =>
      doing.wrong(path) ?? (tried || left.has(path) ? faultAt(path) : undefined),
    isRequired: (path: string): boolean => {
      const by = groups[path.split('.')[0] ?? ''];
      if (by && (by === path || isBlank(valueAt(values, by)))) return false;
      return needed.includes(path) || (shape !== undefined && isRequired(shape, path, ''));
    },
    isMissing: (path: string): boolean => isBlank(valueAt(values, path)) && faultAt(path) !== undefined,
    besides: [
      ...doing.besides(paths),
      ...(tried
        ? Object.entries(faults)
            .filter(([at]) => !isAsked(at))
            .map(([, mend]) => mend)
        : []),
    ],
    dirty: JSON.stringify(values) !== beginText,
    tried,
    pending: doing.pending,
    data: doing.data,
    again: doing.reset,
    reset: () => {
      doing.clear();
      forget();
      begun.current = begin;
      form.setValues({ ...begin });
    },
    submit: (event: SyntheticEvent<HTMLFormElement>) => {
      event.preventDefault();
      // A dialog's form stands, for React, within the page's: what is sent there is not sent here.
      event.stopPropagation();
      const whole = event.currentTarget;
      setTried(true);
      if (Object.keys(values).some(missing) || needed.some(missing) || Object.keys(faults).length > 0) {
        requestAnimationFrame(() => whole.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
        return;
      }
      sent.current = values;
      doing.run({ params, ...(body && { body }) } as unknown as InputOf<K>);
    },
  };
}
