import { Group, Progress, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ITEM_STATES } from '../../../../../areas/respond/recovery/schema.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { fullTime } from '../../ui/time.tsx';
import { words } from '../../words.ts';
import { AskForm, numberOf, textOf } from './ask-form.tsx';
import { RoomCard } from './room-card.tsx';
import { useBoard } from './use-room.ts';
import { ROOM } from './words.ts';

const RECOVERY = words({
  title: { ja: '復旧の進み', en: 'Recovery' },
  none: {
    ja: '対象の機器がまだありません。台帳から対象を加えます。',
    en: 'No machines yet: add them from the register.',
  },
  begin: { ja: '対象を加える', en: 'Add machines' },
  added: {
    ja: '{n}台を加えました（台帳にないもの {unknown}）',
    en: '{n} added; not in the register: {unknown}',
  },
  move: { ja: 'まとめて進める', en: 'Move many' },
  behind: { ja: 'この機器・経路の先にあるもの（キー）', en: 'All behind this (key)' },
  keys: { ja: '機器のキー（一行に一つ）', en: 'Keys of machines, one a line' },
  class: { ja: '種別', en: 'Class' },
  company: { ja: '会社', en: 'Company' },
  site: { ja: '拠点', en: 'Site' },
  os: { ja: 'OS', en: 'OS' },
  wave: { ja: '波', en: 'Wave' },
  state: { ja: '状態', en: 'State' },
  blocker: { ja: '支障（止まっている理由）', en: 'Blocker' },
  of: { ja: '{restored} / {total} 台', en: '{restored} of {total}' },
  blocked: { ja: '支障 {n}台', en: '{n} blocked' },
  forecast: { ja: 'このペース（毎時{pace}台）なら {at}', en: 'at this pace ({pace} an hour): {at}' },
  unknown: {
    ja: '直近に復旧した機器がなく、見込みは分かりません',
    en: 'Nothing came back lately: nobody knows when',
  },
  waiting: { ja: '未着手', en: 'waiting' },
  inProgress: { ja: '作業中', en: 'in progress' },
  isBlocked: { ja: '支障あり', en: 'blocked' },
  restored: { ja: '復旧', en: 'restored' },
  notAffected: { ja: '影響なし', en: 'not affected' },
});
const STATE = {
  waiting: RECOVERY.waiting,
  inProgress: RECOVERY.inProgress,
  blocked: RECOVERY.isBlocked,
  restored: RECOVERY.restored,
  notAffected: RECOVERY.notAffected,
} as const;

type Board = ReplyOf<'GET /api/respond/incidents/:id/recovery'>;
const some = (value: unknown): string | undefined => textOf(value).trim() || undefined;
const keysIn = (value: unknown): string[] | undefined => {
  const keys = textOf(value)
    .split(/[\s,]+/)
    .filter(Boolean);
  return keys.length > 0 ? keys : undefined;
};

/** Thousands of machines at one look: how many of how many, by class, company and site, what keeps them, and until when. */
export function RecoveryCard({ incidentId: id }: { incidentId: string }) {
  const { say } = useSpeech();
  const write = useMay()('room.write');
  const query = useBoard(id);
  const which = (['class', 'company', 'site'] as const).map((name) => ({
    name,
    label: say(RECOVERY[name]),
    kind: 'line' as const,
    optional: true,
  }));
  return (
    <RoomCard
      title={say(RECOVERY.title)}
      actions={
        write && (
          <>
            <AskForm
              act="POST /api/respond/incidents/:id/recovery"
              label={say(RECOVERY.begin)}
              onDone={({ added, unknown }) =>
                notifications.show({
                  message: say(RECOVERY.added, { n: added.toLocaleString(), unknown }),
                  color: unknown > 0 ? 'yellow' : 'green',
                })
              }
              fields={[
                { name: 'behind', label: say(RECOVERY.behind), kind: 'line', optional: true },
                ...which.filter(({ name }) => name !== 'site'),
                { name: 'os', label: say(RECOVERY.os), kind: 'line', optional: true },
                { name: 'keys', label: say(RECOVERY.keys), kind: 'text', optional: true },
                { name: 'wave', label: say(RECOVERY.wave), kind: 'number', begin: 1 },
              ]}
              input={(a) => ({
                params: { id },
                body: {
                  behind: some(a['behind']),
                  class: some(a['class']),
                  company: some(a['company']),
                  os: some(a['os']),
                  keys: keysIn(a['keys']),
                  wave: numberOf(a['wave']) ?? 1,
                },
              })}
            />
            <AskForm
              act="POST /api/respond/incidents/:id/recovery/move"
              label={say(RECOVERY.move)}
              fields={[
                ...which,
                { name: 'wave', label: say(RECOVERY.wave), kind: 'number', optional: true },
                { name: 'keys', label: say(RECOVERY.keys), kind: 'text', optional: true },
                {
                  name: 'state',
                  label: say(RECOVERY.state),
                  kind: 'choice',
                  begin: 'restored',
                  choices: ITEM_STATES.map((value) => ({ value, label: say(STATE[value]) })),
                },
                { name: 'blocker', label: say(RECOVERY.blocker), kind: 'line', optional: true },
              ]}
              input={(a) => ({
                params: { id },
                body: {
                  keys: keysIn(a['keys']),
                  filter: {
                    class: some(a['class']),
                    company: some(a['company']),
                    site: some(a['site']),
                    wave: numberOf(a['wave']) ?? undefined,
                  },
                  state: a['state'] as (typeof ITEM_STATES)[number],
                  blocker: some(a['blocker']),
                },
              })}
            />
          </>
        )
      }
    >
      <Loaded query={query}>
        {(board) =>
          board.total === 0 ? (
            <Text className="quiet">{say(RECOVERY.none)}</Text>
          ) : (
            <Progressing board={board} />
          )
        }
      </Loaded>
    </RoomCard>
  );
}

function Progressing({ board }: { board: Board }) {
  const { say, language } = useSpeech();
  const { restored } = board.states;
  const { at, perHour } = board.forecast;
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text className="clock">
          {say(RECOVERY.of, { restored: restored.toLocaleString(), total: board.total.toLocaleString() })}
        </Text>
        {board.states.blocked > 0 && (
          <Mark tone="event">{say(RECOVERY.blocked, { n: board.states.blocked.toLocaleString() })}</Mark>
        )}
      </Group>
      <Progress value={(restored / board.total) * 100} aria-label={say(RECOVERY.title)} color="green" />
      <Text className="quiet">
        {at
          ? say(RECOVERY.forecast, { pace: Math.round(perHour * 10) / 10, at: fullTime(at, language) })
          : say(RECOVERY.unknown)}
      </Text>
      {board.blockers.map(({ name, count }) => (
        <Text key={name}>
          {name || say(ROOM.noReason)}: {count.toLocaleString()}
        </Text>
      ))}
      {(['classes', 'companies', 'sites', 'waves'] as const).map((by) => (
        <details key={by}>
          <summary>
            {say(
              {
                classes: RECOVERY.class,
                companies: RECOVERY.company,
                sites: RECOVERY.site,
                waves: RECOVERY.wave,
              }[by],
            )}
          </summary>
          <Table>
            <Table.Tbody>
              {board[by].map((group) => (
                <Table.Tr key={group.name}>
                  <Table.Td>{group.name || '—'}</Table.Td>
                  <Table.Td ta="end">
                    {say(RECOVERY.of, {
                      restored: group.restored.toLocaleString(),
                      total: group.total.toLocaleString(),
                    })}
                  </Table.Td>
                  <Table.Td ta="end">
                    {group.blocked > 0 && say(RECOVERY.blocked, { n: group.blocked.toLocaleString() })}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </details>
      ))}
    </Stack>
  );
}
