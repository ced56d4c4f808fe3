import {
  Alert,
  Button,
  type ButtonProps,
  Checkbox,
  Modal,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { InputOf, Key, ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { AssetSelect } from './asset-select.tsx';
import { ROOM } from './words.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}
export interface AskField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'number' | 'choice' | 'choices' | 'yesNo' | 'time' | 'asset';
  readonly choices?: readonly Choice[];
  readonly begin?: unknown;
  /** May be left empty. */
  readonly optional?: boolean;
}
export type Answers = Readonly<Record<string, unknown>>;

/** What every card of an incident looks at again after an act. */
export const ROOM_STALE = ['room', 'timeline', 'incident', 'incidents'];

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
export const instantOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? new Date(value).toISOString() : null;

/** A time as its field shows it, where the reader is. */
export function localTime(at: string | null): string | undefined {
  if (at === null) return undefined;
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

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

function Field({
  field: { label, kind, choices = [], optional = false },
  first,
  value,
  wrong,
  onChange,
}: {
  field: AskField;
  first: boolean;
  value: unknown;
  wrong: string | undefined;
  onChange: (value: unknown) => void;
}) {
  const common = {
    label,
    error: wrong,
    ...(first && { 'data-autofocus': true }),
    ...(!optional && kind !== 'yesNo' && { required: true }),
  };
  switch (kind) {
    case 'text':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...common}
          min={0}
          value={numberOf(value) ?? ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          searchable
          openOnFocus={false}
          clearable={optional}
          allowDeselect={optional}
          data={[...choices]}
          value={textOf(value) || null}
          onChange={onChange}
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...common}
          searchable
          openOnFocus={false}
          data={[...choices]}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={onChange}
        />
      );
    case 'asset':
      return <AssetSelect {...common} value={textOf(value)} onChange={onChange} />;
    case 'yesNo':
      return (
        <Checkbox
          label={label}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          type={kind === 'time' ? 'datetime-local' : 'text'}
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
