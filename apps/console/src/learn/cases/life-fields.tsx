import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import { isStated } from '../../../../../areas/learn/cases/life/rules.ts';
import {
  type CaseTime,
  type Estimate,
  LATER,
  SINCE,
  TIME_PRECISIONS,
  UNSTATED,
} from '../../../../../areas/learn/cases/life/schema.ts';
import {
  LATER_WORDS,
  SINCE_WORDS,
  TIME_PRECISION_WORDS,
  UNSTATED_WORDS,
} from '../../../../../areas/learn/cases/life/words.ts';
import type { Claim } from '../../../../../areas/learn/cases/schema.ts';
import { shorten } from '../../../../../kernel/text.ts';
import { useSpeech } from '../../language.tsx';
import { IconPlus, IconTrash } from '../../ui/icons.ts';
import { W } from '../../words.ts';
import { BothFields } from './both-fields.tsx';
import { CASE } from './words.ts';

interface Props {
  readonly claim: Claim;
  readonly others: readonly Claim[];
  readonly onChange: (claim: Claim) => void;
}

/** When it happened and to what, what was expected of it, and what became of it afterwards. */
export function LifeFields({ claim, others, onChange }: Props) {
  const { say } = useSpeech();
  const { times, estimates } = claim;
  return (
    <>
      {times.map((time, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a time is its place
        <fieldset key={at} className="claim">
          <legend>{say(CASE.times)}</legend>
          <TimeFields
            time={time}
            onChange={(next) => onChange({ ...claim, times: times.with(at, next) })}
            onRemove={() => onChange({ ...claim, times: times.filter((_, i) => i !== at) })}
          />
        </fieldset>
      ))}
      {estimates.map((estimate, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an estimate is its place
        <fieldset key={at} className="claim">
          <legend>{say(CASE.estimates)}</legend>
          <EstimateFields
            estimate={estimate}
            onChange={(next) => onChange({ ...claim, estimates: estimates.with(at, next) })}
            onRemove={() => onChange({ ...claim, estimates: estimates.filter((_, i) => i !== at) })}
          />
        </fieldset>
      ))}
      <Group mt={4} gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={12} />}
          onClick={() =>
            onChange({
              ...claim,
              times: [...times, { since: 'occurred', after: 'PT0M', precision: 'minute' }],
            })
          }
        >
          {say(CASE.addTime)}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={12} />}
          onClick={() =>
            onChange({
              ...claim,
              estimates: [...estimates, { since: 'occurred', after: 'PT0M', expected: 'PT1H' }],
            })
          }
        >
          {say(CASE.addEstimate)}
        </Button>
      </Group>
      <LaterFields claim={claim} others={others} onChange={onChange} />
    </>
  );
}

function Remove({ onClick }: { onClick: () => void }) {
  const { say } = useSpeech();
  return (
    <ActionIcon variant="default" size="lg" aria-label={say(W.remove)} onClick={onClick}>
      <IconTrash size={16} />
    </ActionIcon>
  );
}

/** What it is of: left out again where nothing is written. */
function SubjectFields<T extends CaseTime | Estimate>({
  of,
  onChange,
}: {
  of: T;
  onChange: (next: T) => void;
}) {
  const { say } = useSpeech();
  return (
    <BothFields
      label={say(CASE.timeOf)}
      value={of.what ?? { ja: '', en: '' }}
      onChange={({ ja, en }) => {
        const { what: _, ...plain } = of;
        onChange((ja || en ? { ...of, what: { ja, en } } : plain) as T);
      }}
    />
  );
}

function TimeFields({
  time,
  onChange,
  onRemove,
}: {
  time: CaseTime;
  onChange: (next: CaseTime) => void;
  onRemove: () => void;
}) {
  const { say } = useSpeech();
  const what = time.what && { what: time.what };
  return (
    <>
      <SubjectFields of={time} onChange={onChange} />
      <Group mt={4} align="end" gap="xs">
        <Select
          flex={1}
          miw={150}
          label={say(CASE.timeSince)}
          value={isStated(time) ? time.since : time.unstated}
          allowDeselect={false}
          onChange={(value) => {
            const unstated = UNSTATED.find((each) => each === value);
            const since = SINCE.find((each) => each === value);
            if (unstated) onChange({ ...what, unstated });
            else if (since)
              onChange(
                isStated(time) ? { ...time, since } : { ...what, since, after: 'PT0M', precision: 'minute' },
              );
          }}
          data={[
            ...SINCE.map((value) => ({ value: value as string, label: say(SINCE_WORDS[value]) })),
            ...UNSTATED.map((value) => ({ value: value as string, label: say(UNSTATED_WORDS[value]) })),
          ]}
        />
        {isStated(time) && (
          <>
            <TextInput
              flex={1}
              miw={150}
              label={say(CASE.timeAfter)}
              value={time.after}
              onChange={(event) => onChange({ ...time, after: event.currentTarget.value })}
            />
            <TextInput
              flex={1}
              miw={150}
              label={say(CASE.timeUntil)}
              value={time.until ?? ''}
              onChange={(event) => {
                const { until: _, ...point } = time;
                const until = event.currentTarget.value;
                onChange(until ? { ...time, until } : point);
              }}
            />
            <Select
              w={140}
              label={say(CASE.timePrecision)}
              value={time.precision}
              allowDeselect={false}
              onChange={(value) =>
                onChange({ ...time, precision: (value ?? time.precision) as typeof time.precision })
              }
              data={TIME_PRECISIONS.map((value) => ({ value, label: say(TIME_PRECISION_WORDS[value]) }))}
            />
          </>
        )}
        <Remove onClick={onRemove} />
      </Group>
    </>
  );
}

function EstimateFields({
  estimate,
  onChange,
  onRemove,
}: {
  estimate: Estimate;
  onChange: (next: Estimate) => void;
  onRemove: () => void;
}) {
  const { say } = useSpeech();
  return (
    <>
      <SubjectFields of={estimate} onChange={onChange} />
      <Group mt={4} align="end" gap="xs">
        <Select
          flex={1}
          miw={150}
          label={say(CASE.timeSince)}
          value={estimate.since}
          allowDeselect={false}
          onChange={(value) =>
            onChange({ ...estimate, since: SINCE.find((each) => each === value) ?? estimate.since })
          }
          data={SINCE.map((value) => ({ value, label: say(SINCE_WORDS[value]) }))}
        />
        {(['after', 'expected'] as const).map((each) => (
          <TextInput
            key={each}
            flex={1}
            miw={150}
            label={say(each === 'after' ? CASE.estimatedAt : CASE.expectedEnd)}
            value={estimate[each]}
            onChange={(event) => onChange({ ...estimate, [each]: event.currentTarget.value })}
          />
        ))}
        <Remove onClick={onRemove} />
      </Group>
    </>
  );
}

/** A claim that another put right, or showed to be wrong. */
function LaterFields({ claim, others, onChange }: Props) {
  const { say, language } = useSpeech();
  const { later, ...rest } = claim;
  const [first] = others;
  if (!first) return null;
  return (
    <Group grow mt={4} align="end">
      <Select
        label={say(CASE.laterHow)}
        value={later?.how ?? ''}
        allowDeselect={false}
        onChange={(value) => {
          const how = LATER.find((each) => each === value);
          onChange(how ? { ...claim, later: { by: later?.by ?? first.id, how } } : rest);
        }}
        data={[
          { value: '', label: say(CASE.laterNone) },
          ...LATER.map((value) => ({ value: value as string, label: say(LATER_WORDS[value]) })),
        ]}
      />
      {later && (
        <Select
          label={say(CASE.laterBy)}
          value={later.by}
          allowDeselect={false}
          searchable
          onChange={(by) => onChange({ ...claim, later: { ...later, by: by ?? later.by } })}
          data={others.map(({ id, text }) => ({ value: id, label: `${id} ${shorten(text[language], 40)}` }))}
        />
      )}
    </Group>
  );
}
