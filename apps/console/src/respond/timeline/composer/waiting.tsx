import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useSpeech } from '../../../language.tsx';
import { dropNote, useWaitingNotes } from '../waiting-notes.ts';
import { WAITING } from '../waiting-words.ts';

/** What was typed while the connection was down, and waits for it. */
export function WaitingNotes({ incidentId, personId }: { incidentId: string; personId: string }) {
  const { say } = useSpeech();
  const { waiting, flush } = useWaitingNotes(incidentId, personId);
  if (waiting.length === 0) return null;
  return (
    <Alert variant="outline" color="gray" role="status" title={say(WAITING.kept, { n: waiting.length })}>
      <Stack gap={4}>
        {waiting.map(({ note, refused }) => (
          <Group key={note.clientId} justify="space-between" wrap="nowrap">
            <div>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{note.text}</Text>
              {refused && <Text>{say(WAITING.refused, { why: refused })}</Text>}
            </div>
            {refused && (
              <Button size="compact-md" variant="subtle" onClick={() => dropNote(note.clientId)}>
                {say(WAITING.drop)}
              </Button>
            )}
          </Group>
        ))}
        <Button
          size="compact-md"
          variant="default"
          onClick={() => void flush()}
          style={{ alignSelf: 'start' }}
        >
          {say(WAITING.again)}
        </Button>
      </Stack>
    </Alert>
  );
}
