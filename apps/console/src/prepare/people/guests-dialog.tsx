import { Button, FileButton, Group, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ROLES } from '../../../../../areas/roles.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { Mark } from '../../ui/mark.tsx';
import { keepFile } from '../../ui/save-file.ts';
import { W } from '../../words.ts';
import { NoMail, useNoMail } from './invite-dialog.tsx';
import { INVITE } from './words.ts';

type Row = ReplyOf<'POST /api/prepare/invitations/preview'>['rows'][number];

async function inBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** A table of people is looked at row by row, and its good rows are invited by one press. */
export function GuestsDialog({ onClose }: { onClose: () => void }) {
  const { say } = useSpeech();
  const noMail = useNoMail();
  const [links, setLinks] = useState<readonly { readonly email: string; readonly link: string }[]>();
  const preview = useAct('POST /api/prepare/invitations/preview', { formless: true });
  const rows = preview.data?.rows ?? [];
  const good = rows.filter(({ person, change }) => person !== null && change !== 'none');
  const people = good.flatMap(({ person }) => (person ? [person] : []));
  const send = useAct('POST /api/prepare/invitations/list', {
    stale: ['people', 'duty'],
    formless: true,
    done: ({ sent }) => {
      const open = sent.flatMap(({ link }, at) =>
        link === null ? [] : [{ email: people[at]?.email ?? '', link }],
      );
      if (open.length > 0) return setLinks(open);
      notifications.show({ message: say(INVITE.sentMany, { n: sent.length }), color: 'green' });
      onClose();
    },
  });
  const look = async (file: File | null) => {
    if (!file) return;
    const format = /\.xlsx$/i.test(file.name) ? 'xlsx' : 'csv';
    preview.run({ body: { format, content: await inBase64(file) } });
  };
  return (
    <Modal opened onClose={onClose} title={say(INVITE.inviteMany)} size="xl">
      {links ? (
        <HandOver links={links} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send.run({ body: { people } });
          }}
        >
          <Stack>
            <NoMail />
            <Text className="quiet">{say(INVITE.fileHint)}</Text>
            <Group>
              <FileButton accept=".csv,.tsv,.xlsx" onChange={(file) => void look(file)}>
                {(props) => (
                  <Button {...props} variant="default" loading={preview.pending}>
                    {say(INVITE.chooseFile)}
                  </Button>
                )}
              </FileButton>
            </Group>
            {rows.length > 0 && <Rows rows={rows} />}
            <FormFoot
              submit={noMail ? say(INVITE.makeLink) : say(INVITE.sendMany, { n: good.length })}
              pending={send.pending}
              disabled={good.length === 0}
              onCancel={onClose}
            />
          </Stack>
        </form>
      )}
    </Modal>
  );
}

const CHANGES = {
  invite: { word: INVITE.willInvite, tone: 'response' },
  resend: { word: INVITE.willResend, tone: 'decision' },
  none: { word: INVITE.joined, tone: 'quiet' },
} as const;

function Rows({ rows }: { rows: readonly Row[] }) {
  const { say, list } = useSpeech();
  return (
    <ScrollArea.Autosize mah="40vh">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say(INVITE.row)}</Table.Th>
            <Table.Th>{say(W.name)}</Table.Th>
            <Table.Th>{say(INVITE.change)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ row, name, email, person, change, faults }) => (
            <Table.Tr key={row}>
              <Table.Td>{row}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {name} <span className="quiet">{email}</span>
                {person && (
                  <Text className="quiet">{list(person.roles.map((role) => say(ROLES[role].name)))}</Text>
                )}
              </Table.Td>
              <Table.Td>
                {change ? (
                  <Mark tone={CHANGES[change].tone}>{say(CHANGES[change].word)}</Mark>
                ) : (
                  faults.map((fault) => (
                    <div key={fault}>
                      <Mark tone="event">{fault}</Mark>
                    </div>
                  ))
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}

/** Links that no mail carries: each for its own person. */
function HandOver({ links }: { links: readonly { readonly email: string; readonly link: string }[] }) {
  const { say } = useSpeech();
  const text = links.map(({ email, link }) => `${email}\t${link}`).join('\n');
  return (
    <Stack>
      <Text fw={700}>{say(INVITE.handOverMany, { n: links.length })}</Text>
      <Group>
        <Button onClick={() => keepFile(new Blob([text], { type: 'text/plain' }), 'invitations.txt')}>
          {say(INVITE.saveLinks)}
        </Button>
      </Group>
    </Stack>
  );
}
