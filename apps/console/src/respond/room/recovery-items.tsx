import { Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Tone } from '../../../../../areas/fact-kind.ts';
import { contracts as RECOVERY_ROUTES } from '../../../../../areas/respond/recovery/contract.ts';
import { ITEM_STATES, type ItemState } from '../../../../../areas/respond/recovery/schema.ts';
import { ITEM_STATE_WORDS } from '../../../../../areas/respond/recovery/words.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { MachineList } from './machine-list.tsx';
import { RECOVERY } from './recovery-words.ts';

const TONES: Readonly<Record<ItemState, Tone>> = {
  waiting: 'quiet',
  inProgress: 'response',
  blocked: 'event',
  restored: 'recovery',
  notAffected: 'quiet',
};

/** Which machines: those that are blocked, those of a site, the one somebody telephones about. */
export function RecoveryItems({ incidentId: id }: { incidentId: string }) {
  const { say } = useSpeech();
  return (
    <MachineList
      queryKey={['recovery', id, 'items']}
      label={say(RECOVERY.state)}
      states={ITEM_STATES.map((value) => ({ value, label: say(ITEM_STATE_WORDS[value]) }))}
      load={async (query, signal) => {
        const { items, next } = await call(
          'GET /api/respond/incidents/:id/recovery/items',
          { params: { id }, query },
          signal,
        );
        return { rows: items, next };
      }}
      cells={({ wave, state, blocker }) => (
        <>
          <Table.Td>
            {say(RECOVERY.wave)} {wave}
          </Table.Td>
          <Table.Td>
            <Mark tone={TONES[state]}>{say(ITEM_STATE_WORDS[state])}</Mark> {blocker}
          </Table.Td>
        </>
      )}
    />
  );
}

/** What people report against what is on the board (C9-R6). */
export function Compare({ incidentId: id }: { incidentId: string }) {
  const { say } = useSpeech();
  const [found, setFound] = useState<ReplyOf<'POST /api/respond/incidents/:id/recovery/compare'>>();
  return (
    <div className="no-print">
      <AskForm
        by={RECOVERY_ROUTES}
        act="POST /api/respond/incidents/:id/recovery/compare"
        label={say(RECOVERY.compare)}
        submit={say(RECOVERY.compare)}
        hint={say(RECOVERY.compareHint)}
        onDone={setFound}
        fields={{ keys: { label: say(RECOVERY.keys), kind: 'keys' } }}
        given={{ id }}
      />
      {found && (
        <div role="status">
          <Text>
            {say(RECOVERY.compared, {
              reported: found.reported.toLocaleString(),
              affected: found.affected.toLocaleString(),
              both: found.both.toLocaleString(),
              onlyAffected: found.onlyAffected.toLocaleString(),
            })}
          </Text>
          {found.onlyReported.length > 0 && (
            <Text style={{ overflowWrap: 'anywhere' }}>
              <Mark tone="event">{say(RECOVERY.onlyReported, { n: found.reported - found.both })}</Mark>{' '}
              {found.onlyReported.slice(0, 50).join(', ')}
              {found.reported - found.both > 50 && ' …'}
            </Text>
          )}
        </div>
      )}
    </div>
  );
}
