import { Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import {
  type Deadline,
  REPORT_STAGES,
  type Span,
  STARTS,
} from '../../../../../areas/respond/regimes/schema.ts';
import {
  dueWords,
  STAGE_WORDS,
  START_WORDS,
  UNIT_WORDS,
} from '../../../../../areas/respond/regimes/words.ts';
import { useSpeech } from '../../language.tsx';
import { IconPlus } from '../../ui/icons.ts';
import { W } from '../../words.ts';
import { REGIMES } from './words.ts';

const UNITS = ['hours', 'days', 'months'] as const;
const NONE = 'none';
const DAY: Span = { count: 1, unit: 'days' };
/** What a new one begins with. */
export const FIRST_DEADLINE: Deadline = {
  stage: 'first',
  starts: 'knowing',
  within: null,
  wrongful: null,
  reminders: null,
};
const inOrder = (deadlines: readonly Deadline[]): Deadline[] =>
  deadlines.toSorted((a, b) => REPORT_STAGES.indexOf(a.stage) - REPORT_STAGES.indexOf(b.stage));

/** The deadlines of a regime, the first report first. */
export function DeadlinesField({
  deadlines,
  wrong,
  onChange,
}: {
  deadlines: readonly Deadline[];
  wrong: (field: string) => string | undefined;
  onChange: (deadlines: Deadline[]) => void;
}) {
  const { say } = useSpeech();
  const next = REPORT_STAGES.find((stage) => !deadlines.some((each) => each.stage === stage));
  return (
    <Stack gap="sm">
      <strong>{say(REGIMES.deadlines)}</strong>
      {wrong('deadlines') && deadlines.length === 0 && <p role="alert">{wrong('deadlines')}</p>}
      {deadlines.map((each, at) => (
        <OneDeadline
          // biome-ignore lint/suspicious/noArrayIndexKey: a deadline is its place
          key={at}
          deadline={each}
          wrong={(field) => wrong(`deadlines.${at}.${field}`)}
          onChange={(changed) => onChange(deadlines.map((other, i) => (i === at ? changed : other)))}
          onRemove={() => onChange(deadlines.filter((_, i) => i !== at))}
        />
      ))}
      {next && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange(inOrder([...deadlines, { ...FIRST_DEADLINE, stage: next }]))}
          >
            {say(REGIMES.addDeadline)}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function OneDeadline({
  deadline,
  wrong,
  onChange,
  onRemove,
}: {
  deadline: Deadline;
  wrong: (field: string) => string | undefined;
  onChange: (deadline: Deadline) => void;
  onRemove: () => void;
}) {
  const { say, labelled } = useSpeech();
  const { stage, starts, within, wrongful } = deadline;
  const set = (patch: Partial<Deadline>) => onChange({ ...deadline, ...patch });
  return (
    <fieldset className="claim">
      <legend>{labelled(say(STAGE_WORDS[stage]), dueWords(deadline, say))}</legend>
      <Stack gap="sm">
        <Group align="start" grow preventGrowOverflow={false}>
          <Select
            label={say(REGIMES.stage)}
            value={stage}
            allowDeselect={false}
            error={wrong('stage')}
            data={REPORT_STAGES.map((value) => ({ value, label: say(STAGE_WORDS[value]) }))}
            onChange={(value) => value && set({ stage: value as Deadline['stage'] })}
          />
          <Select
            label={say(REGIMES.starts)}
            value={starts}
            allowDeselect={false}
            error={wrong('starts')}
            data={STARTS.map((value) => ({ value, label: say(START_WORDS[value]) }))}
            onChange={(value) => value && set({ starts: value as Deadline['starts'] })}
          />
        </Group>
        <SpanField
          label={say(REGIMES.within)}
          none={say(REGIMES.asSoonAsPossible)}
          span={within}
          error={wrong('within')}
          onChange={(span) => set({ within: span, ...(span === null && { wrongful: null }) })}
        />
        {within && (
          <SpanField
            label={say(REGIMES.wrongful)}
            none={say(REGIMES.same)}
            span={wrongful}
            error={wrong('wrongful')}
            onChange={(span) => set({ wrongful: span })}
          />
        )}
        <Reminders deadline={deadline} wrong={wrong} onChange={(reminders) => set({ reminders })} />
        <Group justify="end">
          <Button variant="subtle" color="red" onClick={onRemove}>
            {say(REGIMES.removeDeadline)}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}

/** So long, or what stands instead. */
function SpanField({
  label,
  none,
  span,
  error,
  onChange,
}: {
  label: string;
  none?: string;
  span: Span | null;
  error: string | undefined;
  onChange: (span: Span | null) => void;
}) {
  const { say, labelled } = useSpeech();
  return (
    <Group align="end" wrap="nowrap">
      {span && (
        <NumberInput
          label={label}
          value={span.count}
          min={1}
          max={1_000}
          allowDecimal={false}
          error={error !== undefined}
          w={110}
          onChange={(count) => onChange({ ...span, count: typeof count === 'number' ? count : 0 })}
        />
      )}
      <Select
        label={span ? undefined : label}
        {...(span && { 'aria-label': labelled(label, say(UNIT_WORDS[span.unit])) })}
        value={span?.unit ?? NONE}
        allowDeselect={false}
        error={error}
        style={{ flex: 1 }}
        data={[
          ...(none === undefined ? [] : [{ value: NONE, label: none }]),
          ...UNITS.map((value) => ({ value, label: say(UNIT_WORDS[value]) })),
        ]}
        onChange={(value) => {
          if (value === NONE) onChange(null);
          else if (value) onChange({ ...(span ?? DAY), unit: value as Span['unit'] });
        }}
      />
    </Group>
  );
}

function Reminders({
  deadline: { reminders },
  wrong,
  onChange,
}: {
  deadline: Deadline;
  wrong: (field: string) => string | undefined;
  onChange: (reminders: Span[] | null) => void;
}) {
  const { say } = useSpeech();
  return (
    <Stack gap="xs">
      <Select
        label={say(REGIMES.reminders)}
        value={reminders ? 'own' : 'usual'}
        allowDeselect={false}
        data={[
          { value: 'usual', label: say(REGIMES.remindersUsual) },
          { value: 'own', label: say(REGIMES.remindersOwn) },
        ]}
        onChange={(value) => onChange(value === 'own' ? [DAY] : null)}
      />
      {reminders?.length === 0 && <Text className="quiet">{say(REGIMES.noReminders)}</Text>}
      {reminders?.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reminder is its place
        <Group key={at} align="end" wrap="nowrap">
          <div style={{ flex: 1 }}>
            <SpanField
              label={say(REGIMES.before, { n: at + 1 })}
              span={each}
              error={wrong(`reminders.${at}`)}
              onChange={(span) => onChange(reminders.map((other, i) => (i === at ? (span ?? DAY) : other)))}
            />
          </div>
          <Button variant="subtle" color="red" onClick={() => onChange(reminders.filter((_, i) => i !== at))}>
            {say(W.remove)}
          </Button>
        </Group>
      ))}
      {reminders && reminders.length < 5 && (
        <Group>
          <Button variant="default" size="compact-sm" onClick={() => onChange([...reminders, DAY])}>
            {say(REGIMES.addReminder)}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
