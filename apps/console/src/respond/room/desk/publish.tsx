import { Button } from '@mantine/core';
import { useState } from 'react';
import { contracts as COMMUNICATIONS_ROUTES } from '../../../../../../areas/respond/communications/contract.ts';
import { useSpeech } from '../../../language.tsx';
import { useAct } from '../../../ui/form.tsx';
import { AskForm, ROOM_STALE } from '../../../ui/forms/ask-form.tsx';
import { ROOM } from '../words.ts';
import { DESK } from './words.ts';

const PROMISES = [30, 60, 120] as const;

/** What two have approved goes out by one press; when the next word comes may be promised beside it. */
export function Publish({ statementId: id }: { statementId: string }) {
  const { say } = useSpeech();
  const [promise, setPromise] = useState('');
  const send = useAct('POST /api/respond/statements/:id/send', { stale: ROOM_STALE, formless: true });
  return (
    <>
      <select
        className="statement-select"
        aria-label={say(DESK.promise)}
        value={promise}
        onChange={(event) => setPromise(event.currentTarget.value)}
      >
        <option value="">{say(DESK.noPromise)}</option>
        {PROMISES.map((n) => (
          <option key={n} value={n}>
            {say(DESK.within, { n })}
          </option>
        ))}
      </select>
      <Button
        size="compact-md"
        loading={send.pending}
        onClick={() =>
          send.run({
            params: { id },
            body: { nextUpdateMinutes: promise === '' ? null : Number(promise) },
          })
        }
      >
        {say(ROOM.send)}
      </Button>
      <AskForm
        by={COMMUNICATIONS_ROUTES}
        act="POST /api/respond/statements/:id/send"
        label={say(DESK.atAnotherTime)}
        submit={say(ROOM.send)}
        variant="subtle"
        fields={{ nextUpdateMinutes: { label: say(ROOM.nextUpdate), kind: 'number' } }}
        given={{ id }}
      />
    </>
  );
}
