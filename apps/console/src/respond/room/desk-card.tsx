import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { AUDIENCES } from '../../../../../areas/prepare/plans/schema.ts';
import { APPROVALS_NEEDED, withheldIn } from '../../../../../areas/respond/communications/rules.ts';
import { STATEMENT_KINDS } from '../../../../../areas/respond/communications/schema.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { VALUE_WORDS } from '../../prepare/registers/words.ts';
import { useAct } from '../../ui/form.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { AskForm } from './ask-form.tsx';
import { numberOf, ROOM_STALE, textOf } from './ask-values.ts';
import { Countdown } from './countdown.tsx';
import { Individuals } from './individuals.tsx';
import { RoomCard } from './room-card.tsx';
import { useDesk } from './use-room.ts';
import { ROOM, VALUES } from './words.ts';

type Desk = ReplyOf<'GET /api/respond/incidents/:id/desk'>;
type Audience = (typeof AUDIENCES)[number];

/** The communications desk: what is said to whom, by which outlet, approved by whom; what may not be said; what was asked. */
export function DeskCard({ incidentId: id, over }: { incidentId: string; over: boolean }) {
  const { say } = useSpeech();
  const may = useMay();
  const query = useDesk(id);
  const org = useMe().data?.organisation.orgId;
  const audiences = AUDIENCES.map((value) => ({ value, label: say(VALUE_WORDS[value] ?? W.any) }));
  const nameOf = (audience: Audience) => say(VALUE_WORDS[audience] ?? W.any);
  return (
    <Loaded query={query}>
      {(desk) => (
        <>
          <RoomCard
            title={say(ROOM.statements)}
            actions={may('statement.write') && <Draft incidentId={id} desk={desk} audiences={audiences} />}
          >
            <Stack gap="sm">
              {desk.owedEnds.length > 0 && (
                <Owed
                  names={desk.owedEnds
                    .map(
                      ({ audience, outlet }) =>
                        `${nameOf(audience)}（${desk.outlets.find(({ key }) => key === outlet)?.name ?? outlet}）`,
                    )
                    .join('、')}
                  over={over}
                />
              )}
              {desk.outlets.length === 0 && (
                <AppLink
                  to="/prepare/registers/$register"
                  params={{ register: 'outlets' }}
                  search={{ open: 'new' }}
                >
                  {say(ROOM.noOutlets)}
                </AppLink>
              )}
              {org && desk.outlets.some(({ key }) => key === 'status-page') && (
                <a href={`/status/${org}`} target="_blank" rel="noreferrer">
                  {say(ROOM.statusPage)}
                </a>
              )}
              {desk.statements.length === 0 && <Text className="quiet">{say(ROOM.noStatements)}</Text>}
              {desk.statements.toReversed().map((each) => (
                <Statement key={each.id} incidentId={id} each={each} desk={desk} nameOf={nameOf} />
              ))}
            </Stack>
          </RoomCard>
          <RoomCard
            title={say(ROOM.withheld)}
            actions={
              may('statement.approve') && (
                <AskForm
                  act="POST /api/respond/incidents/:id/withheld"
                  label={say(ROOM.withhold)}
                  fields={[
                    {
                      name: 'audience',
                      label: say(ROOM.audience),
                      kind: 'choice',
                      begin: 'customers',
                      choices: audiences,
                    },
                    { name: 'term', label: say(ROOM.term), kind: 'line' },
                    { name: 'reason', label: say(ROOM.reason), kind: 'text' },
                  ]}
                  input={(a) => ({
                    params: { id },
                    body: {
                      audience: a['audience'] as Audience,
                      term: textOf(a['term']),
                      reason: textOf(a['reason']),
                    },
                  })}
                />
              )
            }
          >
            <Withheld withheld={desk.withheld} nameOf={nameOf} may={may('statement.approve')} />
          </RoomCard>
          <Inquiries incidentId={id} inquiries={desk.inquiries} />
        </>
      )}
    </Loaded>
  );
}

/** Who is owed the end: a matter of course while it lasts, a fault once it is over. */
function Owed({ names, over }: { names: string; over: boolean }) {
  const { say } = useSpeech();
  return over ? (
    <Alert color="red">{say(ROOM.owed, { names })}</Alert>
  ) : (
    <Text className="quiet">{say(ROOM.tellsLater, { names })}</Text>
  );
}

function Draft({
  incidentId: id,
  desk,
  audiences,
}: {
  incidentId: string;
  desk: Desk;
  audiences: { value: string; label: string }[];
}) {
  const { say } = useSpeech();
  return (
    <AskForm
      act="POST /api/respond/incidents/:id/statements"
      label={say(ROOM.draftStatement)}
      submit={say(ROOM.draftStatement)}
      variant="filled"
      fields={[
        {
          name: 'audience',
          label: say(ROOM.audience),
          kind: 'choice',
          begin: 'customers',
          choices: audiences,
        },
        {
          name: 'kind',
          label: say(ROOM.kind),
          kind: 'choice',
          begin: desk.statements.some(({ state }) => state === 'sent') ? 'update' : 'start',
          choices: STATEMENT_KINDS.map((value) => ({ value, label: say(VALUES[value]) })),
        },
        { name: 'outlet', label: say(ROOM.outlet), kind: 'choice', choices: outletChoices(desk, say) },
        { name: 'text', label: say(ROOM.text), kind: 'text' },
      ]}
      input={(a) => ({
        params: { id },
        body: {
          audience: a['audience'] as Audience,
          kind: a['kind'] as (typeof STATEMENT_KINDS)[number],
          outlet: textOf(a['outlet']),
          text: textOf(a['text']),
        },
      })}
    />
  );
}

const outletChoices = (desk: Desk, say: ReturnType<typeof useSpeech>['say']) =>
  desk.outlets.map(({ key, name, down }) => ({
    value: key,
    label: down.length > 0 ? `${name}（${say(ROOM.outletDown, { names: down.join('、') })}）` : name,
  }));

function Statement({
  incidentId,
  each,
  desk,
  nameOf,
}: {
  incidentId: string;
  each: Desk['statements'][number];
  desk: Desk;
  nameOf: (audience: Audience) => string;
}) {
  const { say } = useSpeech();
  const may = useMay();
  const me = useMe().data?.personId;
  const approve = useAct('POST /api/respond/statements/:id/approve', { stale: ROOM_STALE });
  const withdraw = useAct('DELETE /api/respond/statements/:id', { stale: ROOM_STALE });
  const outlet = desk.outlets.find(({ key }) => key === each.outlet);
  const draft = each.state === 'draft';
  return (
    <div>
      <Group gap="xs">
        <strong>
          {nameOf(each.audience)} · {say(VALUES[each.kind])}
        </strong>
        <span className="quiet">
          {outlet?.name ?? each.outlet} · {each.writtenBy}
        </span>
        {each.state === 'withdrawn' && <Mark tone="quiet">{say(ROOM.withdrawn)}</Mark>}
        {each.sentAt && (
          <Mark tone="recovery">
            {say(ROOM.sent)} <Ago at={each.sentAt} />
          </Mark>
        )}
        {draft && each.withheld > 0 && (
          <Mark tone="event">
            {say(ROOM.stopped, {
              words: withheldIn(each.text, each.audience, desk.withheld)
                .map(({ term }) => `「${term}」`)
                .join(''),
            })}
          </Mark>
        )}
        {draft && outlet && outlet.down.length > 0 && (
          <Mark tone="event">{say(ROOM.outletDown, { names: outlet.down.join('、') })}</Mark>
        )}
        {each.sentAt && each.nextUpdateAt && (
          <span>
            {say(ROOM.promised)} <Countdown until={each.nextUpdateAt} />
          </span>
        )}
      </Group>
      <Text
        {...(each.state === 'withdrawn' && { className: 'quiet', td: 'line-through' })}
        style={{ whiteSpace: 'pre-wrap' }}
      >
        {each.text}
      </Text>
      {each.state === 'sent' && (each.audience === 'customers' || each.audience === 'public') && (
        <Individuals incidentId={incidentId} statementId={each.id} />
      )}
      {draft && (
        <Group gap="xs" className="no-print">
          {each.approvedBy.length > 0 && (
            <span className="quiet">
              {say(ROOM.approvedBy, {
                names: each.approvedBy.map(({ name }) => name).join('、'),
                n: each.approvedBy.length,
              })}
            </span>
          )}
          {may('statement.write') && (
            <Button
              size="compact-md"
              variant="subtle"
              loading={withdraw.pending}
              onClick={() => withdraw.run({ params: { id: each.id } })}
            >
              {say(ROOM.withdraw)}
            </Button>
          )}
          {may('statement.write') && (
            <AskForm
              act="PUT /api/respond/statements/:id"
              label={say(ROOM.edit)}
              fields={[
                { name: 'text', label: say(ROOM.text), kind: 'text', begin: each.text },
                {
                  name: 'outlet',
                  label: say(ROOM.outlet),
                  kind: 'choice',
                  begin: each.outlet,
                  choices: outletChoices(desk, say),
                },
              ]}
              input={(a) => ({
                params: { id: each.id },
                body: { text: textOf(a['text']), outlet: textOf(a['outlet']) },
              })}
            />
          )}
          {each.approvedBy.length < APPROVALS_NEEDED && (
            <span className="quiet">
              {say(ROOM.moreApprovals, { n: APPROVALS_NEEDED - each.approvedBy.length })}{' '}
              {say(ROOM.whoMayApprove, {
                names:
                  desk.approvers
                    .filter(({ id }) => !each.approvedBy.some((by) => by.id === id))
                    .map(({ name }) => name)
                    .join('、') || say(ROOM.noOne),
              })}
            </span>
          )}
          {may('statement.approve') &&
            each.withheld === 0 &&
            !each.approvedBy.some(({ id }) => id === me) && (
              <Button
                size="compact-md"
                variant="default"
                loading={approve.pending}
                onClick={() =>
                  approve.run({ params: { id: each.id }, body: { text: each.text, outlet: each.outlet } })
                }
              >
                {say(ROOM.approve)}
              </Button>
            )}
          {may('statement.write') && each.approvedBy.length >= APPROVALS_NEEDED && (
            <AskForm
              act="POST /api/respond/statements/:id/send"
              label={say(ROOM.send)}
              submit={say(ROOM.send)}
              variant="filled"
              fields={[
                { name: 'nextUpdateMinutes', label: say(ROOM.nextUpdate), kind: 'number', optional: true },
              ]}
              input={(a) => ({
                params: { id: each.id },
                body: { nextUpdateMinutes: numberOf(a['nextUpdateMinutes']) },
              })}
            />
          )}
        </Group>
      )}
    </div>
  );
}

function Withheld({
  withheld,
  nameOf,
  may,
}: {
  withheld: Desk['withheld'];
  nameOf: (audience: Audience) => string;
  may: boolean;
}) {
  const { say } = useSpeech();
  const lift = useAct('DELETE /api/respond/withheld/:id', { stale: ROOM_STALE });
  if (withheld.length === 0) return <Text className="quiet">{say(ROOM.noChanges)}</Text>;
  return (
    <Stack gap={4}>
      {withheld.map(({ id, audience, term, reason }) => (
        <Group key={id} justify="space-between" wrap="nowrap">
          <Text>
            {nameOf(audience)}: <strong>{term}</strong> <span className="quiet">{reason}</span>
          </Text>
          {may && (
            <Button size="compact-md" variant="subtle" onClick={() => lift.run({ params: { id } })}>
              {say(ROOM.lift)}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}

function Inquiries({ incidentId: id, inquiries }: { incidentId: string; inquiries: Desk['inquiries'] }) {
  const { say } = useSpeech();
  const may = useMay();
  const me = useMe().data?.personId;
  const approve = useAct('POST /api/respond/inquiries/:id/approve', { stale: ROOM_STALE });
  // Words somebody approved for another question may be given at once.
  const approved = [
    ...new Set(inquiries.filter(({ state }) => state === 'answered').map(({ answer }) => answer)),
  ];
  return (
    <RoomCard
      title={say(ROOM.inquiries)}
      actions={
        may('room.write') && (
          <AskForm
            act="POST /api/respond/incidents/:id/inquiries"
            label={say(ROOM.logInquiry)}
            fields={[
              { name: 'cameFrom', label: say(ROOM.cameFrom), kind: 'line' },
              { name: 'question', label: say(ROOM.inquired), kind: 'text' },
            ]}
            input={(a) => ({
              params: { id },
              body: { cameFrom: textOf(a['cameFrom']), question: textOf(a['question']) },
            })}
          />
        )
      }
    >
      <Stack gap="xs">
        {inquiries.length === 0 && <Text className="quiet">{say(ROOM.noChanges)}</Text>}
        {inquiries.map((each) => (
          <div key={each.id}>
            <Text>
              {each.number}. {each.question}{' '}
              <span className="quiet">
                {each.cameFrom} · <Ago at={each.cameAt} />
              </span>
            </Text>
            {each.answer && (
              <Text className={each.state === 'answered' ? 'quiet' : undefined}>
                → {each.answer}{' '}
                {each.state === 'proposed' && (
                  <Mark tone="decision">{say(ROOM.answerWaits, { by: each.proposedBy?.name ?? '?' })}</Mark>
                )}
              </Text>
            )}
            <Group gap={4} className="no-print">
              {each.state === 'proposed' && may('statement.approve') && each.proposedBy?.id !== me && (
                <Button
                  size="compact-md"
                  loading={approve.pending}
                  onClick={() => approve.run({ params: { id: each.id }, body: { answer: each.answer } })}
                >
                  {say(ROOM.approveAnswer)}
                </Button>
              )}
              {each.state !== 'answered' && may('statement.write') && (
                <AskForm
                  act="POST /api/respond/inquiries/:id/answer"
                  label={say(each.state === 'open' ? ROOM.answer : ROOM.edit)}
                  hint={say(ROOM.answerHint)}
                  fields={[
                    ...(approved.length > 0
                      ? [
                          {
                            name: 'known',
                            label: say(ROOM.approvedAnswers),
                            kind: 'choice' as const,
                            choices: approved.map((value) => ({ value, label: value })),
                            optional: true,
                          },
                        ]
                      : []),
                    {
                      name: 'answer',
                      label: say(ROOM.answer),
                      kind: 'text',
                      begin: each.answer,
                      optional: approved.length > 0,
                    },
                  ]}
                  input={(a) => ({
                    params: { id: each.id },
                    body: { answer: textOf(a['known']) || textOf(a['answer']) },
                  })}
                />
              )}
            </Group>
          </div>
        ))}
      </Stack>
    </RoomCard>
  );
}
