import './graph-page.css';
import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ASSET_WORDS } from '../../../../../areas/prepare/assets/words.ts';
import { call } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { about, reading } from '../../queries.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Mark, Severity } from '../../ui/mark.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { words } from '../../words.ts';
import { layered, type Place } from './layered.ts';
import { SystemDrawer } from './system-drawer.tsx';
import type { AssetRow } from './systems-page.tsx';
import { SYSTEM } from './words.ts';

const GRAPH = words({
  title: { ja: 'システム依存関係', en: 'System dependencies' },
  hint: {
    ja: '上が利用する側、下が支える側です。選択すると、停止した場合に影響を受けるシステムが赤で表示されます。',
    en: 'Systems above depend on those below. Select one to see, in red, what stops with it.',
  },
  table: { ja: '一覧表示', en: 'Show as list' },
  stopsToo: { ja: '停止', en: 'stops' },
  whatIf: { ja: '「{name}」の停止時：{n}件が停止', en: 'If “{name}” stops, {n} {n|other stops|others stop}' },
  alone: {
    ja: '「{name}」の停止時：影響を受けるシステムなし',
    en: 'If “{name}” stops, nothing else stops',
  },
  details: { ja: '詳細', en: 'Details' },
  clear: { ja: '選択解除', en: 'Clear selection' },
  around: { ja: '周辺のみ表示', en: 'Show neighbours only' },
  everything: { ja: 'すべて', en: 'all' },
  tooMany: {
    ja: '{n}件中{shown}件を表示しています。周辺のみ表示するシステムを選択してください',
    en: 'Showing {shown} of {n}. Choose a system to see its neighbours',
  },
});

const route = getRouteApi('/shell/prepare/graph');
const STOPS = ['dependsOn', 'connectsThrough', 'composedOf', 'hostedOn'] as const;
const MOST = 250;
const WIDTH = 164;
const HEIGHT = 96;
const BOX = { width: 148, height: 52 } as const;

/** Systems as a graph: what carries what, and what stops when one does. */
export function GraphPage() {
  const { say, labelled } = useSpeech();
  const { around, what, open } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (patch: { around?: string; what?: string; open?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const query = useQuery({
    queryKey: ['assets', 'graph'],
    meta: about('assets'),
    queryFn: async ({ signal }) => {
      const found: AssetRow[] = [];
      for (let after: string | undefined; ; ) {
        const page = await call('GET /api/prepare/assets', { query: { limit: 500, after } }, signal);
        found.push(...page.assets);
        if (page.next === null) return found;
        after = page.next;
      }
    },
  });
  return (
    <div className="page">
      <Group justify="space-between">
        <Title order={1}>{say(GRAPH.title)}</Title>
        <Group gap="sm">
          <Select
            aria-label={say(GRAPH.around)}
            placeholder={labelled(say(GRAPH.around), say(GRAPH.everything))}
            searchable
            clearable
            value={around || null}
            data={(query.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next) => set({ around: next ?? '' })}
            w={260}
          />
          <ButtonLink to="/prepare/systems" variant="default">
            {say(GRAPH.table)}
          </ButtonLink>
        </Group>
      </Group>
      <Text className="quiet">{say(GRAPH.hint)}</Text>
      <Loaded query={query}>
        {(assets) =>
          assets.length === 0 ? (
            <Empty text={say(SYSTEM.systemsEmpty)} />
          ) : (
            <Drawing assets={assets} around={around} what={what} set={set} />
          )
        }
      </Loaded>
      {open && (
        <SystemDrawer
          key={open}
          id={open}
          onClose={() => set({ open: '' })}
          onOpen={(id) => set({ open: id })}
        />
      )}
    </div>
  );
}

/** Everything that hangs on a thing, either way. */
function near(assets: readonly AssetRow[], start: string): Set<string> {
  const byKey = new Map(assets.map((asset) => [asset.key, asset]));
  const neighbours = new Map(assets.map(({ id }) => [id, new Set<string>()]));
  for (const { id, edges } of assets)
    for (const { to } of edges) {
      const other = byKey.get(to)?.id;
      if (other === undefined) continue;
      neighbours.get(id)?.add(other);
      neighbours.get(other)?.add(id);
    }
  const seen = new Set([start]);
  for (const id of seen) for (const other of neighbours.get(id) ?? []) seen.add(other);
  return seen;
}

function Drawing({
  assets,
  around,
  what,
  set,
}: {
  assets: readonly AssetRow[];
  around: string;
  what: string;
  set: (patch: { what?: string; open?: string }) => void;
}) {
  const { say } = useSpeech();
  const shown = useMemo(() => {
    const kept = around ? near(assets, around) : undefined;
    return assets.filter(({ id }) => !kept || kept.has(id)).slice(0, MOST);
  }, [assets, around]);
  const drawing = useMemo(() => {
    const idOf = new Map(shown.map(({ key, id }) => [key, id]));
    const things = shown.map(({ id, edges }) => ({
      id,
      needs: edges
        .filter(({ kind }) => (STOPS as readonly string[]).includes(kind))
        .flatMap(({ to }) => idOf.get(to) ?? []),
    }));
    return { ...layered(things), things };
  }, [shown]);
  const stops = useQuery({
    ...reading('GET /api/prepare/assets/:id/stops', { params: { id: what } }, 'assets'),
    enabled: what !== '',
  });
  const stopped = new Set(what && stops.data ? stops.data.reached.map(({ id }) => id) : []);
  const chosen = assets.find(({ id }) => id === what);
  const at = (place: Place) => ({ left: place.x * WIDTH, top: place.y * HEIGHT });
  return (
    <Stack gap="sm">
      {shown.length < assets.length && !around && (
        <Mark tone="decision">{say(GRAPH.tooMany, { n: assets.length, shown: shown.length })}</Mark>
      )}
      <Group gap="sm" mih={36} aria-live="polite">
        {chosen && stops.data && (
          <>
            <Mark tone={stops.data.total > 0 ? 'event' : 'recovery'}>
              {say(stops.data.total > 0 ? GRAPH.whatIf : GRAPH.alone, {
                name: chosen.name,
                n: stops.data.total,
              })}
            </Mark>
            <Button size="compact-md" variant="default" onClick={() => set({ open: what })}>
              {say(GRAPH.details)}
            </Button>
            <Button size="compact-md" variant="subtle" onClick={() => set({ what: '' })}>
              {say(GRAPH.clear)}
            </Button>
          </>
        )}
      </Group>
      <div className="graph-scroll">
        <div className="graph" style={{ width: drawing.columns * WIDTH, height: drawing.rows * HEIGHT }}>
          <svg width={drawing.columns * WIDTH} height={drawing.rows * HEIGHT} aria-hidden="true">
            {drawing.things.flatMap(({ id, needs }) =>
              needs.map((needed) => {
                const [from, to] = [drawing.places.get(id), drawing.places.get(needed)];
                if (!from || !to) return null;
                const [a, b] = [at(from), at(to)];
                const both = [id, needed].every((each) => each === what || stopped.has(each));
                const [x1, y1] = [a.left + BOX.width / 2, a.top + BOX.height];
                const [x2, y2] = [b.left + BOX.width / 2, b.top];
                return (
                  <path
                    key={`${id} ${needed}`}
                    className={both ? 'graph-stopped' : ''}
                    d={`M${x1} ${y1}C${x1} ${y1 + 24} ${x2} ${y2 - 24} ${x2} ${y2}`}
                  />
                );
              }),
            )}
          </svg>
          {shown.map((asset) => {
            const place = drawing.places.get(asset.id);
            if (!place) return null;
            const falls = stopped.has(asset.id);
            return (
              <button
                key={asset.id}
                type="button"
                className="graph-box"
                data-chosen={asset.id === what}
                data-stopped={falls}
                data-dim={what !== '' && !falls && asset.id !== what}
                aria-pressed={asset.id === what}
                style={{ ...at(place), ...BOX }}
                onClick={() => set({ what: asset.id === what ? '' : asset.id })}
              >
                <span className="graph-name" title={asset.name}>
                  {asset.name}
                </span>
                <span className="graph-kind">
                  {say(ASSET_WORDS[asset.kind])}
                  {asset.impact !== null && (
                    <>
                      {' · '}
                      <Severity level={asset.impact} />
                    </>
                  )}
                  {falls && (
                    <>
                      {' · '}
                      <Mark tone="event">{say(GRAPH.stopsToo)}</Mark>
                    </>
                  )}
                </span>
              </button>
            );
          })}
        </div>
      </div>
    </Stack>
  );
}
