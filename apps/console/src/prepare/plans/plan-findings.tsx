import { Card, Stack, Text, Title } from '@mantine/core';
import { STATED_WORDS } from '../../../../../areas/prepare/parties/words.ts';
import type { Finding } from '../../../../../areas/prepare/plans/schema.ts';
import { INPUTS, isInputName } from '../../../../../areas/prepare/plans/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { fieldWords } from '../registers/words.ts';
import { PLAN } from './words.ts';

type Check = ReplyOf<'POST /api/prepare/plans/check'>;

/** `steps.2.deputy` as a reader says it. */
function usePlace(): (path: string) => string {
  const { say } = useSpeech();
  return (path) =>
    path
      .split('.')
      .map((part) => {
        if (/^\d+$/.test(part)) return String(Number(part) + 1);
        const words = fieldWords(part);
        return words ? say(words) : part;
      })
      .join(' › ');
}

/** What was found, each with its place. */
export function FindingLines({ findings }: { findings: readonly Finding[] }) {
  const { say } = useSpeech();
  const place = usePlace();
  return (
    <ul className="findings">
      {findings.map(({ path, grave, words }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings are listed anew each time
        <li key={at}>
          <Mark tone={grave ? 'event' : 'decision'}>{say(grave ? PLAN.grave : PLAN.light)}</Mark>{' '}
          <strong>{place(path)}</strong>: {say(words)}
        </li>
      ))}
    </ul>
  );
}

/** What was found in a plan as it is being written, and how its samples come out. */
export function PlanFindings({ check }: { check: Check | undefined }) {
  const { say, list } = useSpeech();
  if (!check) return null;
  return (
    <Stack>
      <Card withBorder padding="sm">
        <Title order={2}>{say(PLAN.findings)}</Title>
        {check.findings.length === 0 ? (
          <Mark tone="recovery">{say(PLAN.noFindings)}</Mark>
        ) : (
          <FindingLines findings={check.findings} />
        )}
      </Card>
      {check.samples.length > 0 && (
        <Card withBorder padding="sm">
          <Title order={2}>{say(PLAN.samples)}</Title>
          <ul className="findings">
            {check.samples.map(({ name, passed, followed }) => (
              <li key={name}>
                <Mark tone={passed ? 'recovery' : 'event'}>{name}</Mark>
                <Text className="quiet">
                  {say(PLAN.comesOut, {
                    activates: say(
                      followed.activates === 'unknown' ? PLAN.dueUnknown : STATED_WORDS[followed.activates],
                    ),
                    level: followed.level,
                  })}
                  {followed.missing.length > 0 &&
                    ` · ${say(PLAN.unknownBut, {
                      missing: list(
                        followed.missing.map((input) =>
                          isInputName(input) ? say(INPUTS[input].name) : input,
                        ),
                      ),
                    })}`}
                </Text>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Stack>
  );
}
