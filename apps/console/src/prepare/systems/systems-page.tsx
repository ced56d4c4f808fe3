import { Button, Group, Menu, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ASSET_KINDS, GAPS } from '../../../../../areas/prepare/assets/schema.ts';
import { ASSET_WORDS, GAP_WORDS } from '../../../../../areas/prepare/assets/words.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { columnHelper } from '../../ui/data-table.tsx';
import { Facet } from '../../ui/facet.tsx';
import { AppLink, ButtonLink } from '../../ui/links.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Severity } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { W } from '../../words.ts';
import { SystemDrawer } from './system-drawer.tsx';
import { TITLES } from './titles.ts';
import { SYSTEM } from './words.ts';

const route = getRouteApi('/shell/prepare/systems');
export type AssetRow = ReplyOf<'GET /api/prepare/assets'>['assets'][number];
const h = columnHelper<AssetRow>();

export const minutesWords = (minutes: number | null, language: 'ja' | 'en'): string => {
  if (minutes === null) return '—';
  const [amount, unit] =
    minutes >= 1_440 && minutes % 1_440 === 0
      ? [minutes / 1_440, language === 'ja' ? '日' : ' d']
      : minutes >= 60 && minutes % 60 === 0
        ? [minutes / 60, language === 'ja' ? '時間' : ' h']
        : [minutes, language === 'ja' ? '分' : ' min'];
  return `${amount}${unit}`;
};

/** The systems register; what is open stands beside the list and answers «what if». */
export function SystemsPage() {
  const { say, language } = useSpeech();
  const may = useMay();
  const { kind, gap, search, open } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (patch: { kind?: typeof kind; gap?: typeof gap; search?: string; open?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const columns = h.columns([
    h.accessor('name', { header: say(W.name), size: 260, meta: { grow: true } }),
    h.accessor((row) => say(ASSET_WORDS[row.kind]), { id: 'kind', header: say(W.kind), size: 100 }),
    h.accessor('key', { header: say(W.entryKey), size: 150 }),
    h.accessor((row) => row.unitName ?? say(SYSTEM.needsOwner), {
      id: 'unit',
      header: say(SYSTEM.ownerUnit),
      size: 160,
    }),
    h.accessor('impact', {
      header: say(SYSTEM.impact),
      size: 100,
      cell: (c) => {
        const impact = c.getValue();
        return impact === null ? say(SYSTEM.notKnown) : <Severity level={impact} />;
      },
    }),
    h.accessor((row) => minutesWords(row.rtoMinutes, language), { id: 'rto', header: 'RTO', size: 90 }),
    h.accessor((row) => (row.confirmedAt ? '✓' : '—'), {
      id: 'confirmed',
      header: say(SYSTEM.confirmed),
      size: 90,
    }),
  ]);
  const manage = may('register.manage');
  const add = manage && <Button onClick={() => set({ open: 'new' })}>{say(W.addEntry)}</Button>;
  return (
    <ListScreen<AssetRow, string>
      title={say(TITLES.systems)}
      queryKey={['assets', kind, gap, search]}
      load={async (after: string | undefined, signal) => {
        const page = await call(
          'GET /api/prepare/assets',
          { query: { kind, gap, search: search || undefined, after, limit: 200 } },
          signal,
        );
        return { rows: page.assets, next: page.next };
      }}
      columns={columns}
      rowId={(row) => row.id}
      selected={open}
      onOpen={(row) => set({ open: row.id })}
      search={{ value: search, onCommit: (next) => set({ search: next }) }}
      facets={
        <>
          <Facet
            label={say(W.kind)}
            value={kind}
            values={ASSET_KINDS}
            words={ASSET_WORDS}
            onChange={(next) => set({ kind: next })}
          />
          <Facet
            label={say(SYSTEM.missing)}
            value={gap}
            values={GAPS}
            words={GAP_WORDS}
            onChange={(next) => set({ gap: next })}
            anyWord="—"
          />
        </>
      }
      tools={
        <>
          <ButtonLink to="/prepare/graph" variant="default">
            {say(TITLES.asGraph)}
          </ButtonLink>
          <ButtonLink to="/prepare/recovery" variant="default">
            {say(TITLES.recoveryOrder)}
          </ButtonLink>
          <Menu>
            <Menu.Target>
              <Button variant="default">{say(SYSTEM.inAndOut)}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {manage && (
                <Menu.Item onClick={() => void navigate({ to: '/prepare/imports' })}>
                  {say(TITLES.importFile)}
                </Menu.Item>
              )}
              {(['csv', 'xlsx', 'cyclonedx'] as const).map((format) => (
                <Menu.Item
                  key={format}
                  onClick={() => void saveFile(`/api/prepare/assets/export?format=${format}`)}
                >
                  {say(SYSTEM.exportAs)} {format === 'cyclonedx' ? 'CycloneDX 1.6' : format.toUpperCase()}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </>
      }
      create={add}
      empty={say(SYSTEM.systemsEmpty)}
      above={<Completeness />}
    >
      {() => (
        <>
          {open && (
            <SystemDrawer
              key={open}
              id={open}
              onClose={() => set({ open: '' })}
              onOpen={(id) => set({ open: id })}
            />
          )}
        </>
      )}
    </ListScreen>
  );
}

/** How complete the register is; each number leads to what it counts. */
function Completeness() {
  const { say } = useSpeech();
  const query = useQuery(reading('GET /api/prepare/assets/completeness', {}, 'assets'));
  return (
    <Loaded query={query}>
      {({ filled, asked, gaps }) => (
        <Group gap="md">
          <Text>
            {say(SYSTEM.completeness)} {asked === 0 ? '—' : `${Math.floor((filled / asked) * 100)}%`}{' '}
            <span className="quiet">
              ({filled} / {asked})
            </span>
          </Text>
          <Progress
            aria-label={say(SYSTEM.completeness)}
            value={asked === 0 ? 0 : (filled / asked) * 100}
            w={160}
          />
          {gaps
            .filter(({ count }) => count > 0)
            .map(({ gap, count }) => (
              <AppLink key={gap} to="/prepare/systems" search={{ gap }}>
                {say(GAP_WORDS[gap])} {count}
              </AppLink>
            ))}
        </Group>
      )}
    </Loaded>
  );
}
