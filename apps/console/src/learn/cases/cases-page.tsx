import { Button, FileButton, Menu } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { newestEdition } from '../../../../../areas/learn/cases/causes/rules.ts';
import { CAUSE_WORDS } from '../../../../../areas/learn/cases/causes/words.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { columnHelper } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { type LibraryFilter, LibraryFilters } from '../lessons/library-filters.tsx';
import { CASE } from './words.ts';

const route = getRouteApi('/shell/learn');
type Summary = ReplyOf<'GET /api/learn/cases'>['cases'][number];
const h = columnHelper<Summary>();

/** What a case begins as; its findings say what belongs where. */
const BLANK = {
  id: 'new-case',
  causeGroup: 'unknown',
  causeEdition: newestEdition().edition,
  title: { ja: '新しい事例', en: 'New case' },
  figure: { boxes: [{ id: 'op', kind: 'operator', name: { ja: '事業者', en: 'Operator' } }] },
  sections: {},
};

export function CasesPage() {
  const { say, language } = useSpeech();
  const may = useMay();
  const { search, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (patch: Partial<LibraryFilter & { search: string }>) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const columns = h.columns([
    h.accessor((row) => row.title[language] || row.title.ja, {
      id: 'title',
      header: say(W.title),
      size: 380,
      meta: { grow: true },
    }),
    h.accessor((row) => say(CAUSE_WORDS[row.causeGroup]), { id: 'cause', header: say(W.cause), size: 150 }),
    h.accessor('lessons', { header: say(CASE.lessonsCount), size: 80, meta: { align: 'end' } }),
    h.accessor((row) => say(CASE[row.state]), { id: 'state', header: say(W.state), size: 110 }),
    h.accessor('changedAt', { header: say(W.changedAt), size: 140, cell: (c) => <Ago at={c.getValue()} /> }),
  ]);
  const open = useAct('POST /api/learn/cases', {
    stale: ['cases'],
    done: ({ id }) => void navigate({ to: '/learn/cases/$id', params: { id } }),
  });
  const begin = useAct('POST /api/learn/cases', {
    stale: ['cases'],
    done: ({ id }) => void navigate({ to: '/learn/cases/$id', params: { id }, search: { edit: 'yes' } }),
  });
  const blank = may('case.write') && (
    <Button loading={begin.pending} onClick={() => begin.run({ body: { text: JSON.stringify(BLANK) } })}>
      {say(CASE.newCase)}
    </Button>
  );
  const fromFile = may('case.write') && (
    <FileButton
      accept=".yaml,.yml,.json"
      onChange={(file) => void file?.text().then((text) => open.run({ body: { text } }))}
    >
      {(props) => (
        <Button {...props} variant="default" loading={open.pending}>
          {say(CASE.openCaseFile)}
        </Button>
      )}
    </FileButton>
  );
  return (
    <ListScreen<Summary, string>
      title={say(W.cases)}
      queryKey={['cases', ...Object.values(filter), search]}
      load={async (before: string | undefined, signal) => {
        const page = await call(
          'GET /api/learn/cases',
          { query: { ...filter, search: search || undefined, before, limit: 100 } },
          signal,
        );
        return { rows: page.cases, next: page.next };
      }}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate({ to: '/learn/cases/$id', params: { id: row.id } })}
      search={{ value: search, onCommit: (next) => set({ search: next }) }}
      facets={<LibraryFilters filter={filter} onChange={set} />}
      tools={
        <>
          <ReportMenu choice={{ ...filter, search }} />
          {fromFile}
        </>
      }
      create={blank}
      empty={say(CASE.casesEmpty)}
      above={open.wrong('') && <p role="alert">{open.wrong('')}</p>}
    />
  );
}

/** The reviewed cases the list is narrowed down to as one document; while it is made, how far it is. */
function ReportMenu({ choice }: { choice: Readonly<Record<string, string>> }) {
  const { say, language } = useSpeech();
  const [progress, setProgress] = useState<string>();
  const make = (format: string) => {
    setProgress('…');
    const narrowed = Object.entries(choice).filter(([, value]) => value !== '' && value !== 'any');
    const query = new URLSearchParams([['lang', language], ['format', format], ...narrowed]);
    void saveFile(`/api/learn/report?${query}`, (done, of) => setProgress(`${done} / ${of}`)).finally(() =>
      setProgress(undefined),
    );
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={progress === '…'}
          disabled={progress !== undefined}
          aria-live="polite"
        >
          {say(CASE.report)} {progress}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['pdf', 'html', 'md', 'json'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => make(format)}>
            {format === 'md' ? 'Markdown' : format.toUpperCase()}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
