import { Checkbox, MultiSelect, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { keysTyped } from '../../../../../areas/respond/sweeps/rules.ts';
import { useSpeech } from '../../language.tsx';
import { DateField } from '../dates/date-field.tsx';
import { DateTimeField } from '../dates/date-time-field.tsx';
import type { DrawnField } from './ask-types.ts';
import { AssetSelect, PartySelect, PeopleSelect, PersonSelect } from './selects.tsx';
import type { Drafting } from './use-draft.ts';
import { FORM } from './words.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One field of a form as its kind is asked. */
export function AskFieldView({
  path,
  field,
  first,
  draft,
}: {
  path: string;
  field: DrawnField;
  first: boolean;
  draft: Drafting;
}) {
  const { label, help, kind, choices = [], ticked } = field;
  const value = draft.valueAt(path);
  const set = (next: unknown) => draft.set(path, next);
  const required = draft.isRequired(path);
  const common = {
    label,
    description: help,
    error: draft.wrong(path),
    required,
    onBlur: () => draft.leave(path),
    ...(first && { 'data-autofocus': true }),
  };
  switch (kind) {
    case 'text':
      return <LongText {...common} ready={field.ready} value={textOf(value)} set={set} />;
    case 'keys':
    case 'lines':
      return (
        <Items
          {...common}
          read={kind === 'keys' ? keysTyped : linesTyped}
          value={value as readonly string[]}
          set={set}
        />
      );
    case 'people':
      return <PeopleSelect {...common} value={value as readonly string[]} onChange={set} />;
    case 'number':
      return (
        <NumberInput
          {...common}
          min={0}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => set(typeof next === 'number' ? next : '')}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          searchable
          openOnFocus={false}
          clearable={!required}
          allowDeselect={!required}
          data={choices.map((each) => ({ value: String(each.value), label: each.label }))}
          value={value === '' || value === undefined ? null : String(value)}
          onChange={(next) =>
            set(choices.find((each) => String(each.value) === next)?.value ?? (next === 'null' ? null : ''))
          }
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...common}
          searchable
          openOnFocus={false}
          data={choices.map((each) => ({ value: String(each.value), label: each.label }))}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={set}
        />
      );
    case 'asset':
      return <AssetSelect {...common} value={textOf(value)} onChange={(next) => set(next ?? '')} />;
    case 'party':
      return <PartySelect {...common} value={textOf(value)} onChange={(next) => set(next ?? '')} />;
    case 'person':
      return (
        <PersonSelect
          {...common}
          value={textOf(value)}
          known={value === field.begin ? (field.beginName ?? undefined) : undefined}
          onChange={(next) => set(next ?? '')}
        />
      );
    case 'yesNo':
    case 'tick':
      return (
        <Checkbox
          label={label}
          description={help}
          error={common.error}
          checked={kind === 'tick' ? value === ticked : value === true}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            set(kind === 'yesNo' ? on : on ? ticked : '');
          }}
        />
      );
    case 'time':
      return <DateTimeField {...common} value={textOf(value) || null} onChange={(next) => set(next ?? '')} />;
    case 'day':
      return <DateField {...common} value={textOf(value) || null} onChange={(next) => set(next ?? '')} />;
    default:
      return (
        <TextInput {...common} value={textOf(value)} onChange={(event) => set(event.currentTarget.value)} />
      );
  }
}

type Common = {
  label: string;
  description: string | undefined;
  error: string | undefined;
  required: boolean;
  onBlur: () => void;
};

function LongText({
  ready = [],
  value,
  set,
  ...common
}: Common & { ready: readonly string[] | undefined; value: string; set: (value: string) => void }) {
  const { say } = useSpeech();
  const area = (
    <Textarea
      {...common}
      autosize
      minRows={2}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
  if (ready.length === 0) return area;
  return (
    <Stack gap="sm">
      <Select
        label={say(FORM.ready)}
        searchable
        openOnFocus={false}
        clearable
        data={[...new Set(ready)]}
        value={ready.includes(value) ? value : null}
        onChange={(next) => set(next ?? '')}
      />
      {area}
    </Stack>
  );
}

const linesTyped = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A list as it is pasted or typed here, and item by item for the route. */
function Items({
  read,
  value,
  set,
  ...common
}: Common & { read: (text: string) => string[]; value: readonly string[]; set: (items: string[]) => void }) {
  const [text, setText] = useState(() => value.join('\n'));
  // Emptied from elsewhere, it is empty here.
  const shown = value.length === 0 && read(text).length > 0 ? '' : text;
  return (
    <Textarea
      {...common}
      autosize
      minRows={2}
      value={shown}
      onChange={(event) => {
        setText(event.currentTarget.value);
        set(read(event.currentTarget.value));
      }}
    />
  );
}
