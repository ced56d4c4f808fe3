import { ActionIcon, Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  type Condition,
  type Conditions,
  conditionsOf,
  criterionWords,
  expressionOf,
  OPERATOR_SIGNS,
  OPERATORS,
} from '../../../../../areas/prepare/plans/rules.ts';
import {
  INPUT_NAMES,
  INPUTS,
  type InputName,
  inputOf,
  inputValueWords,
  isInputName,
} from '../../../../../areas/prepare/plans/words.ts';
import { useSpeech } from '../../language.tsx';
import { IconTrash } from '../../ui/icons.ts';
import { W } from '../../words.ts';
import { PLAN } from './words.ts';

/** A criterion as words; its text where it is more than a form can say. */
export function CriterionText({ expression }: { expression: string }) {
  const { say, language } = useSpeech();
  const words = criterionWords(expression, language);
  if (words === undefined) return <code>{expression}</code>;
  return words === '' ? <span className="quiet">{say(PLAN.byHandOnly)}</span> : <span>{words}</span>;
}

const firstValue = (input: InputName): Condition['value'] => {
  const kind = inputOf(input);
  return kind.type === 'number' ? 1 : kind.type === 'yesNo' ? true : (kind.values[0] ?? '');
};

/** Edits a criterion condition by condition, or as text where it says more than that. */
export function CriterionField({
  label,
  value,
  error,
  onChange,
}: {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const { say } = useSpeech();
  const [text, setText] = useState(false);
  const form = conditionsOf(value);
  const set = (next: Conditions) => onChange(expressionOf(next));
  return (
    <fieldset className="claim">
      <legend>{label}</legend>
      <Stack gap="xs">
        {text || !form ? (
          <TextInput
            aria-label={label}
            ff="monospace"
            value={value}
            error={error}
            onChange={(e) => onChange(e.currentTarget.value)}
          />
        ) : (
          <>
            <ConditionList
              heading={say(PLAN.all)}
              conditions={form.all}
              onChange={(all) => set({ ...form, all })}
            />
            <ConditionList
              heading={say(form.all.length > 0 ? PLAN.andAny : PLAN.any)}
              conditions={form.any}
              onChange={(any) => set({ ...form, any })}
            />
            {error && <p role="alert">{error}</p>}
          </>
        )}
        <Group gap="xs">
          {form && (
            <Button size="compact-sm" variant="subtle" onClick={() => setText(!text)}>
              {say(text ? PLAN.asForm : PLAN.asText)}
            </Button>
          )}
        </Group>
      </Stack>
    </fieldset>
  );
}

function ConditionList({
  heading,
  conditions,
  onChange,
}: {
  heading: string;
  conditions: readonly Condition[];
  onChange: (conditions: readonly Condition[]) => void;
}) {
  const { say } = useSpeech();
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <span className="quiet">{heading}</span>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onChange([...conditions, { input: 'severity', operator: '>=', value: 3 }])}
        >
          {say(PLAN.addCondition)}
        </Button>
      </Group>
      {conditions.map((condition, at) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place
          key={at}
          condition={condition}
          onChange={(next) => onChange(conditions.map((each, i) => (i === at ? next : each)))}
          onRemove={() => onChange(conditions.filter((_, i) => i !== at))}
        />
      ))}
    </Stack>
  );
}

function ConditionRow({
  condition: { input, operator, value },
  onChange,
  onRemove,
}: {
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}) {
  const { say } = useSpeech();
  const numeric = inputOf(input).type === 'number';
  return (
    <Group gap="xs" wrap="wrap">
      <Select
        aria-label={say(PLAN.input)}
        value={input}
        allowDeselect={false}
        w={240}
        data={INPUT_NAMES.map((name) => ({ value: name, label: say(INPUTS[name].name) }))}
        onChange={(next) => {
          if (next !== null && isInputName(next))
            onChange({
              input: next,
              operator: inputOf(next).type === 'number' ? '>=' : '==',
              value: firstValue(next),
            });
        }}
      />
      <Select
        aria-label={say(PLAN.operator)}
        value={operator}
        allowDeselect={false}
        w={80}
        data={OPERATORS.filter((each) => numeric || each === '==' || each === '!=').map((each) => ({
          value: each,
          label: OPERATOR_SIGNS[each],
        }))}
        onChange={(next) => next && onChange({ input, operator: next as Condition['operator'], value })}
      />
      <InputValue
        key={input}
        input={input}
        value={value}
        onChange={(next) => onChange({ input, operator, value: next })}
      />
      <ActionIcon aria-label={say(W.remove)} variant="default" onClick={onRemove}>
        <IconTrash size={14} />
      </ActionIcon>
    </Group>
  );
}

/** A value of an input, by what kind of input it is; null clears it where that is allowed. */
export function InputValue({
  input,
  value,
  label,
  onChange,
}: {
  input: InputName;
  value: Condition['value'] | undefined;
  label?: string;
  onChange: (value: Condition['value']) => void;
}) {
  const { say } = useSpeech();
  const kind = inputOf(input);
  const [written, setWritten] = useState<number | string>(typeof value === 'number' ? value : '');
  const named = label === undefined ? { 'aria-label': say(INPUTS[input].name) } : { label };
  if (kind.type === 'number')
    return (
      <NumberInput
        {...named}
        w={label === undefined ? 140 : undefined}
        value={written}
        min={kind.least}
        max={kind.most}
        thousandSeparator=","
        allowDecimal={false}
        onChange={(next) => {
          setWritten(next);
          if (next !== '') onChange(Number(next));
        }}
        // Left empty it says again what holds, for the criterion still does.
        onBlur={() => setWritten(typeof value === 'number' ? value : '')}
      />
    );
  const values = kind.type === 'yesNo' ? [true, false] : kind.values;
  return (
    <Select
      {...named}
      w={label === undefined ? 180 : undefined}
      value={value === undefined ? null : String(value)}
      allowDeselect={false}
      data={values.map((each) => ({
        value: String(each),
        label: say(inputValueWords(each) ?? { ja: String(each), en: String(each) }),
      }))}
      onChange={(next) => next !== null && onChange(kind.type === 'yesNo' ? next === 'true' : next)}
    />
  );
}
