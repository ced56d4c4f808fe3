import './hearings.css';
import { Button, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { contracts as HEARINGS } from '../../../../../areas/survey/hearings/contract.ts';
import { SIDES } from '../../../../../areas/survey/hearings/schema.ts';
import { HEARING_STATE_WORDS, MODE_WORDS, SIDE_WORDS } from '../../../../../areas/survey/hearings/words.ts';
import { receiptNumber } from '../../../../../areas/survey/intake/rules.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { clockMinute, shortTime } from '../../ui/dates/wall.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Part } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Claims } from './claims.tsx';
import { Comments } from './comments.tsx';
import { STATE_TONES } from './hearings-page.tsx';
import { Minutes } from './minutes.tsx';
import { Questions } from './questions.tsx';
import { HEARING } from './words.ts';

const route = getRouteApi('/shell/survey/hearings/$id');
const PlanForm = lazyPart(() => import('./plan-form.tsx'), 'PlanForm');
const ReceiveMaterial = lazyPart(() => import('./receive-material.tsx'), 'ReceiveMaterial');
type Hearing = ReplyOf<'GET /api/survey/hearings/:id'>;

/** A hearing while it is held: what to ask, what is said, and what comes of it, beside each other. */
export function HearingPage() {
  const { id } = route.useParams();
  const query = useQuery(reading('GET /api/survey/hearings/:id', { params: { id } }, 'survey-hearings'));
  const [now, setNow] = useState<string | null>(null);
  return (
    <div className="page hearing-page">
      <Loaded query={query}>
        {(hearing) => (
          <>
            <Head hearing={hearing} />
            <Comments hearing={hearing} />
            <div className="hearing-columns">
              <Questions hearing={hearing} now={now} onAsk={setNow} />
              <Minutes hearing={hearing} now={now} />
              <Claims hearing={hearing} />
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}

function Head({ hearing }: { hearing: Hearing }) {
  const { say, list } = useSpeech();
  const { number, title, state, startsAt, endsAt, mode, place, attendees, cooperation } = hearing;
  const sides = SIDES.flatMap((side) => {
    const count = attendees.filter((each) => each.side === side).length;
    return count > 0 ? [`${say(SIDE_WORDS[side])} ${count}`] : [];
  });
  return (
    <header className="hearing-head">
      <div>
        <Title order={1}>
          {number === null ? '' : receiptNumber(number)} {title}
        </Title>
        <p className="quiet hearing-about">
          <Mark tone={STATE_TONES[state]}>{say(HEARING_STATE_WORDS[state])}</Mark>
          <span>
            {shortTime(startsAt)}–{clockMinute(endsAt)} · {say(MODE_WORDS[mode])} {place} · {list(sides)}
          </span>
          <Mark tone={cooperation ? 'recovery' : 'quiet'}>
            {cooperation ? say(HEARING.recorded, { by: cooperation.by }) : say(HEARING.notRecorded)}
          </Mark>
          {hearing.confirmedAt ? (
            <Mark tone="recovery">{say(HEARING.confirmed, { by: hearing.confirmedBy })}</Mark>
          ) : (
            hearing.sentAt && <Mark tone="response">{say(HEARING.sent)}</Mark>
          )}
        </p>
      </div>
      <Acts hearing={hearing} />
    </header>
  );
}

function Acts({ hearing }: { hearing: Hearing }) {
  const { say } = useSpeech();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const stale = ['survey-hearings'] as const;
  const turn = useAct('POST /api/survey/hearings/:id/state', { stale, formless: true });
  const { id, state, cooperation, confirmedAt } = hearing;
  const given = { id };
  const turning = { planned: 'open', open: 'complete', completed: 'reopen' } as const;
  const next = state === 'cancelled' || confirmedAt ? undefined : turning[state];
  return (
    <Group gap="sm">
      {state === 'open' && (
        <Part height={30}>
          <ReceiveMaterial hearingId={id} />
        </Part>
      )}
      {!cooperation && state !== 'cancelled' && (
        <AskForm
          by={HEARINGS}
          act="POST /api/survey/hearings/:id/cooperation"
          label={say(HEARING.record)}
          given={given}
          stale={stale}
          fields={{
            by: { kind: 'line', label: say(HEARING.agreedBy) },
            at: { kind: 'time', label: say(HEARING.agreedAt) },
          }}
        />
      )}
      {may('survey.manage') && state === 'planned' && (
        <>
          <Button size="compact-md" variant="default" onClick={() => setChanging(true)}>
            {say(HEARING.change)}
          </Button>
          <AskForm
            by={HEARINGS}
            act="POST /api/survey/hearings/:id/cancellation"
            label={say(HEARING.cancel)}
            given={given}
            stale={stale}
            fields={{ reason: { kind: 'text', label: say(HEARING.reason) } }}
          />
        </>
      )}
      {may('survey.manage') && state === 'completed' && !confirmedAt && (
        <AskForm
          by={HEARINGS}
          act="POST /api/survey/hearings/:id/minutes"
          label={say(HEARING.sendMinutes)}
          given={given}
          stale={stale}
          fields={{
            name: { kind: 'line', label: say(HEARING.sentTo) },
            email: { kind: 'line', label: say(HEARING.sentEmail) },
          }}
        />
      )}
      {may('survey.manage') &&
        state === 'completed' &&
        !confirmedAt &&
        hearing.peers.map((peer) => (
          <AskForm
            key={peer.id}
            by={HEARINGS}
            act="POST /api/survey/hearings/:id/minutes-package"
            label={say(HEARING.sendMinutesPackage, { peer: peer.name })}
            given={{ ...given, peerId: peer.id }}
            stale={stale}
            fields={{}}
          />
        ))}
      {next && (
        <Button
          size="compact-md"
          variant={next === 'reopen' ? 'default' : 'filled'}
          loading={turn.pending}
          onClick={() => turn.run({ params: { id }, body: { turn: next } })}
        >
          {say(HEARING[next])}
        </Button>
      )}
      <SideDrawer opened={changing} onClose={() => setChanging(false)} title={say(HEARING.change)}>
        <Part height={480}>
          <PlanForm key={hearing.version} hearing={hearing} onDone={() => setChanging(false)} />
        </Part>
      </SideDrawer>
    </Group>
  );
}
