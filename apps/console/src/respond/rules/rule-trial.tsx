import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { InputOf, ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { dayAndMinute } from '../../ui/time.tsx';
import { RULES } from './words.ts';

const KEY = 'POST /api/respond/rules/trial';
const SPANS = ['1', '7', '30', '90'];

/** What the rule, as it is written now, would have declared of the last days. */
export function RuleTrial({
  rule,
  instead,
}: {
  rule: Pick<InputOf<typeof KEY>['body'], 'matchers' | 'groupBy'>;
  instead: string | null;
}) {
  const { say } = useSpeech();
  const [days, setDays] = useState('7');
  const [found, setFound] = useState<ReplyOf<typeof KEY>>();
  const trial = useAct(KEY, { done: setFound, formless: true });
  return (
    <Stack gap="xs">
      <Group align="end" gap="sm">
        <Select
          label={say(RULES.trialDays)}
          value={days}
          onChange={(next) => next && setDays(next)}
          allowDeselect={false}
          data={SPANS.map((value) => ({ value, label: say(RULES.days, { days: value }) }))}
          w={160}
        />
        <Button
          variant="default"
          loading={trial.pending}
          onClick={() => trial.run({ body: { ...rule, days: Number(days), instead } })}
        >
          {say(RULES.trial)}
        </Button>
      </Group>
      {found && (
        <div role="status">
          <Text>
            {say(RULES.trialFound, {
              signals: found.signals,
              matched: found.matched,
              declared: found.declared,
            })}
          </Text>
          {found.taken > 0 && <Text fz="sm">{say(RULES.trialTaken, { taken: found.taken })}</Text>}
          {!found.whole && (
            <Text fz="sm">
              {say(RULES.trialPart)} {dayAndMinute(found.since)}
            </Text>
          )}
          <ul>
            {found.incidents.map(({ title, at, signals }) => (
              <li key={`${at} ${title}`}>
                <time dateTime={at}>{dayAndMinute(at)}</time> {title}{' '}
                <span className="quiet">{say(RULES.trialSignals, { signals })}</span>
              </li>
            ))}
          </ul>
          <Text fz="sm" className="quiet">
            {say(RULES.trialHint)}
          </Text>
        </div>
      )}
    </Stack>
  );
}
