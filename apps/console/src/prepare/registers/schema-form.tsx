import {
  Checkbox,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { WEEKDAY_WORDS } from '../../../../../areas/prepare/calendars/words.ts';
import { type InputName, inputOf, isInputName } from '../../../../../areas/prepare/plans/words.ts';
import type { RegisterKind } from '../../../../../areas/prepare/registers/schema.ts';
import { useSpeech } from '../../language.tsx';
import { DateField, TimeField, WallTimeField } from '../../ui/dates/date-field.tsx';
import { DaysField } from '../../ui/dates/days-field.tsx';
import { SearchMultiSelect, SearchSelect } from '../../ui/forms/search-select.tsx';
import { CriterionField, InputValue } from '../plans/criterion.tsx';
import { ItemsField } from './form/items-field.tsx';
import { keyFollowing, keysIn, keysWithin, mentions, oneOfList } from './form/keys.ts';
import { KindWritten, useKind } from './form/kind-written.ts';
import { coreOf, isCriterion, isNullable, type Shape, shapeOf, textKind, type Value } from './form/shape.ts';
import { ITEMS } from './form/words.ts';
import { useFieldChoices } from './use-choices.ts';

/** Draws a form from the shape of an entry: what the shape refuses, the form cannot promise. */
export function SchemaForm({
  kind,
  value,
  saved,
  onChange,
  wrong,
  only,
}: {
  kind: RegisterKind;
  value: Value;
  /** The entry as it was kept before; undefined for a new one. */
  saved: Value | undefined;
  onChange: (value: Value) => void;
  wrong: (field: string) => string | undefined;
  /** The fields that are shown; all, where nothing is said. */
  only?: readonly string[];
}) {
  const { key: own, ...others } = saved ?? {};
  const written = {
    kind,
    entry: value,
    kept: (key: string) => key === own || keysWithin(others).has(key),
  };
  return (
    <KindWritten value={written}>
      <Stack gap="sm">
        <Fields
          shape={shapeOf(kind.shape)}
          path=""
          value={value}
          onChange={onChange}
          wrong={wrong}
          only={only}
        />
      </Stack>
    </KindWritten>
  );
}

interface FieldProps {
  readonly name: string;
  readonly shape: Shape;
  readonly path: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly wrong: (field: string) => string | undefined;
}

function Fields({
  shape,
  path,
  value,
  onChange,
  wrong,
  only,
}: {
  shape: Shape;
  path: string;
  value: Value;
  onChange: (value: Value) => void;
  wrong: (field: string) => string | undefined;
  only?: readonly string[] | undefined;
}) {
  const names = Object.keys(shape.properties ?? {}).filter((name) => !only || only.includes(name));
  // The key comes last: it makes itself.
  return names
    .toSorted((one, other) => Number(one === 'key') - Number(other === 'key'))
    .map((name) => {
      const at = {
        name,
        shape: shape.properties?.[name] ?? {},
        path: path ? `${path}.${name}` : name,
        value: value[name],
        wrong,
        onChange: (next: unknown) => onChange({ ...value, [name]: next }),
      };
      if (name === 'key') return <KeyField key={name} {...at} />;
      if (name === 'value' && typeof value['input'] === 'string' && isInputName(value['input']))
        return <SampleValue key={name} {...at} input={value['input']} />;
      return <Field key={name} {...at} />;
    });
}

function Field(props: FieldProps) {
  const { name, shape, path, value, onChange, wrong } = props;
  const { fieldName, valueName, target } = useKind();
  const choices = useFieldChoices(name, path, target(name));
  const nullable = isNullable(shape);
  const core = coreOf(shape);
  const common = { label: fieldName(name), error: wrong(path) };
  const empty = nullable ? null : '';
  if (isCriterion(name))
    return (
      <CriterionField
        label={common.label}
        value={String(value ?? '')}
        error={common.error}
        onChange={onChange}
      />
    );
  if (core.type === 'array') return <ListField {...props} shape={core} />;
  if (core.type === 'object')
    return (
      <fieldset className="claim">
        <legend>{common.label}</legend>
        <Fields shape={core} path={path} value={(value ?? {}) as Value} onChange={onChange} wrong={wrong} />
      </fieldset>
    );
  if (core.enum)
    return (
      <Select
        {...common}
        value={(value as string | null) ?? null}
        allowDeselect={nullable}
        onChange={(next) => onChange(next)}
        data={core.enum.map((each) => ({
          value: each,
          label: valueName(each),
        }))}
      />
    );
  if (choices?.source)
    return (
      <SearchSelect
        {...common}
        source={choices.source}
        clearable={nullable}
        value={(value as string | null) ?? ''}
        onChange={(next) => onChange(next ?? empty)}
      />
    );
  if (choices && core.type === 'integer')
    return (
      <Select
        {...common}
        allowDeselect={false}
        value={String(value)}
        onChange={(next) => onChange(Number(next))}
        data={[...choices.listed]}
      />
    );
  if (choices)
    return (
      <Select
        {...common}
        searchable
        clearable={nullable}
        value={(value as string | null) || null}
        onChange={(next) => onChange(next ?? empty)}
        data={[...choices.listed]}
      />
    );
  if (core.type === 'integer')
    return (
      <NumberInput
        {...common}
        value={(value as number | null) ?? ''}
        onChange={(next) => onChange(next === '' ? (nullable ? null : 0) : Number(next))}
      />
    );
  if (core.type === 'boolean')
    return (
      <Checkbox {...common} checked={value === true} onChange={(e) => onChange(e.currentTarget.checked)} />
    );
  const text = (value as string | null) ?? '';
  const dated = {
    ...common,
    value: text || null,
    onChange: (next: string | null) => onChange(next ?? empty),
  };
  switch (textKind(core)) {
    case 'day':
      return <DateField {...dated} />;
    case 'wallTime':
      return <WallTimeField {...dated} />;
    case 'clock':
      return <TimeField {...dated} />;
    case 'long':
      return <Textarea {...common} autosize value={text} onChange={(e) => onChange(e.currentTarget.value)} />;
    default:
      return (
        <TextInput {...common} value={text} onChange={(e) => onChange(e.currentTarget.value || empty)} />
      );
  }
}

/** The value of an input that a sample gives: a number, or one of the words of the input. */
function SampleValue({ name, value, onChange, wrong, path, input }: FieldProps & { input: InputName }) {
  const { fieldName } = useKind();
  const text = String(value ?? '');
  const given = inputOf(input).type === 'number' ? Number(text) : text;
  return (
    <>
      <InputValue
        key={input}
        input={input}
        label={fieldName(name)}
        value={text === '' ? undefined : given}
        onChange={(next) => onChange(String(next))}
      />
      {wrong(path) && <p role="alert">{wrong(path)}</p>}
    </>
  );
}

/** What files call a thing: it makes itself from the name, and whoever needs another opens it. */
function KeyField({ path, value, onChange, wrong }: FieldProps) {
  const { say } = useSpeech();
  const { written } = useKind();
  const key = String(value ?? '');
  const fault = wrong(path);
  return (
    <details open={fault !== undefined || undefined}>
      <summary className="quiet">{say(ITEMS.keyAdvanced)}</summary>
      <TextInput
        aria-label={say(ITEMS.keyAdvanced)}
        description={say(ITEMS.keyHint)}
        error={fault}
        // An entry is known by its key to the server; it would be another one under another.
        readOnly={path === 'key' && key !== '' && written?.kept(key) === true}
        value={key}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </details>
  );
}

function ListField({ name, shape, path, value, onChange, wrong }: FieldProps) {
  const { say } = useSpeech();
  const { fieldName, valueName, target, written } = useKind();
  const choices = useFieldChoices(name, path, target(name));
  const items = (value ?? []) as unknown[];
  const item = shape.items ?? {};
  const common = { label: fieldName(name), error: wrong(path) };
  if (item.enum)
    return (
      <MultiSelect
        {...common}
        value={items as string[]}
        onChange={onChange}
        data={item.enum.map((each) => ({
          value: each,
          label: valueName(each),
        }))}
      />
    );
  if (choices?.source)
    return (
      <SearchMultiSelect {...common} source={choices.source} value={items as string[]} onChange={onChange} />
    );
  if (choices)
    return (
      <MultiSelect
        {...common}
        searchable
        value={items as string[]}
        onChange={onChange}
        data={[...choices.listed]}
      />
    );
  if (item.type === 'integer')
    return (
      <MultiSelect
        {...common}
        value={items.map(String)}
        onChange={(next) => onChange(next.map(Number))}
        data={WEEKDAY_WORDS.map((word, at) => ({ value: String(at + 1), label: say(word) }))}
      />
    );
  if (item.type === 'string') {
    const kind = textKind(item);
    const texts = { ...common, value: items as string[], onChange };
    if (kind === 'day' || kind === 'dayOfYear')
      return <DaysField {...texts} everyYear={kind === 'dayOfYear'} />;
    return <TagsInput {...texts} />;
  }
  const things = items as Value[];
  const change = (at: number, next: Value) =>
    onChange(
      things.map((each, i) => {
        if (i !== at) return each;
        if (item.properties?.['key'] === undefined) return next;
        const key = String(each['key'] ?? '');
        return {
          ...next,
          key: keyFollowing(each, next, {
            taken: keysIn(things.filter((_, other) => other !== at)),
            known: key !== '' && (written?.kept(key) === true || mentions(written?.entry, key)),
            otherwise: oneOfList(name),
          }),
        };
      }),
    );
  return (
    <ItemsField
      label={common.label}
      shape={item}
      items={things}
      wrong={things.length === 0 ? common.error : undefined}
      wrongIn={(at) => wrong(`${path}.${at}`)}
      onChange={onChange}
    >
      {(each, at) => (
        <Stack gap="sm">
          <Fields
            shape={item}
            path={`${path}.${at}`}
            value={each}
            onChange={(next) => change(at, next)}
            wrong={wrong}
          />
        </Stack>
      )}
    </ItemsField>
  );
}
