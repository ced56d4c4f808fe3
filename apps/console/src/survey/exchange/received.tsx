import { Button, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { Mark } from '../../ui/mark.tsx';
import { usePages } from '../../ui/pages.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Ago } from '../../ui/time.tsx';
import { kindWord, Row, Rows, useReason } from './rows.tsx';
import { EXCHANGE } from './words.ts';

type Received = ReplyOf<'GET /api/survey/packages/received'>['packages'][number];

/** What was received, with the receipt that was signed for it. */
export function Received() {
  const { say, labelled } = useSpeech();
  const reasonOf = useReason();
  const mayRead = useMay()('report.send');
  const [open, setOpen] = useState<Received>();
  const { rows, query } = usePages<Received, string>(
    ['survey-packages', 'received'],
    async (before, signal) => {
      const { packages, next } = await call(
        'GET /api/survey/packages/received',
        { query: { before } },
        signal,
      );
      return { rows: packages, next };
    },
  );
  return (
    <>
      <Rows rows={rows} query={query} empty={say(EXCHANGE.receivedEmpty)}>
        {(each) => (
          <Row
            key={each.id}
            title={`${say(kindWord(each.kind))} ${each.number} ← ${each.peer}`}
            mark={
              <Mark tone={each.outcome === 'taken' ? 'recovery' : 'event'}>
                {say(each.outcome === 'taken' ? EXCHANGE.takenState : EXCHANGE.refused)}
              </Mark>
            }
            details={
              <>
                <Ago at={each.receivedAt} />
                {each.via !== null && ` · ${labelled(say(EXCHANGE.via), each.via)}`}
              </>
            }
            reason={each.reason === '' ? undefined : reasonOf(each.reason)}
          >
            {mayRead && each.outcome === 'taken' && (
              <Button size="compact-md" variant="default" onClick={() => setOpen(each)}>
                {say(EXCHANGE.openContent)}
              </Button>
            )}
            <Button
              size="compact-md"
              variant="default"
              onClick={() => void saveFile(`/api/survey/packages/received/${each.id}/receipt`)}
            >
              {say(EXCHANGE.saveReceipt)}
            </Button>
          </Row>
        )}
      </Rows>
      {open && <Content received={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function Content({
  received: { id, kind, number, peer },
  onClose,
}: {
  received: Received;
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const query = useQuery(
    reading('GET /api/survey/packages/received/:id', { params: { id } }, 'survey-packages'),
  );
  return (
    <Modal opened onClose={onClose} title={`${say(kindWord(kind))} ${number} ← ${peer}`} size="lg">
      <Loaded query={query}>
        {({ payload, attachments }) => (
          <Stack>
            <Text component="pre" className="exchange-content">
              {JSON.stringify(payload, undefined, 2)}
            </Text>
            {attachments.length > 0 && <Text fw={600}>{say(EXCHANGE.attachment)}</Text>}
            {attachments.map(({ name, sha256 }, position) => (
              <Button
                // biome-ignore lint/suspicious/noArrayIndexKey: their order was signed and never changes.
                key={`${position} ${sha256}`}
                variant="default"
                onClick={() => void saveFile(`/api/survey/packages/received/${id}/attachments/${position}`)}
              >
                {name}
              </Button>
            ))}
          </Stack>
        )}
      </Loaded>
    </Modal>
  );
}
