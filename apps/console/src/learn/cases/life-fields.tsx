import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isStated, NEW_ESTIMATE, NEW_TIME } from '../../../../../areas/learn/cases/life/rules.ts';
import {
  type CaseTime,
  type Estimate,
  LATER,
  SINCE,
  UNSTATED,
} from '../../../../../areas/learn/cases/life/schema.ts';
import { LATER_WORDS, SINCE_WORDS, UNSTATED_WORDS } from '../../../../../areas/learn/cases/life/words.ts';
import { LONGEST, MOST } from '../../../../../areas/learn/cases/limits/rules.ts';
import type { Claim } from '../../../../../areas/learn/cases/schema.ts';
import {
  exactness,
  precisionOf,
  type Said,
  type Span,
  saidAnew,
  saidSoFar,
} from '../../../../../areas/learn/cases/spans/rules.ts';
import { shorten } from '../../../../../kernel/text.ts';
import { useSpeech } from '../../language.tsx';
import { IconPlus, IconTrash } from '../../ui/icons.ts';
import { W } from '../../words.ts';
import { BothFields } from './both-fields.tsx';
import { MomentFields } from './moment-fields.tsx';
import { SpanField } from './span-field.tsx';
import { CASE } from './words.ts';

interface Props {
  readonly claim: Claim;
  readonly others: readonly Claim[];
  readonly onChange: (claim: Claim) => void;
}

/** When it happened; of each service, site or wave where they differ. */
export function TimesFields({ claim, onChange }: Omit<Props, 'others'>) {
  const { say } = useSpeech();
  const { times } = claim;
  return (
    <>
      {times.map((time, at) => (
        <TimeFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a time is its place
          key={at}
          time={time}
          onChange={(next) => onChange({ ...claim, times: times.with(at, next) })}
          onRemove={() => onChange({ ...claim, times: times.filter((_, i) => i !== at) })}
        />
      ))}
      <Add
        full={times.length >= MOST.times}
        most={MOST.times}
        onClick={() => onChange({ ...claim, times: [...times, NEW_TIME] })}
      >
        {say(CASE.addTime)}
      </Add>
    </>
  );
}

/** What was expected of it, as it was said at the time. */
export function EstimatesFields({ claim, onChange }: Omit<Props, 'others'>) {
  const { say } = useSpeech();
  const { estimates } = claim;
  return (
    <>
      {estimates.map((estimate, at) => (
        <EstimateFields
          // biome-ignore lint/suspicious/noArrayIndexKey: an estimate is its place
          key={at}
          estimate={estimate}
          onChange={(next) => onChange({ ...claim, estimates: estimates.with(at, next) })}
          onRemove={() => onChange({ ...claim, estimates: estimates.filter((_, i) => i !== at) })}
        />
      ))}
      <Add
        full={estimates.length >= MOST.estimates}
        most={MOST.estimates}
        onClick={() => onChange({ ...claim, estimates: [...estimates, NEW_ESTIMATE] })}
      >
        {say(CASE.addEstimate)}
      </Add>
    </>
  );
}

function Add({
  full,
  most,
  onClick,
  children,
}: {
  full: boolean;
  most: number;
  onClick: () => void;
  children: ReactNode;
}) {
  const { say } = useSpeech();
  if (full) return <p className="prose-note">{say(CASE.most, { n: most })}</p>;
  return (
    <Button mt={8} size="compact-sm" variant="default" leftSection={<IconPlus size={12} />} onClick={onClick}>
      {children}
    </Button>
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
      longest={LONGEST.subject}
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
  const [typed, setTyped] = useState<Said>();
  const until = isStated(time) ? time.until : undefined;
  const precision = isStated(time) ? time.precision : 'minute';
  const said = saidSoFar(typed, [precision, until === undefined ? undefined : precision]);
  /** One of its ends is said anew, or its end left out. */
  const end = (at: 0 | 1, span: Span | undefined) => {
    if (!isStated(time) || (at === 0 && !span)) return;
    const now = saidAnew(said, at, span?.precision);
    const { until: _, ...point } = time;
    const next = at === 0 ? { ...time, after: span?.after ?? time.after } : point;
    setTyped(now);
    onChange({ ...next, ...(at === 1 && span && { until: span.after }), precision: precisionOf(now) });
  };
  const kept =
    (at: 0 | 1) =>
    (span: Span): Span => ({
      after: span.after,
      precision: precisionOf(saidAnew(said, at, span.precision)),
    });
  return (
    <fieldset className="claim">
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
            <SpanField
              flex={1}
              miw={150}
              label={say(CASE.timeAfter)}
              value={time}
              kept={kept(0)}
              onChange={(span) => end(0, span)}
            />
            <SpanField
              flex={1}
              miw={150}
              label={say(CASE.timeUntil)}
              optional
              value={time.until === undefined ? undefined : { after: time.until, precision: time.precision }}
              kept={kept(1)}
              onChange={(span) => end(1, span)}
            />
          </>
        )}
        <Remove onClick={onRemove} />
      </Group>
      {isStated(time) && (
        <MomentFields key={time.since} since={time.since} onChange={(span) => end(0, span)} />
      )}
    </fieldset>
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
  const [typed, setTyped] = useState<Said>();
  const exactly = (each: 'after' | 'expected') => estimate.precision ?? exactness(estimate[each]);
  const said = saidSoFar(typed, [exactly('after'), exactly('expected')]);
  /** Said plainly, each is as exact as its own words. */
  const shared = (now: Said) => {
    const precision = precisionOf(now);
    return precision === 'about' || estimate.precision !== undefined ? precision : undefined;
  };
  return (
    <fieldset className="claim">
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
        {(['after', 'expected'] as const).map((each, at) => (
          <SpanField
            key={each}
            flex={1}
            miw={150}
            label={say(each === 'after' ? CASE.estimatedAt : CASE.expectedEnd)}
            value={{ after: estimate[each], precision: exactly(each) }}
            kept={({ after, precision }) => ({
              after,
              precision: shared(saidAnew(said, at === 0 ? 0 : 1, precision)) ?? precision,
            })}
            onChange={(span) => {
              if (!span) return;
              const { precision: _, ...plain } = estimate;
              const now = saidAnew(said, at === 0 ? 0 : 1, span.precision);
              const precision = shared(now);
              setTyped(now);
              onChange({ ...plain, [each]: span.after, ...(precision && { precision }) });
            }}
          />
        ))}
        <Remove onClick={onRemove} />
      </Group>
    </fieldset>
  );
}

/** A claim that another put right, or showed to be wrong. */
export function LaterFields({ claim, others, onChange }: Props) {
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
          data={others.map(({ id, text }) => ({
            value: id,
            label: shorten(text[language] || text[language === 'ja' ? 'en' : 'ja'], 60) || id,
          }))}
        />
      )}
    </Group>
  );
}
