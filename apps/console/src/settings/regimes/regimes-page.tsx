import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { dueWords, STAGE_WORDS } from '../../../../../areas/respond/regimes/words.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { columnHelper } from '../../ui/data-table.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Mark } from '../../ui/mark.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { EditRegime } from './edit-regime.tsx';
import { Editions } from './editions.tsx';
import { TITLES } from './titles.ts';
import { REGIMES } from './words.ts';

const route = getRouteApi('/shell/settings/regimes');
export type Regime = ReplyOf<'GET /api/respond/regimes'>['regimes'][number];
const h = columnHelper<Regime>();
/** In the address: one that is not there yet; no key has such a letter. */
const NEW = '+';

/** To whom incidents may have to be reported, and by when. */
export function RegimesPage() {
  const { say } = useSpeech();
  const manage = useMay()('organisation.manage');
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (key: string) => void navigate({ search: { open: key }, replace: true });
  const columns = h.columns([
    h.accessor((row) => say(row.name), {
      id: 'name',
      header: say(REGIMES.recipient),
      size: 280,
      meta: { grow: true },
    }),
    h.accessor((row) => say(row.trigger), { id: 'trigger', header: say(REGIMES.trigger), size: 300 }),
    h.accessor(
      (row) =>
        row.deadlines.map((each) => `${say(STAGE_WORDS[each.stage])} ${dueWords(each, say)}`).join(' · '),
      { id: 'deadlines', header: say(REGIMES.deadlines), size: 420 },
    ),
    h.accessor((row) => say(row.ended ? REGIMES.ended : REGIMES.inUse), {
      id: 'state',
      header: say(REGIMES.state),
      size: 120,
      cell: (c) => <Mark tone={c.row.original.ended ? 'quiet' : 'recovery'}>{c.getValue()}</Mark>,
    }),
    h.accessor('edition', { header: say(W.revisions), size: 80, meta: { align: 'end', extra: true } }),
    h.accessor((row) => row.since ?? '', {
      id: 'since',
      header: say(W.changedAt),
      size: 140,
      cell: (c) => (c.row.original.since ? <Ago at={c.row.original.since} /> : say(REGIMES.brought)),
      meta: { extra: true },
    }),
  ]);
  return (
    <ListScreen<Regime, string>
      title={say(TITLES.regimes)}
      queryKey={['regimes', 'list']}
      load={async (_after: string | undefined, signal) => {
        const { regimes } = await call('GET /api/respond/regimes', {}, signal);
        return { rows: regimes, next: null };
      }}
      columns={columns}
      rowId={(row) => row.regime}
      selected={open}
      onOpen={(row) => show(row.regime)}
      create={manage && <Button onClick={() => show(NEW)}>{say(REGIMES.add)}</Button>}
      empty={say(REGIMES.empty)}
    >
      {(rows) => {
        const shown = rows.find(({ regime }) => regime === open);
        return (
          (shown || (open === NEW && manage)) && (
            <SideDrawer onClose={() => show('')} size="xl" title={shown ? say(shown.name) : say(REGIMES.add)}>
              <EditRegime
                key={open}
                regime={shown}
                taken={rows.map(({ regime }) => regime)}
                manage={manage}
                onDone={() => show('')}
              />
              {shown && <Editions regime={shown.regime} />}
            </SideDrawer>
          )
        );
      }}
    </ListScreen>
  );
}
