import { Checkbox, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { type AskField, numberOf, textOf } from './ask-values.ts';
import { AssetSelect } from './asset-select.tsx';

export function Field({
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
