import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Topic } from '../../../../areas/topics.ts';
import { ApiError, apart, call, type FieldProblem, type InputOf, type Key, type ReplyOf } from '../api.ts';
import { lookAgain } from '../queries.ts';
import { tellAfter } from './toast/after-act.ts';

interface Acting<K extends Key> {
  readonly run: (input: InputOf<K>) => void;
  readonly pending: boolean;
  /** What is wrong with a field, in the server's words. */
  readonly wrong: (field: string) => string | undefined;
  /** What is wrong besides, where a form has no field for it. */
  readonly besides: (fields: readonly string[]) => string[];
  readonly data: ReplyOf<K> | undefined;
  readonly reset: () => void;
  /** Forgets what was wrong: somebody is mending it. */
  readonly clear: () => void;
}

/** An act of the user: it looks pending while it is, says what failed, and shows each wrong field at the field. */
export function useAct<K extends Key>(
  key: K,
  options: {
    done?: (reply: ReplyOf<K>) => void;
    said?: string;
    /** What it changes, for every screen that shows it. */
    stale?: readonly Topic[];
    /** There is no form to show wrong fields at. */
    formless?: boolean;
  } = {},
): Acting<K> {
  const client = useQueryClient();
  const [fields, setFields] = useState<readonly FieldProblem[]>([]);
  const mutation = useMutation({
    mutationFn: (input: InputOf<K>) => call(key, input),
    onMutate: () => setFields([]),
    onSuccess: (reply, input) => {
      lookAgain(client, options.stale ?? []);
      void tellAfter(client, key, input);
      if (options.said) notifications.show({ message: options.said, color: 'green' });
      options.done?.(reply);
    },
    onError: (error: Error) => {
      if (error instanceof ApiError && error.fields.length > 0 && options.formless)
        notifications.show({
          message: error.fields.map(apart).join(' '),
          color: 'red',
          autoClose: 10_000,
        });
      else if (error instanceof ApiError && error.fields.length > 0) {
        setFields(error.fields);
      } else notifications.show({ message: error.message, color: 'red', autoClose: 10_000 });
    },
  });
  return {
    run: (input) => mutation.mutate(input),
    pending: mutation.isPending,
    wrong: (field) => {
      const within = fields.find((each) => each.field.startsWith(`${field}.`));
      return fields.find((each) => each.field === field)?.mend ?? (within && apart(within));
    },
    besides: (known) =>
      fields
        .filter(({ field: name }) => !known.some((field) => name === field || name.startsWith(`${field}.`)))
        .map(apart),
    data: mutation.data,
    reset: mutation.reset,
    clear: () => setFields([]),
  };
}
