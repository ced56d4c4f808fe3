import { Button, FileInput, Group, Select, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { SWAP } from '../duty/swap-words.ts';
import { peopleChoices, usePeople } from '../people/people.ts';
import { FIELD_WORDS } from './words.ts';

/** Takes the absences of a calendar file in as leave of one person. */
export function TakeLeave() {
  const { say } = useSpeech();
  const people = usePeople();
  const [personId, setPersonId] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const take = useAct('POST /api/prepare/leave-file', {
    stale: ['registers', 'rosters-ahead'],
    done: (reply) => notifications.show({ color: 'green', message: say(SWAP.leaveDone, reply) }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file && personId) void file.text().then((ics) => take.run({ body: { personId, ics } }));
      }}
    >
      <Group align="end" gap="sm">
        <Select
          label={say(FIELD_WORDS['personId'] ?? SWAP.mine)}
          searchable
          value={personId}
          onChange={setPersonId}
          error={take.wrong('personId')}
          data={peopleChoices(people)}
        />
        <FileInput
          label={say(SWAP.leaveFile)}
          value={file}
          onChange={setFile}
          accept=".ics,text/calendar"
          error={take.wrong('ics')}
          w={220}
        />
        <Button
          type="submit"
          variant="default"
          loading={take.pending}
          disabled={file === null || personId === null}
        >
          {say(SWAP.leave)}
        </Button>
        <Text className="quiet" maw={360}>
          {say(SWAP.leaveHint)}
        </Text>
      </Group>
    </form>
  );
}
