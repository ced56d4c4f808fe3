import { Alert, Button, type ButtonProps, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { InputOf, Key, ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Part } from '../../ui/part.tsx';
import { type Answers, type AskField, ROOM_STALE } from './ask-values.ts';
import { ROOM } from './words.ts';

/** Selects, number fields and the like come with the first dialog, or once somebody points at its button. */
const Field = lazyPart(() => import('./ask-field.tsx'), 'Field');

/** One act of the table of routes as a button and its form: what is missing is said at the field, and it closes when it is done. */
export function AskForm<K extends Key>({
  act,
  label,
  fields,
  input,
  submit,
  hint,
  why,
  onDone,
  ...button
}: {
  act: K;
  label: string;
  fields: readonly AskField[];
  input: (answers: Answers) => InputOf<K>;
  submit?: string;
  /** What it does besides, said before it is done. */
  hint?: string;
  /** Why it cannot be done now. */
  why?: string;
  onDone?: (reply: ReplyOf<K>) => void;
} & Pick<ButtonProps, 'variant' | 'color' | 'size'>) {
  const { say } = useSpeech();
  const [opened, setOpened] = useState(false);
  const [answers, setAnswers] = useState<Answers>({});
  const fresh: Answers = Object.fromEntries(fields.map(({ name, begin: value }) => [name, value ?? null]));
  const begun = JSON.stringify(fresh);
  const [kept, setKept] = useState<{ readonly answers: Answers; readonly begun: string }>();
  // Closed by mistake, what was typed is still there; sent, or changed by somebody else meanwhile, it begins anew.
  const still = kept?.begun === begun ? kept.answers : undefined;
  const begin = () => {
    setAnswers(still ?? fresh);
    setOpened(true);
  };
  const discard = () => {
    setKept(undefined);
    setAnswers(fresh);
  };
  const doing = useAct(act, {
    stale: ROOM_STALE,
    done: (reply) => {
      setKept(undefined);
      setOpened(false);
      onDone?.(reply);
    },
  });
  const besides = doing.besides(fields.map(({ name }) => name));
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        {...button}
        {...(why && { disabled: true, title: why })}
        onPointerEnter={Field.preload}
        onFocus={Field.preload}
        onClick={begin}
      >
        {label}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={label}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            doing.run(input(answers));
          }}
        >
          <Stack gap="sm">
            {hint && <Text className="quiet">{hint}</Text>}
            <Part>
              {fields.map((field, i) => (
                <Field
                  key={field.name}
                  field={field}
                  first={i === 0}
                  value={answers[field.name]}
                  wrong={doing.wrong(field.name)}
                  onChange={(value) => {
                    doing.clear();
                    const next = { ...answers, [field.name]: value };
                    setAnswers(next);
                    setKept({ answers: next, begun });
                  }}
                />
              ))}
            </Part>
            {besides.length > 0 && (
              <Alert color="red" role="alert">
                {besides.map((mend) => (
                  <div key={mend}>{mend}</div>
                ))}
              </Alert>
            )}
            <Button type="submit" loading={doing.pending}>
              {submit ?? say(ROOM.record)}
            </Button>
            {still && (
              <Button variant="subtle" onClick={discard}>
                {say(ROOM.beginAnew)}
              </Button>
            )}
          </Stack>
        </form>
      </Modal>
    </>
  );
}
