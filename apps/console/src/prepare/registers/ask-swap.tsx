import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { W } from '../../words.ts';
import { SWAP } from '../duty/swap-words.ts';
import { peopleChoices, usePeople } from '../people/people.ts';

/** Asks somebody to take one's own turn; it moves when they agree. */
export function AskSwap({
  roster,
  turn,
  onClose,
}: {
  roster: string;
  turn: { layer: number; from: string; until: string };
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const people = usePeople();
  const [takerId, setTakerId] = useState<string | null>(null);
  const [from, setFrom] = useState(turn.from);
  const [until, setUntil] = useState(turn.until);
  const [note, setNote] = useState('');
  const ask = useAct('POST /api/prepare/swaps', { stale: ['swaps'], said: say(SWAP.asked), done: onClose });
  return (
    <Modal opened onClose={onClose} title={say(SWAP.ask)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (takerId) ask.run({ body: { roster, layer: turn.layer, from, until, takerId, note } });
        }}
      >
        <Stack>
          <Text className="quiet">{say(SWAP.hint)}</Text>
          <TextInput
            type="datetime-local"
            label={say(SWAP.from)}
            value={from}
            error={ask.wrong('from')}
            onChange={(e) => setFrom(e.currentTarget.value.slice(0, 16))}
          />
          <TextInput
            type="datetime-local"
            label={say(SWAP.until)}
            value={until}
            error={ask.wrong('until')}
            onChange={(e) => setUntil(e.currentTarget.value.slice(0, 16))}
          />
          <Select
            label={say(SWAP.taker)}
            searchable
            required
            value={takerId}
            onChange={setTakerId}
            error={ask.wrong('takerId')}
            data={peopleChoices(people)}
          />
          <TextInput label={say(W.note)} value={note} onChange={(e) => setNote(e.currentTarget.value)} />
          <Button type="submit" loading={ask.pending} disabled={!takerId}>
            {say(SWAP.ask)}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
