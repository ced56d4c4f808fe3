import { Button, FileInput, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { PersonSelect } from '../../ui/forms/selects.tsx';
import { FORM } from '../../ui/forms/words.ts';
import { SWAP } from '../duty/swap-words.ts';
import { FIELD_WORDS } from './words.ts';

/** Takes the absences of a calendar file in as leave of one person. */
export function TakeLeave() {
  const { say } = useSpeech();
  const [personId, setPersonId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const take = useAct('POST /api/prepare/leave-file', {
    stale: ['registers', 'rosters-ahead'],
    done: (reply) => notifications.show({ color: 'green', message: say(SWAP.leaveDone, reply) }),
  });
  const lacks = (missing: boolean) => (tried && missing ? say(FORM.fillIn) : undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (file && personId) void file.text().then((ics) => take.run({ body: { personId, ics } }));
      }}
    >
      <Group align="end" gap="sm">
        <PersonSelect
          label={say(FIELD_WORDS.personId)}
          value={personId ?? ''}
          onChange={setPersonId}
          error={lacks(personId === null) ?? take.wrong('personId')}
        />
        <FileInput
          label={say(SWAP.leaveFile)}
          value={file}
          onChange={setFile}
          accept=".ics,text/calendar"
          error={lacks(file === null) ?? take.wrong('ics')}
          w={220}
        />
        <Button type="submit" variant="default" loading={take.pending}>
          {say(SWAP.leave)}
        </Button>
        <Text className="quiet" maw={360}>
          {say(SWAP.leaveHint)}
        </Text>
      </Group>
    </form>
  );
}
