import { Button, Checkbox, Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import {
  FIELD_GROUPS,
  type FieldKind,
  TOLD_FIELDS,
} from '../../../../../areas/survey/content/fields/schema.ts';
import {
  ABSENCES,
  PARTY_KINDS,
  PUBLICATION,
  REPORT_PRECISIONS,
  type ReportContent,
  type ReportTime,
  STEP_OUTCOMES,
  SYSTEM_KINDS,
  TLP,
  type Told,
} from '../../../../../areas/survey/content/schema.ts';
import {
  ABSENCE_WORDS,
  FIELD_WORDS,
  PARTY_WORDS,
  PRECISION_WORDS,
  PUBLICATION_WORDS,
  STEP_OUTCOME_WORDS,
  SYSTEM_WORDS,
  TLP_WORDS,
} from '../../../../../areas/survey/content/words.ts';
import { inUse } from '../../../../../areas/survey/editions/rules.ts';
import { CERTAINTIES, CERTAINTY_WORDS } from '../../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { useSpeech } from '../../language.tsx';
import { DateTimeField } from '../../ui/dates/date-time-field.tsx';
import { useZone } from '../../ui/dates/use-zone.ts';
import { W } from '../../words.ts';
import { at, type Lists, withField } from './told-text.ts';
import { DESK } from './words.ts';

const EMPTY = { is: 'notStated' } as const;
export type Wrong = (path: string) => string | undefined;

/** Every field of a report, each a value or the way in which it is none. */
export function ContentFields({
  content,
  before,
  lists,
  wrong,
  onChange,
}: {
  content: ReportContent;
  /** What was told before: it is withdrawn with a reason, never removed. */
  before: ReportContent | undefined;
  lists: Lists;
  wrong: Wrong;
  onChange: (next: ReportContent) => void;
}) {
  const { say } = useSpeech();
  const set = (path: string, value: unknown) => onChange(withField(content, path, value));
  return (
    <>
      <TextInput
        label={say(FIELD_WORDS['operator.name'])}
        value={content.operator.name}
        error={wrong('operator.name')}
        onChange={(event) => set('operator.name', event.currentTarget.value)}
      />
      <TextInput
        label={say(FIELD_WORDS['operator.department'])}
        value={content.operator.department}
        onChange={(event) => set('operator.department', event.currentTarget.value)}
      />
      <TextInput
        label={say(FIELD_WORDS.title)}
        value={content.title}
        error={wrong('title')}
        onChange={(event) => set('title', event.currentTarget.value)}
      />
      {TOLD_FIELDS.map(([path, kind]) => {
        const group = (FIELD_GROUPS as Partial<Record<string, Bilingual>>)[path];
        return (
          <div key={path}>
            {group && <h3>{say(group)}</h3>}
            <ToldField
              path={path}
              kind={kind}
              lists={lists}
              field={at(content, path) as Told<unknown>}
              follows={before !== undefined}
              wrong={wrong(path)}
              onChange={(next) => set(path, next)}
            />
          </div>
        );
      })}
      <Rows content={content} before={before} onChange={onChange} />
      <Select
        label={say(FIELD_WORDS.tlp)}
        allowDeselect={false}
        value={content.tlp}
        data={TLP.map((value) => ({ value, label: say(TLP_WORDS[value]) }))}
        onChange={(value) => set('tlp', value)}
      />
      <Textarea
        label={say(FIELD_WORDS.remarks)}
        autosize
        value={content.remarks}
        onChange={(event) => set('remarks', event.currentTarget.value)}
      />
    </>
  );
}

function ToldField({
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
      const cause = value as { text: string; certainty: string } | undefined;
      const certainty = cause?.certainty ?? 'unknown';
      return (
        <>
          {area(cause?.text ?? '', (text) => onChange(text === '' ? undefined : { text, certainty }))}
          {cause && (
            <Select
              label={say(DESK.certainty)}
              allowDeselect={false}
              value={certainty}
              data={CERTAINTIES.map((each) => ({ value: each, label: say(CERTAINTY_WORDS[each]) }))}
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

function Time({
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
        <Select
          label={say(DESK.precision)}
          allowDeselect={false}
          value={time.precision}
          data={REPORT_PRECISIONS.map((each) => ({ value: each, label: say(PRECISION_WORDS[each]) }))}
          onChange={(precision) => onChange({ ...time, precision })}
        />
      )}
    </Group>
  );
}

const LETTER = { steps: 's', parties: 'p', systems: 'y' } as const;
type Listed = keyof typeof LETTER;

/** Steps, parties and systems, a row each; what was told before is withdrawn with a reason, never removed. */
function Rows({
  content,
  before,
  onChange,
}: {
  content: ReportContent;
  before: ReportContent | undefined;
  onChange: (next: ReportContent) => void;
}) {
  const { say } = useSpeech();
  const told = (list: Listed, id: string): boolean => before?.[list].some((each) => each.id === id) === true;
  const change = (list: Listed, id: string, patch: object) =>
    onChange({
      ...content,
      [list]: content[list].map((each) => (each.id === id ? { ...each, ...patch } : each)),
    });
  const remove = (list: Listed, id: string) =>
    onChange({ ...content, [list]: content[list].filter((each) => each.id !== id) });
  const add = (list: Listed) => {
    const taken = new Set(content[list].map(({ id }) => id));
    let n = 1;
    while (taken.has(`${LETTER[list]}${n}`)) n += 1;
    const id = `${LETTER[list]}${n}`;
    if (list === 'steps')
      return onChange({
        ...content,
        steps: [...content.steps, { id, text: '', by: '', time: EMPTY, outcome: 'unknown' }],
      });
    if (list === 'parties')
      return onChange({
        ...content,
        parties: [...content.parties, { id, name: '', kind: 'other', part: '' }],
      });
    return onChange({ ...content, systems: [...content.systems, { id, name: '', kind: 'system' }] });
  };
  const end = (list: Listed, { id, withdrawn }: { id: string; withdrawn?: string | undefined }) =>
    told(list, id) ? (
      <TextInput
        label={say(DESK.takeBack)}
        value={withdrawn ?? ''}
        onChange={(event) => change(list, id, { withdrawn: event.currentTarget.value || undefined })}
      />
    ) : (
      <Button size="compact-md" variant="subtle" onClick={() => remove(list, id)}>
        {say(DESK.remove)}
      </Button>
    );
  const more = (list: Listed) => (
    <Group>
      <Button size="compact-md" variant="default" onClick={() => add(list)}>
        {say(DESK.add)}
      </Button>
    </Group>
  );
  return (
    <>
      <h3>{say(FIELD_WORDS.steps)}</h3>
      {content.steps.map((step) => (
        <div key={step.id} className="report-row">
          <Textarea
            label={say(FIELD_WORDS.steps)}
            autosize
            value={step.text}
            onChange={(event) => change('steps', step.id, { text: event.currentTarget.value })}
          />
          <TextInput
            label={say(DESK.doer)}
            value={step.by}
            onChange={(event) => change('steps', step.id, { by: event.currentTarget.value })}
          />
          <Time
            label={say(DESK.at)}
            time={step.time.is === 'value' ? step.time.value : undefined}
            wrong={undefined}
            onChange={(value) =>
              change('steps', step.id, { time: value === undefined ? EMPTY : { is: 'value', value } })
            }
          />
          <Select
            label={say(DESK.outcome)}
            allowDeselect={false}
            value={step.outcome}
            data={STEP_OUTCOMES.map((value) => ({ value, label: say(STEP_OUTCOME_WORDS[value]) }))}
            onChange={(outcome) => change('steps', step.id, { outcome })}
          />
          {end('steps', step)}
        </div>
      ))}
      {more('steps')}
      <h3>{say(FIELD_WORDS.parties)}</h3>
      {content.parties.map((party) => (
        <div key={party.id} className="report-row">
          <TextInput
            label={say(W.name)}
            value={party.name}
            onChange={(event) => change('parties', party.id, { name: event.currentTarget.value })}
          />
          <Select
            label={say(DESK.kind)}
            allowDeselect={false}
            value={party.kind}
            data={PARTY_KINDS.map((value) => ({ value, label: say(PARTY_WORDS[value]) }))}
            onChange={(kind) => change('parties', party.id, { kind })}
          />
          <TextInput
            label={say(DESK.part)}
            value={party.part}
            onChange={(event) => change('parties', party.id, { part: event.currentTarget.value })}
          />
          {end('parties', party)}
        </div>
      ))}
      {more('parties')}
      <h3>{say(FIELD_WORDS.systems)}</h3>
      {content.systems.map((system) => (
        <div key={system.id} className="report-row">
          <TextInput
            label={say(W.name)}
            value={system.name}
            onChange={(event) => change('systems', system.id, { name: event.currentTarget.value })}
          />
          <Select
            label={say(DESK.kind)}
            allowDeselect={false}
            value={system.kind}
            data={SYSTEM_KINDS.map((value) => ({ value, label: say(SYSTEM_WORDS[value]) }))}
            onChange={(kind) => change('systems', system.id, { kind })}
          />
          {end('systems', system)}
        </div>
      ))}
      {more('systems')}
    </>
  );
}
