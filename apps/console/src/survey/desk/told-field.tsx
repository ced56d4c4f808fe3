import { Checkbox, Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { FieldKind } from '../../../../../areas/survey/content/fields/schema.ts';
import {
  ABSENCES,
  PUBLICATION,
  REPORT_PRECISIONS,
  type ReportTime,
  type Told,
} from '../../../../../areas/survey/content/schema.ts';
import {
  ABSENCE_WORDS,
  FIELD_WORDS,
  PRECISION_WORDS,
  PUBLICATION_WORDS,
} from '../../../../../areas/survey/content/words.ts';
import { inUse } from '../../../../../areas/survey/editions/rules.ts';
import { CERTAINTIES, CERTAINTY_WORDS, type Certainty } from '../../../../../kernel/certainty.ts';
import { useSpeech } from '../../language.tsx';
import { DateTimeField } from '../../ui/dates/date-time-field.tsx';
import { useZone } from '../../ui/dates/use-zone.ts';
import type { Lists } from './told-text.ts';
import { WordSelect } from './word-select.tsx';
import { DESK } from './words.ts';

/** Where nothing was said yet. */
export const EMPTY = { is: 'notStated' } as const;

/** One field: what it says, or the way in which it says nothing. */
export function ToldField({
  path,
  kind,
  lists,
  field,
  follows,
  wrong,
  onChange,
}: {
  path: keyof typeof FIELD_WORDS;
  kind: FieldKind;
  lists: Lists;
  field: Told<unknown>;
  follows: boolean;
  wrong: string | undefined;
  onChange: (next: unknown) => void;
}) {
  const { say } = useSpeech();
  const value = field.is === 'value' ? field.value : undefined;
  const told = (next: unknown) => onChange(next === undefined ? EMPTY : { is: 'value', value: next });
  return (
    <div className="report-told">
      <Value
        label={say(FIELD_WORDS[path])}
        kind={kind}
        lists={lists}
        value={value}
        wrong={wrong}
        onChange={told}
      />
      {field.is !== 'value' && (
        <Stack gap={4}>
          <Select
            label={say(DESK.ifEmpty)}
            allowDeselect={false}
            value={field.is}
            data={ABSENCES.filter((each) => follows || each !== 'withdrawn').map((each) => ({
              value: each,
              label: say(ABSENCE_WORDS[each]),
            }))}
            onChange={(is) => onChange(is === 'withheld' || is === 'withdrawn' ? { is, reason: '' } : { is })}
          />
          {'reason' in field && (
            <TextInput
              label={say(DESK.reason)}
              required
              value={field.reason}
              onChange={(event) => onChange({ is: field.is, reason: event.currentTarget.value })}
            />
          )}
        </Stack>
      )}
    </div>
  );
}

function Value({
  label,
  kind,
  lists,
  value,
  wrong,
  onChange,
}: {
  label: string;
  kind: FieldKind;
  lists: Lists;
  value: unknown;
  wrong: string | undefined;
  onChange: (next: unknown) => void;
}) {
  const { say, language } = useSpeech();
  const options = (list: string) =>
    inUse({ entries: lists.find((each) => each.list === list)?.entries ?? [] }).map(({ key, name }) => ({
      value: key,
      label: name[language],
    }));
  const area = (said: string, next: (text: string) => void) => (
    <Textarea
      label={label}
      autosize
      minRows={2}
      value={said}
      error={wrong}
      onChange={(event) => next(event.currentTarget.value)}
    />
  );
  switch (kind.kind) {
    case 'key':
      return (
        <Select
          label={label}
          clearable
          searchable
          value={typeof value === 'string' ? value : null}
          data={options(kind.list)}
          error={wrong}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'keys': {
      const chosen = Array.isArray(value) ? (value as string[]) : [];
      return (
        <Checkbox.Group
          label={label}
          value={chosen}
          error={wrong}
          onChange={(next) => onChange(next.length > 0 ? next : undefined)}
        >
          <Group gap="xs" mt={4}>
            {options(kind.list).map((each) => (
              <Checkbox key={each.value} value={each.value} label={each.label} />
            ))}
          </Group>
        </Checkbox.Group>
      );
    }
    case 'time':
      return <Time label={label} time={value as ReportTime | undefined} wrong={wrong} onChange={onChange} />;
    case 'effect': {
      const effect = value as { text: string; level: number | null } | undefined;
      const told = (text: string, level: number | null) =>
        onChange(text === '' ? undefined : { text, level });
      return (
        <>
          {area(effect?.text ?? '', (text) => told(text, effect?.level ?? null))}
          {effect && (
            <NumberInput
              label={say(DESK.level)}
              min={0}
              max={4}
              value={effect.level ?? ''}
              onChange={(level) => told(effect.text, level === '' ? null : Number(level))}
            />
          )}
        </>
      );
    }
    case 'cause': {
      const cause = value as { text: string; certainty: Certainty } | undefined;
      const certainty = cause?.certainty ?? 'unknown';
      return (
        <>
          {area(cause?.text ?? '', (text) => onChange(text === '' ? undefined : { text, certainty }))}
          {cause && (
            <WordSelect
              label={say(DESK.certainty)}
              keys={CERTAINTIES}
              words={CERTAINTY_WORDS}
              value={certainty}
              onChange={(next) => onChange({ text: cause.text, certainty: next })}
            />
          )}
        </>
      );
    }
    case 'range': {
      const range = value as { low: number; high: number } | undefined;
      const end = (which: 'low' | 'high') => (next: string | number) => {
        if (next === '') return onChange(undefined);
        const number = Number(next);
        onChange({ low: number, high: number, ...range, [which]: number });
      };
      return (
        <Group grow>
          <NumberInput
            label={say(DESK.from, { field: label })}
            min={0}
            value={range?.low ?? ''}
            error={wrong}
            onChange={end('low')}
          />
          <NumberInput
            label={say(DESK.to, { field: label })}
            min={0}
            value={range?.high ?? ''}
            onChange={end('high')}
          />
        </Group>
      );
    }
    case 'yes':
      return (
        <Select
          label={label}
          clearable
          value={value === undefined ? null : value === true ? 'yes' : 'no'}
          data={[
            { value: 'yes', label: say(DESK.yes) },
            { value: 'no', label: say(DESK.no) },
          ]}
          error={wrong}
          onChange={(next) => onChange(next === null ? undefined : next === 'yes')}
        />
      );
    case 'publication':
      return (
        <Select
          label={label}
          clearable
          value={typeof value === 'string' ? value : null}
          data={PUBLICATION.map((each) => ({ value: each, label: say(PUBLICATION_WORDS[each]) }))}
          error={wrong}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'text':
      return area(typeof value === 'string' ? value : '', (text) => onChange(text === '' ? undefined : text));
  }
}

/** A moment, and how exactly it is known. */
export function Time({
  label,
  time,
  wrong,
  onChange,
}: {
  label: string;
  time: ReportTime | undefined;
  wrong: string | undefined;
  onChange: (next: unknown) => void;
}) {
  const { say } = useSpeech();
  const zone = useZone();
  return (
    <Group grow align="start">
      <DateTimeField
        label={label}
        value={time?.at ?? null}
        error={wrong}
        onChange={(at) =>
          onChange(at === null ? undefined : { precision: 'minute', zone, clockError: null, ...time, at })
        }
      />
      {time && (
        <WordSelect
          label={say(DESK.precision)}
          keys={REPORT_PRECISIONS}
          words={PRECISION_WORDS}
          value={time.precision}
          onChange={(precision) => onChange({ ...time, precision })}
        />
      )}
    </Group>
  );
}
