import { Alert, Button, FileInput, Group, List, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { LeaveTaken } from '../../../../../areas/prepare/calendar-feeds/schema.ts';
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
  const [gone, setGone] = useState<LeaveTaken['gone']>([]);
  const take = useAct('POST /api/prepare/leave-file', {
    stale: ['registers', 'rosters-ahead'],
    done: ({ gone: left, ...counts }) => {
      setGone(left);
      notifications.show({ color: 'green', message: say(SWAP.leaveDone, counts) });
    },
  });
  const lacks = (missing: boolean) => (tried && missing ? say(FORM.fillIn) : undefined);
  const send = (wanted: 'keep' | 'withdraw') => {
    setTried(true);
    if (file && personId) void file.text().then((ics) => take.run({ body: { personId, ics, gone: wanted } }));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send('keep');
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
      {gone.length > 0 && (
        <Alert color="yellow" mt="sm" title={say(SWAP.leaveGone)}>
          <List>
            {gone.map(({ key, name, from, until }) => (
              <List.Item key={key}>
                {from === until ? from : `${from} – ${until}`} {name}
              </List.Item>
            ))}
          </List>
          <Button mt="sm" variant="default" loading={take.pending} onClick={() => send('withdraw')}>
            {say(SWAP.leaveWithdraw)}
          </Button>
        </Alert>
      )}
    </form>
  );
}
