import { NumberInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import type { ReplyOf } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { PasswordField } from './password-field.tsx';

export type Field = ReplyOf<'GET /api/respond/channels'>['channels'][number]['fields'][number];
export type Values = Readonly<Record<string, unknown>>;

/** What a form begins with, as its fields say. */
export const initialValues = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])));

interface Props {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  readonly wrong: (field: string) => string | undefined;
}

/** Draws a form from what a channel or source says about itself: adding one needs no screen. */
export function DescribedFields({ fields, values, onChange, wrong }: Props) {
  return fields.map((field) => (
    <DescribedField key={field.name} field={field} values={values} onChange={onChange} wrong={wrong} />
  ));
}

function DescribedField({
  field,
  values,
  onChange,
  wrong,
}: Omit<Props, 'fields'> & { readonly field: Field }) {
  const { say } = useSpeech();
  const set = (value: unknown) => onChange({ ...values, [field.name]: value });
  const value = values[field.name];
  const text = value === undefined || value === null ? '' : String(value);
  const common = {
    label: say(field.label),
    description: say(field.help),
    withAsterisk: field.required,
    error: wrong(`settings.${field.name}`),
  };
  switch (field.kind) {
    case 'number':
      return (
        <NumberInput
          {...common}
          value={text}
          onChange={(next) => set(next === '' ? undefined : Number(next))}
        />
      );
    case 'secret':
      return (
        <PasswordField
          {...common}
          value={text}
          autoComplete="new-password"
          onChange={(e) => set(e.currentTarget.value)}
        />
      );
    case 'switch':
      return (
        <Switch
          label={common.label}
          description={common.description}
          checked={value === true}
          onChange={(e) => set(e.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          value={text || null}
          allowDeselect={!field.required}
          data={(field.choices ?? []).map((choice) => ({ value: choice.value, label: say(choice.label) }))}
          onChange={(next) => set(next ?? undefined)}
        />
      );
    case 'words':
      return (
        <TagsInput
          {...common}
          value={
            Array.isArray(value)
              ? value.map(String)
              : [...(Array.isArray(field.initial) ? field.initial : [])]
          }
          onChange={set}
        />
      );
    case 'text':
    case 'mapping':
      return <TextInput {...common} value={text} onChange={(e) => set(e.currentTarget.value)} />;
  }
}
