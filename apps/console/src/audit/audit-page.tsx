import { getRouteApi } from '@tanstack/react-router';
import type { AuditEntry } from '../../../../areas/audit/schema.ts';
import { call } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { columnHelper } from '../ui/data-table.tsx';
import { useZone } from '../ui/dates/use-zone.ts';
import { dateAndTime } from '../ui/dates/wall.ts';
import { AppLink } from '../ui/links.tsx';
import { ListScreen } from '../ui/list-screen.tsx';
import { Mark } from '../ui/mark.tsx';
import { saveFile } from '../ui/save-file.ts';
import { W } from '../words.ts';
import { AuditFilters } from './audit-filters.tsx';
import { LedgerCheck } from './ledger-check.tsx';
import { LedgerProof } from './ledger-proof.tsx';
import { AUDIT } from './words.ts';

const route = getRouteApi('/shell/audit');
const h = columnHelper<AuditEntry>();

/** Every line of the ledger the reader may read, in their words. */
export function AuditPage() {
  const { say, language } = useSpeech();
  const { search, ...narrowed } = route.useSearch();
  const navigate = route.useNavigate();
  const zone = useZone();
  const query = {
    kind: narrowed.kind || undefined,
    personId: narrowed.person || undefined,
    incidentId: narrowed.incident || undefined,
    from: narrowed.from || undefined,
    to: narrowed.to || undefined,
    search: search || undefined,
  };
  const columns = h.columns([
    h.accessor('seq', { header: say(W.number), size: 72, meta: { align: 'end' } }),
    h.accessor('recordedAt', {
      header: say(AUDIT.at, { zone }),
      size: 176,
      meta: { text: (at: string) => dateAndTime(at, language) },
      cell: (c) => <time dateTime={c.getValue()}>{dateAndTime(c.getValue(), language)}</time>,
    }),
    h.accessor('act', {
      header: say(AUDIT.act),
      size: 196,
      cell: (c) => <Mark tone={c.row.original.tone}>{c.getValue()}</Mark>,
    }),
    h.accessor('who', { header: say(AUDIT.who), size: 120 }),
    h.accessor((row) => (row.incident ? `#${row.incident.number} ${row.incident.title}` : ''), {
      id: 'incident',
      header: say(W.incident),
      size: 190,
      cell: (c) => {
        const { incident } = c.row.original;
        return incident ? (
          <AppLink to="/respond/incidents/$id" params={{ id: incident.id }}>
            {c.getValue()}
          </AppLink>
        ) : (
          '—'
        );
      },
    }),
    h.accessor('content', {
      header: say(AUDIT.content),
      size: 240,
      meta: { grow: true },
      cell: (c) => c.getValue() || '—',
    }),
  ]);
  return (
    <ListScreen<AuditEntry, number>
      title={say(W.audit)}
      queryKey={['audit', query, language]}
      load={async (before: number | undefined, signal) => {
        const page = await call(
          'GET /api/audit/entries',
          { query: { ...query, before, limit: 200 } },
          signal,
        );
        return { rows: page.entries, next: page.next };
      }}
      columns={columns}
      rowId={(row) => String(row.seq)}
      search={{
        value: search,
        onCommit: (next) =>
          void navigate({ search: (before) => ({ ...before, search: next }), replace: true }),
      }}
      tools={<LedgerProof />}
      wholeFile={() =>
        saveFile(
          `/api/audit/file?${new URLSearchParams(
            Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
          )}`,
        )
      }
      above={
        <>
          <LedgerCheck />
          <AuditFilters
            narrowed={narrowed}
            onChange={(patch) =>
              void navigate({ search: (before) => ({ ...before, ...patch }), replace: true })
            }
          />
        </>
      }
      empty={say(AUDIT.auditEmpty)}
    />
  );
}
