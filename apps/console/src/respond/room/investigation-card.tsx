import { Group, Stack, Text } from '@mantine/core';
import type { Tone } from '../../../../../areas/fact-kind.ts';
import { contracts as INVESTIGATION_ROUTES } from '../../../../../areas/respond/investigation/contract.ts';
import {
  ATTACK_STATE_WORDS,
  HYPOTHESIS_STATE_WORDS,
} from '../../../../../areas/respond/investigation/words.ts';
import { CERTAINTIES, CERTAINTY_WORDS } from '../../../../../kernel/certainty.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import { Countdown } from './countdown.tsx';
import { RoomCard } from './room-card.tsx';
import { useInvestigation } from './use-room.ts';
import { ROOM } from './words.ts';

type View = ReplyOf<'GET /api/respond/incidents/:id/investigation'>;
const SETTLED = ['supported', 'excluded', 'undecided'] as const;
const TONES: Readonly<Record<View['hypotheses'][number]['state'], Tone>> = {
  open: 'response',
  supported: 'event',
  excluded: 'recovery',
  undecided: 'quiet',
};

/** What is presumed, why, how it is tested and what came of it; and the evidence, with its hash and whose hands it went through. */
export function InvestigationCard({ incidentId: id }: { incidentId: string }) {
  const { say } = useSpeech();
  const write = useMay()('room.write');
  const query = useInvestigation(id);
  return (
    <RoomCard
      title={say(ROOM.investigation)}
      actions={
        write && (
          <AskForm
            by={INVESTIGATION_ROUTES}
            act="POST /api/respond/incidents/:id/hypotheses"
            label={say(ROOM.addHypothesis)}
            fields={{
              text: { label: say(ROOM.hypothesis), kind: 'text' },
              why: { label: say(ROOM.why), kind: 'text' },
              test: { label: say(ROOM.test), kind: 'text' },
              minutes: { label: say(ROOM.minutes), kind: 'number' },
              cyber: { label: say(ROOM.isCyber), kind: 'yesNo', begin: false },
            }}
            given={{ id }}
          />
        )
      }
    >
      <Loaded query={query}>
        {({ hypotheses, evidence }) => (
          <Stack gap="xs">
            {hypotheses.length === 0 && <Text className="quiet">{say(ROOM.noHypotheses)}</Text>}
            {hypotheses.map((each) => (
              <Hypothesis key={each.id} each={each} write={write} />
            ))}
            <Evidence incidentId={id} evidence={evidence} write={write} />
          </Stack>
        )}
      </Loaded>
    </RoomCard>
  );
}

function Hypothesis({ each, write }: { each: View['hypotheses'][number]; write: boolean }) {
  const { say } = useSpeech();
  const states = each.cyber ? ATTACK_STATE_WORDS : HYPOTHESIS_STATE_WORDS;
  return (
    <Group justify="space-between" wrap="nowrap" align="start">
      <div>
        <Text>
          {each.number}. {each.text}
        </Text>
        <Group gap="xs">
          <Mark tone={TONES[each.state]}>{say(states[each.state])}</Mark>
          {each.state !== 'open' && <span className="quiet">{say(CERTAINTY_WORDS[each.certainty])}</span>}
          {each.cyber && <Mark tone="decision">{say(ROOM.isCyber)}</Mark>}
          {each.state === 'open' && each.limitAt && <Countdown until={each.limitAt} />}
        </Group>
        <Text className="quiet">{each.outcome || [each.why, each.test].filter(Boolean).join(' / ')}</Text>
      </div>
      {write && (
        <AskForm
          by={INVESTIGATION_ROUTES}
          act="POST /api/respond/hypotheses/:id/settle"
          label={say(ROOM.settle)}
          fields={{
            state: {
              label: say(ROOM.state),
              kind: 'choice',
              choices: SETTLED.map((value) => ({ value, label: say(states[value]) })),
            },
            certainty: {
              label: say(ROOM.certainty),
              kind: 'choice',
              begin: 'likely',
              choices: CERTAINTIES.map((value) => ({ value, label: say(CERTAINTY_WORDS[value]) })),
            },
            outcome: { label: say(ROOM.outcome), kind: 'text' },
          }}
          given={{ id: each.id }}
        />
      )}
    </Group>
  );
}

function Evidence({
  incidentId: id,
  evidence,
  write,
}: {
  incidentId: string;
  evidence: View['evidence'];
  write: boolean;
}) {
  const { say } = useSpeech();
  return (
    <>
      <Group justify="space-between">
        <Text fw={700}>{say(ROOM.evidence)}</Text>
        {write && (
          <AskForm
            by={INVESTIGATION_ROUTES}
            act="POST /api/respond/incidents/:id/evidence"
            label={say(ROOM.addEvidence)}
            fields={{
              what: { label: say(ROOM.what), kind: 'line' },
              place: { label: say(ROOM.place), kind: 'line' },
              sha256: { label: 'SHA-256', kind: 'line' },
              custodianId: { label: say(ROOM.custodian), kind: 'person' },
            }}
            given={{ id }}
          />
        )}
      </Group>
      {evidence.map((each) => (
        <Group key={each.seq} justify="space-between" align="start" wrap="nowrap">
          <div>
            <Text>
              {each.what} <span className="quiet">{each.place}</span>
            </Text>
            <Text className="quiet" style={{ overflowWrap: 'anywhere' }}>
              SHA-256 {each.sha256}
            </Text>
            <Text className="quiet">
              {each.custodian} <Ago at={each.at} />
              {each.handed.map(({ at, to, note }) => (
                <span key={at}>
                  {' → '}
                  {to} {note} <Ago at={at} />
                </span>
              ))}
            </Text>
          </div>
          {write && (
            <AskForm
              by={INVESTIGATION_ROUTES}
              act="POST /api/respond/incidents/:id/evidence/hand-over"
              label={say(ROOM.handOver)}
              fields={{
                to: { label: say(ROOM.handTo), kind: 'line' },
                note: { label: say(ROOM.handOverNote), kind: 'line' },
              }}
              given={{ id, seq: each.seq }}
            />
          )}
        </Group>
      ))}
    </>
  );
}
