import { ActionIcon, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { contracts as CONTACT_ROUTES_ROUTES } from '../../../../../areas/prepare/contact-routes/contract.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { reading } from '../../queries.ts';
import { TimeField } from '../../ui/dates/date-field.tsx';
import { useAct } from '../../ui/form.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { IconArrowUp, IconPlus, IconTrash } from '../../ui/icons.ts';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import { W, words } from '../../words.ts';
import { pushHost, ThisDevice } from './this-device.tsx';

const CARD = words({
  title: { ja: '連絡手段（優先順）', en: 'Contact routes, in order' },
  hint: {
    ja: '呼び出しは上から順に行います。未登録の場合は、サインイン用のメールアドレスに送信します。',
    en: 'Pages try these from the top. If there are none, they go to the sign-in email address.',
  },
  kind: { ja: '種類', en: 'Kind' },
  address: { ja: '番号・アドレス', en: 'Number or address' },
  note: { ja: '備考', en: 'Note' },
  up: { ja: '上へ', en: 'Move up' },
  notSetUp: {
    ja: '「通知手段」で設定するまで、呼び出しには使用されません',
    en: 'Pages skip this route until its channel is set up',
  },
  addRoute: { ja: '連絡手段の追加', en: 'Add route' },
  quiet: { ja: '通知停止時間帯', en: 'Quiet hours' },
  quietHint: {
    ja: '呼び出しは時間帯にかかわらず送信されます。確認メッセージのみ、時間帯の終了後に送信します。',
    en: 'Pages are always sent. Only test messages wait.',
  },
  bothTimes: {
    ja: '開始と終了の両方を入力するか、両方を空欄にしてください',
    en: 'Enter both times, or neither',
  },
  quietFrom: { ja: '開始', en: 'From' },
  quietUntil: { ja: '終了', en: 'Until' },
  proven: { ja: '確認済み', en: 'Verified' },
  stale: { ja: '要再確認', en: 'Needs re-verification' },
  unproven: { ja: '未確認', en: 'Not verified' },
  waiting: { ja: '回答待ち', en: 'Waiting for an answer' },
  held: { ja: 'メールが未設定のため送信できません', en: 'Not sent: email is not set up' },
  failed: { ja: '送信できませんでした', en: 'Could not send' },
  test: { ja: '確認メッセージの送信', en: 'Send test message' },
  reached: { ja: '応答を確認', en: 'Mark as answered' },
});

type Card = ReplyOf<'GET /api/prepare/people/:id/card'>;
type Route = Card['routes'][number];
export type Written = Pick<Route, 'kind' | 'address' | 'note'>;

/** How a person is reached: written, ordered, and proven by a message somebody answered. */
export function ContactCard({ personId }: { personId: string }) {
  const query = useQuery(reading('GET /api/prepare/people/:id/card', { params: { id: personId } }, 'card'));
  return (
    <Loaded query={query}>{(card) => <Editing key={personId} personId={personId} card={card} />}</Loaded>
  );
}

/** What the channel of a route tells of it. */
const kindOf = (card: Card, kind: string) => card.kinds.find((each) => each.kind === kind);
const isDevice = (card: Card, kind: string): boolean => kindOf(card, kind)?.input === 'device';

/** Which keys a telephone shows. */
const inputMode = (input: Card['kinds'][number]['input'] | undefined) =>
  input === 'device' ? undefined : input;

function Editing({ personId, card }: { personId: string; card: Card }) {
  const { say, labelled } = useSpeech();
  // Written by route and hours: a test message that was sent, or a colleague's change, comes in beside what is typed here.
  const begin = {
    routes: card.routes.map(({ kind, address, note }): Written => ({ kind, address, note })),
    quiet: card.quiet,
  };
  const form = useRouteForm(CONTACT_ROUTES_ROUTES, 'PUT /api/prepare/people/:id/card', {
    given: { id: personId, seen: begin },
    begin,
    stale: ['card'],
    said: say(W.saved),
  });
  const { data: me } = useMe();
  const routes = (form.values.routes || []).map((route): Written => ({ ...route, note: route.note ?? '' }));
  const setRoutes = (next: readonly Written[]) => form.set('routes', [...next]);
  const quiet = form.values.quiet || { from: '', until: '' };
  const setQuiet = (patch: Partial<typeof quiet>) => {
    const next = { ...quiet, ...patch };
    form.set('quiet', next.from || next.until ? next : null);
  };
  const knownAt = (route: Written) =>
    card.routes.find(({ kind, address }) => kind === route.kind && address === route.address);
  const swap = (at: number, next: Written) => setRoutes(routes.map((route, i) => (i === at ? next : route)));
  const raise = (at: number) => {
    const moved = [...routes];
    moved.splice(at - 1, 0, ...moved.splice(at, 1));
    setRoutes(moved);
  };
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="sm">
        <Title order={2}>{say(CARD.title)}</Title>
        <Text className="quiet">{say(CARD.hint)}</Text>
        {routes.map((route, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a route is its place in the order
          <fieldset key={at} className="claim">
            <Group gap="xs" align="end" wrap="wrap">
              <Select
                label={say(CARD.kind)}
                w={150}
                allowDeselect={false}
                value={route.kind}
                error={form.wrong(`routes.${at}.kind`)}
                onChange={(kind) => kind && swap(at, { ...route, kind })}
                // A device is chosen on that device, not typed.
                disabled={isDevice(card, route.kind)}
                data={card.kinds
                  .filter(({ kind }) => kind === route.kind || !isDevice(card, kind))
                  .map(({ kind, name }) => ({ value: kind, label: say(name) }))}
              />
              <TextInput
                label={say(CARD.address)}
                value={isDevice(card, route.kind) ? pushHost(route.address) : route.address}
                readOnly={isDevice(card, route.kind)}
                inputMode={inputMode(kindOf(card, route.kind)?.input)}
                placeholder={kindOf(card, route.kind)?.example ?? ''}
                description={kindOf(card, route.kind)?.configured === false && say(CARD.notSetUp)}
                error={form.wrong(`routes.${at}.address`)}
                onChange={(e) => swap(at, { ...route, address: e.currentTarget.value })}
                style={{ flex: 1, minWidth: 180 }}
                required
              />
              <TextInput
                label={say(CARD.note)}
                value={route.note}
                onChange={(e) => swap(at, { ...route, note: e.currentTarget.value })}
                w={140}
              />
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={say(CARD.up)}
                disabled={at === 0}
                onClick={() => raise(at)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={say(W.remove)}
                onClick={() => setRoutes(routes.filter((_, i) => i !== at))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
            <Proven
              personId={personId}
              route={knownAt(route)}
              testable={kindOf(card, route.kind)?.testable === true}
            />
          </fieldset>
        ))}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={12} />}
            onClick={() => setRoutes([...routes, { kind: 'phone', address: '', note: '' }])}
          >
            {say(CARD.addRoute)}
          </Button>
          {me?.personId === personId && <ThisDevice onAdd={(route) => setRoutes([...routes, route])} />}
        </Group>
        <Group gap="sm" align="end">
          <TimeField
            w={150}
            label={labelled(say(CARD.quiet), say(CARD.quietFrom))}
            value={quiet.from || null}
            error={form.wrong('quiet.from')}
            onBlur={() => form.leave('quiet.from')}
            onChange={(from) => setQuiet({ from: from ?? '' })}
          />
          <TimeField
            w={150}
            label={say(CARD.quietUntil)}
            error={
              (quiet.from === '') === (quiet.until === '') ? form.wrong('quiet.until') : say(CARD.bothTimes)
            }
            value={quiet.until || null}
            onBlur={() => form.leave('quiet.until')}
            onChange={(until) => setQuiet({ until: until ?? '' })}
          />
        </Group>
        <Text className="quiet">{say(CARD.quietHint)}</Text>
        <Group>
          <Button type="submit" loading={form.pending}>
            {say(W.save)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const TEST_WORDS: Readonly<Record<string, (typeof CARD)[keyof typeof CARD]>> = {
  queued: CARD.waiting,
  accepted: CARD.waiting,
  held: CARD.held,
  failed: CARD.failed,
};

/** Of a route as it was kept; one that was changed here is not proven. */
const Proven = ({ route, ...rest }: { personId: string; route: Route | undefined; testable: boolean }) =>
  route && <Proof {...rest} route={route} />;

/** What is proven of a route, and the two ways to prove it. */
function Proof({ personId, route, testable }: { personId: string; route: Route; testable: boolean }) {
  const { say } = useSpeech();
  const { data: me } = useMe();
  const manage = useMay()('person.manage');
  const options = { stale: ['card'] as const };
  const test = useAct('POST /api/prepare/people/:id/card/:route/test', options);
  const reached = useAct('POST /api/prepare/people/:id/card/:route/verified', options);
  const params = { id: personId, route: route.id };
  const state = route.fresh ? CARD.proven : route.verifiedAt ? CARD.stale : CARD.unproven;
  const waiting = route.test === null ? undefined : TEST_WORDS[route.test];
  return (
    <Group gap="sm" mt="xs">
      <Mark tone={route.fresh ? 'recovery' : 'decision'}>{say(state)}</Mark>
      {route.verifiedAt && <Ago at={route.verifiedAt} />}
      {waiting && <Text className="quiet">{say(waiting)}</Text>}
      {testable && (
        <Button
          size="compact-sm"
          variant="default"
          loading={test.pending}
          onClick={() => test.run({ params })}
        >
          {say(CARD.test)}
        </Button>
      )}
      {manage && me?.personId !== personId && (
        <Button
          size="compact-sm"
          variant="default"
          loading={reached.pending}
          onClick={() => reached.run({ params })}
        >
          {say(CARD.reached)}
        </Button>
      )}
    </Group>
  );
}
