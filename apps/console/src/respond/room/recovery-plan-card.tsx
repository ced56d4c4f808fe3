import { Button, FileButton, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Tone } from '../../../../../areas/fact-kind.ts';
import { contracts as RECOVERY_ROUTES } from '../../../../../areas/respond/recovery/contract.ts';
import { METHODS, RECOVERY_CAUSES } from '../../../../../areas/respond/recovery/schema.ts';
import { ApiError, call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { lookAgain, reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm, ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { type Past, PastTime } from '../../ui/forms/past-time.tsx';
import { Mark } from '../../ui/mark.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Ago, fullTime } from '../../ui/time.tsx';
import { span } from './countdown.tsx';
import { partFields } from './host-fields.ts';
import { PLAN } from './recovery-plan-words.ts';
import { RECOVERY } from './recovery-words.ts';
import { RoomCard } from './room-card.tsx';

type View = ReplyOf<'GET /api/respond/incidents/:id/recovery/plan'>;

const TONES: Readonly<Record<View['containment'], Tone>> = {
  open: 'quiet',
  unconfirmed: 'decision',
  confirmed: 'recovery',
  growing: 'event',
};

/** The way that was chosen for one system, or for all that have none of their own. */
const wayOf = (plan: View | undefined, asset: unknown) => {
  const chosen = plan?.strategies.find((each) => each.asset === (asset ?? ''));
  return plan && (chosen ? { method: chosen.method, criteria: chosen.criteria } : null);
};
const answerOf = ({ answer }: View['order'][number]) =>
  answer && { agreed: answer.agreed, note: answer.note };

/** What is decided about recovering: whether it still grows, in which order, by which way, and why it is over. */
export function RecoveryPlanCard({ incidentId: id }: { incidentId: string }) {
  const { say, labelled } = useSpeech();
  const may = useMay();
  const write = may('room.write');
  const query = useQuery(
    reading('GET /api/respond/incidents/:id/recovery/plan', { params: { id } }, 'room', 'recovery'),
  );
  return (
    <RoomCard
      title={say(PLAN.title)}
      actions={
        <>
          {write && (
            <AskForm
              by={RECOVERY_ROUTES}
              act="POST /api/respond/incidents/:id/recovery/growth"
              label={say(PLAN.checkGrowth)}
              fields={{
                affected: { label: say(PLAN.affected), kind: 'number' },
                note: { label: say(PLAN.note), kind: 'line' },
              }}
              given={{ id }}
            />
          )}
          {may('incident.command') && (
            <AskForm
              by={RECOVERY_ROUTES}
              act="PUT /api/respond/incidents/:id/recovery/strategy"
              label={say(PLAN.choose)}
              fields={{
                asset: { label: say(PLAN.asset), kind: 'asset' },
                method: {
                  label: say(PLAN.method),
                  kind: 'choice',
                  begin: 'restore',
                  choices: METHODS.map((value) => ({ value, label: say(PLAN[value]) })),
                },
                criteria: { label: say(PLAN.criteria), kind: 'text' },
              }}
              given={{ id }}
              follows={(answers) => ({ seen: wayOf(query.data, answers['asset']) })}
            />
          )}
          {write && (
            <AskForm
              by={RECOVERY_ROUTES}
              act="PUT /api/respond/incidents/:id/recovery/cause"
              label={say(PLAN.tellWhy)}
              fields={{
                cause: {
                  label: say(PLAN.why),
                  kind: 'choice',
                  begin: query.data?.cause?.cause,
                  choices: RECOVERY_CAUSES.map((value) => ({ value, label: say(PLAN[value]) })),
                },
                note: { label: say(PLAN.note), kind: 'text', begin: query.data?.cause?.note },
              }}
              given={{ id, seen: query.data?.cause }}
            />
          )}
        </>
      }
    >
      <Loaded query={query}>
        {(plan) => (
          <Stack gap="sm">
            <Growth plan={plan} />
            <Order incidentId={id} order={plan.order} may={write} />
            {plan.strategies.length > 0 && (
              <div>
                <Text fw={700}>{say(PLAN.ways)}</Text>
                {plan.strategies.map(({ asset, method, criteria, by }) => (
                  <Text key={asset} style={{ whiteSpace: 'pre-wrap' }}>
                    {asset ? (plan.order.find(({ key }) => key === asset)?.name ?? asset) : say(PLAN.forAll)}:{' '}
                    <strong>{say(PLAN[method])}</strong> {criteria} <span className="quiet">{by}</span>
                  </Text>
                ))}
              </div>
            )}
            {plan.cause && (
              <Text>
                {labelled(say(PLAN.why), '')}
                <strong>{say(PLAN[plan.cause.cause])}</strong> {plan.cause.note}
              </Text>
            )}
            <Pages incidentId={id} pages={plan.pages} may={write} />
            <Tables incidentId={id} may={write} />
          </Stack>
        )}
      </Loaded>
    </RoomCard>
  );
}

function Growth({ plan: { containment, growth } }: { plan: View }) {
  const { say } = useSpeech();
  return (
    <div>
      <Group gap="xs">
        <Text>{say(PLAN.containment)}</Text>
        <Mark tone={TONES[containment]}>{say(PLAN[containment])}</Mark>
      </Group>
      {growth.map(({ at, affected, note, by }) => (
        <Text key={at}>
          {say(PLAN.count, { n: affected.toLocaleString() })} {note}{' '}
          <span className="quiet">
            {by} · <Ago at={at} />
          </span>
        </Text>
      ))}
    </div>
  );
}

function Order({ incidentId: id, order, may }: { incidentId: string; order: View['order']; may: boolean }) {
  const { say, labelled } = useSpeech();
  const answer = useAct('PUT /api/respond/incidents/:id/recovery/order/:asset', { stale: ROOM_STALE });
  if (order.length === 0) return <Text className="quiet">{say(PLAN.noOrder)}</Text>;
  return (
    <div>
      <Text fw={700}>{say(PLAN.order)}</Text>
      <Table>
        <Table.Tbody>
          {order.map((each) => (
            <Table.Tr key={each.key}>
              <Table.Td w={36}>{each.rank}</Table.Td>
              <Table.Td>
                {each.name}{' '}
                <span className="quiet">
                  {each.rtoMinutes !== null && say(PLAN.rto, { time: span(each.rtoMinutes * 60) })}{' '}
                  {each.becauseName && say(PLAN.because, { name: each.becauseName })}
                </span>{' '}
                {each.needsOwner && <Mark tone="decision">{say(PLAN.needsOwner)}</Mark>}
                {each.answer && (
                  <div>
                    <Mark tone={each.answer.agreed ? 'recovery' : 'event'}>
                      {say(each.answer.agreed ? PLAN.agreed : PLAN.objected, { by: each.answer.by })}
                    </Mark>{' '}
                    {!each.answer.asOwner && say(PLAN.inTheirPlace)} {each.answer.note}
                  </div>
                )}
              </Table.Td>
              {may && (
                <Table.Td ta="end" className="no-print">
                  <Group gap={4} justify="end">
                    <Button
                      size="compact-md"
                      variant="default"
                      aria-label={labelled(say(PLAN.agree), each.name)}
                      loading={answer.pending}
                      onClick={() =>
                        answer.run({
                          params: { id, asset: each.key },
                          body: { agreed: true, note: '', seen: answerOf(each) },
                        })
                      }
                    >
                      {say(PLAN.agree)}
                    </Button>
                    <AskForm
                      by={RECOVERY_ROUTES}
                      act="PUT /api/respond/incidents/:id/recovery/order/:asset"
                      label={say(PLAN.object)}
                      variant="subtle"
                      fields={{ note: { needed: true, label: say(PLAN.note), kind: 'text' } }}
                      given={{ id, asset: each.key, agreed: false, seen: answerOf(each) }}
                    />
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Pages({ incidentId: id, pages, may }: { incidentId: string; pages: View['pages']; may: boolean }) {
  const { say, language } = useSpeech();
  const [shown, setShown] = useState<View['pages'][number]>();
  const end = useAct('DELETE /api/respond/recovery-pages/:id', { stale: ROOM_STALE });
  return (
    <div className="no-print">
      <Group justify="space-between">
        <Text fw={700}>{say(PLAN.pages)}</Text>
        {may && (
          <AskForm
            by={RECOVERY_ROUTES}
            act="POST /api/respond/incidents/:id/recovery/pages"
            label={say(PLAN.makePage)}
            hint={say(PLAN.scan)}
            fields={{
              name: { label: say(PLAN.pageName), kind: 'line' },
              filter: {
                kind: 'group',
                fields: { ...partFields(say), wave: { label: say(RECOVERY.wave), kind: 'number' } },
              },
              hours: { needed: true, label: say(PLAN.hours), kind: 'number', begin: 24 },
            }}
            given={{ id }}
          />
        )}
      </Group>
      {pages.map((page) => (
        <Group key={page.id} justify="space-between">
          <Button variant="subtle" size="compact-md" onClick={() => setShown(page)}>
            {page.name}
          </Button>
          <Group gap="xs">
            <span className="quiet">{say(PLAN.until, { at: fullTime(page.until, language) })}</span>
            {may && (
              <Button
                size="compact-md"
                variant="subtle"
                color="red"
                loading={end.pending}
                onClick={() => end.run({ params: { id: page.id } })}
              >
                {say(PLAN.endPage)}
              </Button>
            )}
          </Group>
        </Group>
      ))}
      <Modal opened={shown !== undefined} onClose={() => setShown(undefined)} title={shown?.name}>
        {shown && (
          <Stack align="center">
            <Text>{say(PLAN.scan)}</Text>
            <QrCode text={shown.url} label={shown.name} size={260} />
            <a href={shown.url} target="_blank" rel="noreferrer" className="code">
              {shown.url}
            </a>
          </Stack>
        )}
      </Modal>
    </div>
  );
}

/** The board as a spreadsheet: out, and back in with what was changed. */
function Tables({ incidentId: id, may }: { incidentId: string; may: boolean }) {
  const { say } = useSpeech();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [past, setPast] = useState<Past | null>(null);
  const take = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    try {
      const { moved } = await call('POST /api/respond/incidents/:id/recovery/csv', {
        params: { id },
        body: { csv: await file.text(), happened: past },
      });
      notifications.show({ message: say(PLAN.csvMoved, { n: moved.toLocaleString() }), color: 'green' });
      lookAgain(client, ROOM_STALE);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      notifications.show({ message: error.whole, color: 'red', autoClose: 20_000 });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Group gap="xs" className="no-print">
      <Button
        size="compact-md"
        variant="default"
        onClick={() => void saveFile(`/api/respond/incidents/${id}/recovery/file`)}
      >
        {say(PLAN.csvOut)}
      </Button>
      {may && (
        <FileButton accept=".csv,text/csv" onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} size="compact-md" variant="default" loading={busy}>
              {say(PLAN.csvIn)}
            </Button>
          )}
        </FileButton>
      )}
      {may && <PastTime value={past} onChange={setPast} />}
    </Group>
  );
}
