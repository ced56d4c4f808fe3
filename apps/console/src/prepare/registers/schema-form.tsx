import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { createContext, useContext } from 'react';
import { z } from 'zod';
import { WEEKDAY_WORDS } from '../../../../../areas/prepare/calendars/words.ts';
import { COMMON_FIELDS, type RegisterKind } from '../../../../../areas/prepare/registers/schema.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { useSpeech } from '../../language.tsx';
import { DateField, WallTimeField } from '../../ui/dates/date-field.tsx';
import { SearchMultiSelect, SearchSelect } from '../../ui/forms/search-select.tsx';
import { IconPlus, IconTrash } from '../../ui/icons.ts';
import { W } from '../../words.ts';
import { CriterionField } from '../plans/criterion.tsx';
import { useFieldChoices } from './use-choices.ts';

/** The part of a JSON Schema (2020-12) that our shapes use. */
interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly default?: unknown;
}
type Value = Record<string, unknown>;

/** What a shape begins with when nobody has written anything. */
function blankOf(shape: Shape): unknown {
  if (shape.default !== undefined) return structuredClone(shape.default);
  if (shape.anyOf) return null;
  if (shape.enum) return shape.enum[0];
  if (shape.type === 'array') return [];
  if (shape.type === 'object')
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([name, each]) => [name, blankOf(each)]),
    );
  if (shape.type === 'integer') return 0;
  if (shape.type === 'boolean') return false;
  return '';
}

export const shapeOf = (schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: 'input' }) as Shape;
export const blankEntry = (schema: z.ZodType): Value => blankOf(shapeOf(schema)) as Value;

/** Fields that hold a criterion. */
const CRITERIA: readonly string[] = ['activation', 'when'];

/** The register whose entry is written: it says what its fields and values are called, and where they point. */
const KindWritten = createContext<RegisterKind | undefined>(undefined);

function useKind() {
  const kind = useContext(KindWritten);
  const { say } = useSpeech();
  const spoken = (words: Bilingual | undefined, name: string) => (words ? say(words) : name);
  return {
    fieldName: (name: string) =>
      spoken((COMMON_FIELDS as Readonly<Record<string, Bilingual>>)[name] ?? kind?.fields[name], name),
    valueName: (value: string) => spoken(kind?.values[value], value),
    target: (name: string) => kind?.points[name] ?? kind?.recalls[name],
  };
}

/** Draws a form from the shape of an entry: what the shape refuses, the form cannot promise. */
export function SchemaForm({
  kind,
  value,
  onChange,
  wrong,
  fixed = [],
}: {
  kind: RegisterKind;
  value: Value;
  onChange: (value: Value) => void;
  wrong: (field: string) => string | undefined;
  fixed?: readonly string[];
}) {
  return (
    <KindWritten value={kind}>
      <Stack gap="sm">
        <Fields
          shape={shapeOf(kind.shape)}
          path=""
          value={value}
          onChange={onChange}
          wrong={wrong}
          fixed={fixed}
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
  readonly disabled?: boolean;
}

function Fields({
  shape,
  path,
  value,
  onChange,
  wrong,
  fixed = [],
}: {
  shape: Shape;
  path: string;
  value: Value;
  onChange: (value: Value) => void;
  wrong: (field: string) => string | undefined;
  fixed?: readonly string[];
}) {
  return Object.entries(shape.properties ?? {}).map(([name, each]) => (
    <Field
      key={name}
      name={name}
      shape={each}
      path={path ? `${path}.${name}` : name}
      value={value[name]}
      disabled={fixed.includes(name)}
      wrong={wrong}
      onChange={(next) => onChange({ ...value, [name]: next })}
    />
  ));
}

function Field(props: FieldProps) {
  const { name, shape, path, value, onChange, wrong, disabled = false } = props;
  const { fieldName, valueName, target } = useKind();
  const choices = useFieldChoices(name, path, target(name));
  const nullable = shape.anyOf !== undefined;
  const core = shape.anyOf?.find(({ type }) => type !== 'null') ?? shape;
  const common = { label: fieldName(name), error: wrong(path), disabled };
  const empty = nullable ? null : '';
  if (CRITERIA.includes(name))
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
  if (choices)
    return (
      <Select
        {...common}
        searchable
        clearable={nullable}
        value={(value as string | null) ?? null}
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
  if (core.format === 'date' || name === 'start')
    return <DateField {...common} value={text || null} onChange={(day) => onChange(day ?? empty)} />;
  if (core.pattern?.includes('T('))
    return <WallTimeField {...common} value={text || null} onChange={(at) => onChange(at ?? empty)} />;
  if ((core.maxLength ?? 0) > 500)
    return <Textarea {...common} autosize value={text} onChange={(e) => onChange(e.currentTarget.value)} />;
  return <TextInput {...common} value={text} onChange={(e) => onChange(e.currentTarget.value || empty)} />;
}

function ListField({ name, shape, path, value, onChange, wrong }: FieldProps) {
  const { say, labelled } = useSpeech();
  const { fieldName, valueName, target } = useKind();
  const choices = useFieldChoices(name, path, target(name));
  const items = (value ?? []) as unknown[];
  const item = shape.items ?? {};
  const label = fieldName(name);
  if (item.enum)
    return (
      <MultiSelect
        label={label}
        error={wrong(path)}
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
      <SearchMultiSelect
        label={label}
        error={wrong(path)}
        source={choices.source}
        value={items as string[]}
        onChange={onChange}
      />
    );
  if (choices)
    return (
      <MultiSelect
        label={label}
        error={wrong(path)}
        searchable
        value={items as string[]}
        onChange={onChange}
        data={[...choices.listed]}
      />
    );
  if (item.type === 'integer')
    return (
      <MultiSelect
        label={label}
        error={wrong(path)}
        value={items.map(String)}
        onChange={(next) => onChange(next.map(Number))}
        data={WEEKDAY_WORDS.map((word, at) => ({ value: String(at + 1), label: say(word) }))}
      />
    );
  if (item.type === 'string')
    return <TagsInput label={label} error={wrong(path)} value={items as string[]} onChange={onChange} />;
  const swap = (at: number, next: unknown) => onChange(items.map((each, i) => (i === at ? next : each)));
  return (
    <div>
      <strong>{label}</strong>
      {wrong(path) && <p role="alert">{wrong(path)}</p>}
      <Stack gap="xs" mt={4}>
        {items.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place
          <fieldset key={at} className="claim">
            <Group justify="space-between">
              <span className="quiet">{at + 1}</span>
              <ActionIcon
                aria-label={say(W.remove)}
                variant="default"
                onClick={() => onChange(items.filter((_, i) => i !== at))}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </Group>
            <Fields
              shape={item}
              path={`${path}.${at}`}
              value={each as Value}
              onChange={(next) => swap(at, next)}
              wrong={wrong}
            />
          </fieldset>
        ))}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={12} />}
            onClick={() => onChange([...items, blankOf(item)])}
          >
            {labelled(say(W.add), '')}
            {label}
          </Button>
        </Group>
      </Stack>
    </div>
  );
}
