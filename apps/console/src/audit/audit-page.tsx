import { Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { actorName, factDetail, factName, type Line, toneOf } from '../../../../areas/audit/rules.ts';
import { GROUP_WORDS } from '../../../../areas/audit/words.ts';
import { call } from '../api.ts';
import { useChannelNames } from '../channel-names.ts';
import { useSpeech } from '../language.tsx';
import { columnHelper } from '../ui/data-table.tsx';
import { AppLink } from '../ui/links.tsx';
import { ListScreen } from '../ui/list-screen.tsx';
import { Mark } from '../ui/mark.tsx';
import { clockMinute, fullTime } from '../ui/time.tsx';
import { W } from '../words.ts';
import { LedgerProof } from './ledger-proof.tsx';
import { AUDIT } from './words.ts';

const route = getRouteApi('/shell/audit');
interface Row {
  readonly line: Line;
  readonly names: Readonly<Record<string, string>>;
}
const h = columnHelper<Row>();

/** Every line of the ledger the reader may read. */
export function AuditPage() {
  const { say, language } = useSpeech();
  const { kind } = route.useSearch();
  const navigate = route.useNavigate();
  const channels = useChannelNames();
  const columns = h.columns([
    h.accessor((row) => row.line.seq, { id: 'seq', header: say(W.number), size: 72, meta: { align: 'end' } }),
    h.accessor((row) => row.line.recordedAt, {
      id: 'at',
      header: say(AUDIT.at),
      size: 300,
      cell: (c) => fullTime(c.getValue(), language),
    }),
    h.accessor((row) => row.line.kind, {
      id: 'kind',
      header: say(W.kind),
      size: 200,
      meta: { text: (kind: string) => say(factName(kind)) },
      cell: (c) => <Mark tone={toneOf(c.getValue())}>{say(factName(c.getValue()))}</Mark>,
    }),
    h.accessor((row) => actorName(row.line, row.names, say), {
      id: 'who',
      header: say(AUDIT.who),
      size: 150,
    }),
    h.accessor((row) => factDetail(row.line, { ...row.names, ...channels }, { say, clock: clockMinute }), {
      id: 'what',
      header: say(W.what),
      size: 400,
      meta: { grow: true },
      cell: (c) => {
        const { incidentId } = c.row.original.line;
        return incidentId ? (
          <AppLink to="/respond/incidents/$id" params={{ id: incidentId }}>
            {c.getValue() || say(W.incident)}
          </AppLink>
        ) : (
          c.getValue()
        );
      },
    }),
  ]);
  return (
    <ListScreen<Row, number>
      title={say(W.audit)}
      queryKey={['audit', kind]}
      load={async (before: number | undefined, signal) => {
        const page = await call(
          'GET /api/ledger/lines',
          { query: { kind: kind || undefined, before, limit: 200 } },
          signal,
        );
        return { rows: page.lines.map((line) => ({ line, names: page.names })), next: page.next };
      }}
      columns={columns}
      rowId={(row) => String(row.line.seq)}
      facets={
        <>
          <Select
            aria-label={say(W.kind)}
            placeholder={say(W.kind)}
            clearable
            value={kind || null}
            data={Object.entries(GROUP_WORDS).map(([group, word]) => ({
              value: `${group}.`,
              label: say(word),
            }))}
            searchable
            onChange={(next) => void navigate({ search: { kind: next ?? '' }, replace: true })}
          />
          <LedgerProof />
        </>
      }
      empty={say(AUDIT.auditEmpty)}
    />
  );
}
