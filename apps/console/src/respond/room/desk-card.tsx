import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { AUDIENCES } from '../../../../../areas/prepare/plans/schema.ts';
import { AUDIENCE_WORDS } from '../../../../../areas/prepare/plans/words.ts';
import { contracts as COMMUNICATIONS_ROUTES } from '../../../../../areas/respond/communications/contract.ts';
import { APPROVALS_NEEDED, withheldIn } from '../../../../../areas/respond/communications/rules.ts';
import {
  SERVICE_STATE_WORDS,
  STATEMENT_KIND_WORDS,
} from '../../../../../areas/respond/communications/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { useAct } from '../../ui/form.tsx';
import { AskForm, ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import { Countdown } from './countdown.tsx';
import { Publish } from './desk/publish.tsx';
import { StatementDesk } from './desk/statement-desk.tsx';
import { DESK } from './desk/words.ts';
import { Individuals } from './individuals.tsx';
import { RoomCard } from './room-card.tsx';
import { useDesk, useIncident } from './use-room.ts';
import { ROOM } from './words.ts';

type Desk = ReplyOf<'GET /api/respond/incidents/:id/desk'>;
type Audience = (typeof AUDIENCES)[number];

/** The communications desk: what is said to whom, by which outlet, approved by whom; what may not be said; what was asked. */
export function DeskCard({
  incidentId: id,
  over,
  closed,
}: {
  incidentId: string;
  over: boolean;
  closed: boolean;
}) {
  const { say, list, bracketed } = useSpeech();
  const may = useMay();
  const query = useDesk(id);
  const org = useMe().data?.organisation.orgId;
  const audiences = AUDIENCES.map((value) => ({ value, label: say(AUDIENCE_WORDS[value]) }));
  const nameOf = (audience: Audience) => say(AUDIENCE_WORDS[audience]);
  return (
    <Loaded query={query}>
      {(desk) => (
        <>
          {!closed && may('statement.write') && <StatementDesk incidentId={id} desk={desk} />}
          <RoomCard title={say(ROOM.statements)}>
            <Stack gap="sm">
              {desk.owedEnds.length > 0 && (
                <Owed
                  names={list(
                    desk.owedEnds.map(
                      ({ audience, outlet }) =>
                        `${nameOf(audience)}${bracketed(desk.outlets.find(({ key }) => key === outlet)?.name ?? outlet)}`,
                    ),
                  )}
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
                  by={COMMUNICATIONS_ROUTES}
                  act="POST /api/respond/incidents/:id/withheld"
                  label={say(ROOM.withhold)}
                  fields={{
                    audience: {
                      label: say(ROOM.audience),
                      kind: 'choice',
                      begin: 'customers',
                      choices: audiences,
                    },
                    term: { label: say(ROOM.term), kind: 'line' },
                    suggest: { label: say(ROOM.suggestAlso), kind: 'yesNo', begin: true },
                    also: { label: say(ROOM.also), kind: 'lines' },
                    reason: { label: say(ROOM.reason), kind: 'text' },
                  }}
                  given={{ id }}
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

const outletChoices = (desk: Desk, { say, list, bracketed }: ReturnType<typeof useSpeech>) =>
  desk.outlets.map(({ key, name, down }) => ({
    value: key,
    label: down.length > 0 ? `${name}${bracketed(say(ROOM.outletDown, { names: list(down) }))}` : name,
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
  const speech = useSpeech();
  const { say, list, quoted, labelled } = speech;
  const may = useMay();
  const me = useMe().data?.personId;
  const approve = useAct('POST /api/respond/statements/:id/approve', { stale: ROOM_STALE });
  const withdraw = useAct('DELETE /api/respond/statements/:id', { stale: ROOM_STALE });
  const outlet = desk.outlets.find(({ key }) => key === each.outlet);
  const draft = each.state === 'draft';
  const drill = useIncident(incidentId).data?.drill === true;
  return (
    <div>
      <Group gap="xs">
        <strong>
          {nameOf(each.audience)} · {say(STATEMENT_KIND_WORDS[each.kind])}
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
        {each.sentAt && drill && each.outlet === 'status-page' && (
          <Mark tone="decision">{say(DESK.keptOff)}</Mark>
        )}
        {draft && each.withheld > 0 && (
          <Mark tone="event">
            {say(ROOM.stopped, {
              words: list(
                withheldIn(each.text, each.audience, desk.withheld).map(({ term }) => quoted(term)),
              ),
            })}
          </Mark>
        )}
        {draft && outlet && outlet.down.length > 0 && (
          <Mark tone="event">{say(ROOM.outletDown, { names: list(outlet.down) })}</Mark>
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
      {each.services.length > 0 && (
        <Text className="quiet">
          {list(
            each.services.map(({ service, state }) =>
              labelled(
                outlet?.services.find(({ key }) => key === service)?.name ?? service,
                say(SERVICE_STATE_WORDS[state]),
              ),
            ),
          )}
        </Text>
      )}
      {each.state === 'sent' && (each.audience === 'customers' || each.audience === 'public') && (
        <Individuals incidentId={incidentId} statementId={each.id} />
      )}
      {draft && (
        <Group gap="xs" className="no-print">
          {each.approvedBy.length > 0 && (
            <span className="quiet">
              {say(ROOM.approvedBy, {
                names: list(each.approvedBy.map(({ name }) => name)),
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
              by={COMMUNICATIONS_ROUTES}
              act="PUT /api/respond/statements/:id"
              label={say(ROOM.edit)}
              fields={{
                text: { label: say(ROOM.text), kind: 'text', begin: each.text },
                outlet: {
                  label: say(ROOM.outlet),
                  kind: 'choice',
                  begin: each.outlet,
                  choices: outletChoices(desk, speech),
                },
              }}
              given={{ id: each.id }}
            />
          )}
          {each.approvedBy.length < APPROVALS_NEEDED && (
            <span className="quiet">
              {say(ROOM.moreApprovals, { n: APPROVALS_NEEDED - each.approvedBy.length })}{' '}
              {say(ROOM.whoMayApprove, {
                names:
                  list(
                    desk.approvers
                      .filter(({ id }) => !each.approvedBy.some((by) => by.id === id))
                      .map(({ name }) => name),
                  ) || say(ROOM.noOne),
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
                  approve.run({
                    params: { id: each.id },
                    body: { text: each.text, outlet: each.outlet, services: each.services },
                  })
                }
              >
                {say(ROOM.approve)}
              </Button>
            )}
          {may('statement.write') && each.approvedBy.length >= APPROVALS_NEEDED && (
            <Publish statementId={each.id} />
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
  const { say, list } = useSpeech();
  if (withheld.length === 0) return <Text className="quiet">{say(ROOM.noChanges)}</Text>;
  return (
    <Stack gap={4}>
      {withheld.map(({ id, audience, term, also, reason, liftAskedBy, liftReason }) => (
        <Group key={id} justify="space-between" wrap="nowrap">
          <Text>
            {nameOf(audience)}: <strong>{term}</strong> <span className="quiet">{reason}</span>
            {also.length > 0 && (
              <span className="quiet"> {say(ROOM.alsoWithheld, { words: list(also) })}</span>
            )}
            {liftAskedBy && (
              <span className="quiet"> {say(ROOM.liftAsked, { name: liftAskedBy, reason: liftReason })}</span>
            )}
          </Text>
          {may && (
            <AskForm
              by={COMMUNICATIONS_ROUTES}
              act="POST /api/respond/withheld/:id/lift"
              label={say(liftAskedBy ? ROOM.liftNow : ROOM.lift)}
              variant="subtle"
              fields={{ reason: { label: say(ROOM.reason), kind: 'text' } }}
              given={{ id }}
            />
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
            by={COMMUNICATIONS_ROUTES}
            act="POST /api/respond/incidents/:id/inquiries"
            label={say(ROOM.logInquiry)}
            fields={{
              cameFrom: { label: say(ROOM.cameFrom), kind: 'line' },
              question: { label: say(ROOM.inquired), kind: 'text' },
            }}
            given={{ id }}
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
                  by={COMMUNICATIONS_ROUTES}
                  act="POST /api/respond/inquiries/:id/answer"
                  label={say(each.state === 'open' ? ROOM.answer : ROOM.edit)}
                  hint={say(ROOM.answerHint)}
                  fields={{
                    answer: {
                      label: say(ROOM.answer),
                      kind: 'text',
                      begin: each.answer,
                      ready: approved,
                    },
                  }}
                  given={{ id: each.id }}
                />
              )}
            </Group>
          </div>
        ))}
      </Stack>
    </RoomCard>
  );
}
