import { Button, FileInput, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { HEARING } from './words.ts';

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Something that was handed over: the file with who gave it to whom. */
export function ReceiveMaterial({ hearingId }: { hearingId: string }) {
  const { say } = useSpeech();
  const [opened, setOpened] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const act = useAct('POST /api/survey/hearings/:id/materials', {
    stale: ['survey-hearings'],
    done: () => {
      setOpened(false);
      setFile(null);
    },
  });
  const send = async (): Promise<void> => {
    if (!file) return;
    const content = await base64Of(file);
    act.run({
      params: { id: hearingId },
      body: { name: file.name, content, from, to, at: new Date().toISOString() },
    });
  };
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
        {say(HEARING.receive)}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={say(HEARING.receive)}>
        <Stack gap="sm">
          <FileInput label={say(HEARING.file)} value={file} onChange={setFile} error={act.wrong('content')} />
          <TextInput
            label={say(HEARING.from)}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            error={act.wrong('from')}
          />
          <TextInput
            label={say(HEARING.to)}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={act.wrong('to')}
          />
          <Button
            disabled={!file || from.trim() === '' || to.trim() === ''}
            loading={act.pending}
            onClick={() => void send()}
          >
            {say(HEARING.receive)}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
