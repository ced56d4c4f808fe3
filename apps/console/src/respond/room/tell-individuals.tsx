import { Button, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { contracts as COMMUNICATIONS_ROUTES } from '../../../../../areas/respond/communications/contract.ts';
import { useSpeech } from '../../language.tsx';
import { ActButton } from '../../ui/act-button.tsx';
import { ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { NOTICES } from './notice-words.ts';
import { readRecipients } from './read-recipients.ts';

export function Tell({ statementId }: { statementId: string }) {
  const { say, language } = useSpeech();
  const [opened, setOpened] = useState(false);
  const [list, setList] = useState('');
  const { recipients, unread } = readRecipients(list, language);
  const form = useRouteForm(COMMUNICATIONS_ROUTES, 'POST /api/respond/statements/:id/individuals', {
    given: { id: statementId, recipients },
    begin: { subject: '' },
    stale: ROOM_STALE,
  });
  const unreadWords =
    unread.length > 0 ? say(NOTICES.unread, { n: unread.slice(0, 10).join(', ') }) : undefined;
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        onClick={() => {
          form.again();
          setOpened(true);
        }}
      >
        {say(NOTICES.individuals)}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={say(NOTICES.individuals)} size="lg">
        {form.data && !form.pending ? (
          <Text>
            {say(NOTICES.told, { sent: form.data.sent + form.data.again, already: form.data.already })}
          </Text>
        ) : (
          <form onSubmit={form.submit} noValidate>
            <Stack>
              <Text className="quiet">{say(NOTICES.words)}</Text>
              <TextInput {...form.text('subject', say(NOTICES.subject))} data-autofocus />
              <Textarea
                label={say(NOTICES.list)}
                autosize
                minRows={5}
                maxRows={14}
                value={list}
                onChange={(event) => setList(event.currentTarget.value)}
                error={unreadWords ?? form.wrong('recipients')}
              />
              <ActButton
                type="submit"
                loading={form.pending}
                why={
                  unreadWords !== undefined
                    ? say(NOTICES.mendList)
                    : recipients.length === 0
                      ? say(NOTICES.listFirst)
                      : undefined
                }
              >
                {say(NOTICES.send, { n: recipients.length.toLocaleString() })}
              </ActButton>
            </Stack>
          </form>
        )}
      </Modal>
    </>
  );
}
