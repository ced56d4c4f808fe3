import { Alert, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contracts as ACCOUNT } from '../../../../server/auth/contract.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { FormFoot } from '../../ui/form-foot.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { AppLink } from '../../ui/links.tsx';
import { Secret } from '../../ui/secret.tsx';
import { W } from '../../words.ts';
import { PersonFields } from './person-fields.tsx';
import { INVITE } from './words.ts';

/** Whether it is known that no mail goes out. */
export function useNoMail(): boolean {
  const { data } = useQuery(reading('GET /api/prepare/invitations', {}, 'people', 'channels'));
  return data?.mailGoesOut === false;
}

/** Where no mail goes out, that is said before anything is sent. */
export function NoMail() {
  const { say } = useSpeech();
  if (!useNoMail()) return null;
  return (
    <Alert color="yellow">
      {say(INVITE.noMail)}{' '}
      <AppLink to="/settings/channels" c="inherit" underline="always">
        {say(INVITE.setUpMail)}
      </AppLink>
    </Alert>
  );
}

/** Somebody new is told of and invited by one press. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { say, language } = useSpeech();
  const [link, setLink] = useState<string>();
  const noMail = useNoMail();
  const form = useRouteForm(ACCOUNT, 'POST /api/prepare/invitations', {
    begin: { name: '', email: '', roles: ['responder'], language, unitId: '' },
    stale: ['people', 'duty'],
    done: (sent) => {
      if (sent.link !== null) return setLink(sent.link);
      notifications.show({ message: say(INVITE.sent), color: 'green' });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={say(INVITE.invitePerson)} size="lg">
      {link === undefined ? (
        <form onSubmit={form.submit} noValidate>
          <Stack>
            <NoMail />
            <TextInput {...form.text('name', say(W.name))} data-autofocus />
            <TextInput {...form.text('email', say(W.email))} type="email" />
            <PersonFields form={form} />
            <FormFoot
              submit={say(noMail ? INVITE.makeLink : INVITE.send)}
              pending={form.pending}
              onCancel={onClose}
            />
          </Stack>
        </form>
      ) : (
        <Secret value={link} hint={say(INVITE.handOver)} />
      )}
    </Modal>
  );
}
