import {
  Alert,
  Button,
  Card,
  FileButton,
  Group,
  NumberInput,
  Progress,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { COLUMNS, type Mapping, ROW_CHANGES } from '../../../../../areas/prepare/assets/importing/schema.ts';
import { call, type ReplyOf, sendFile } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { lookAgain, reading } from '../../queries.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { columnHelper, DataTable } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { usePages } from '../../ui/pages.ts';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { Ago } from '../../ui/time.tsx';
import { CHANGE_WORDS, COLUMN_WORDS, IMPORT_WORDS, W } from '../../words.ts';
import { TITLES } from './titles.ts';
import { SYSTEM } from './words.ts';

const route = getRouteApi('/shell/prepare/imports');
type Import = ReplyOf<'GET /api/prepare/imports/:id'>;
type Row = ReplyOf<'GET /api/prepare/imports/:id/rows'>['rows'][number];
const h = columnHelper<Row & { id: string }>();

const formatOf = (name: string): 'csv' | 'xlsx' | 'cyclonedx' =>
  /\.xlsx$/i.test(name) ? 'xlsx' : /\.json$/i.test(name) ? 'cyclonedx' : 'csv';

/** Hands a file in. @throws ApiError */
async function handIn(file: File): Promise<string> {
  const query = new URLSearchParams({ name: file.name, format: formatOf(file.name) });
  const { id } = (await sendFile(`/api/prepare/imports?${query}`, file)) as { id: string };
  return id;
}

/** A file is handed in, looked at row by row, and let in when somebody says so. */
export function ImportsPage() {
  const { say } = useSpeech();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [sending, setSending] = useState(false);
  const list = useQuery(reading('GET /api/prepare/imports', {}, 'imports'));
  const send = (file: File | null) => {
    if (!file) return;
    setSending(true);
    handIn(file)
      .then((id) => {
        lookAgain(client, ['imports']);
        return navigate({ search: { open: id } });
      })
      .catch((error: Error) => notifications.show({ color: 'red', message: error.message }))
      .finally(() => setSending(false));
  };
  const upload = (
    <FileButton accept=".csv,.tsv,.xlsx,.json" onChange={send}>
      {(props) => (
        <Button {...props} loading={sending}>
          {say(SYSTEM.handInFile)}
        </Button>
      )}
    </FileButton>
  );
  return (
    <div className="page page-fill">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.importFile)}</Title>
        {upload}
      </Group>
      <Text className="quiet">{say(SYSTEM.importHint)}</Text>
      {open ? (
        <OneImport id={open} />
      ) : (
        <Loaded query={list}>
          {({ imports }) =>
            imports.length === 0 ? (
              <Empty text={say(SYSTEM.importsEmpty)}>{upload}</Empty>
            ) : (
              <Stack gap="xs">
                {imports.map((each) => (
                  <Card key={each.id} withBorder padding="xs">
                    <Group justify="space-between">
                      <Button variant="subtle" onClick={() => void navigate({ search: { open: each.id } })}>
                        {each.fileName}
                      </Button>
                      <Text className="quiet">
                        {say(IMPORT_WORDS[each.state])} · <Ago at={each.madeAt} />
                      </Text>
                    </Group>
                  </Card>
                ))}
              </Stack>
            )
          }
        </Loaded>
      )}
    </div>
  );
}

function OneImport({ id }: { id: string }) {
  const query = useQuery({
    ...reading('GET /api/prepare/imports/:id', { params: { id } }, 'imports'),
    // The live stream tells of each step; this is for the time in between.
    refetchInterval: (q) =>
      q.state.data?.state === 'applying' || q.state.data?.state === 'checking' ? 1_000 : false,
  });
  return (
    <Loaded query={query}>
      {(file) => (
        <>
          <Summary file={file} />
          {file.state !== 'failed' && <Rows id={id} file={file} />}
        </>
      )}
    </Loaded>
  );
}

function Summary({ file }: { file: Import }) {
  const { say } = useSpeech();
  const apply = useAct('POST /api/prepare/imports/:id/apply', { stale: ['imports'] });
  const { counts } = file;
  if (file.failure) return <Alert color="red">{say(file.failure)}</Alert>;
  const good = counts.new + counts.changed;
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between">
        <div>
          <Text fw={700}>
            {file.fileName} – {say(IMPORT_WORDS[file.state])}
          </Text>
          <Text>
            {ROW_CHANGES.map(
              (change) => `${say(CHANGE_WORDS[change])} ${counts[change].toLocaleString()}`,
            ).join(' · ')}
          </Text>
        </div>
        {file.state === 'checked' && (
          <ActButton
            loading={apply.pending}
            why={good === 0 ? say(SYSTEM.nothingGood) : undefined}
            onClick={() => apply.run({ params: { id: file.id } })}
          >
            {say(SYSTEM.letIn, { n: good.toLocaleString() })}
          </ActButton>
        )}
        {file.state === 'applying' && (
          <Progress
            aria-label={say(IMPORT_WORDS.applying)}
            w={220}
            value={file.total === 0 ? 0 : (file.done / file.total) * 100}
          />
        )}
      </Group>
      {file.remarks.map((remark) => (
        <Text key={remark.en} className="quiet">
          {say(remark)}
        </Text>
      ))}
      {file.unused.length > 0 && (
        <Text>{say(SYSTEM.unusedColumns, { columns: file.unused.join(', ') })}</Text>
      )}
      {file.state === 'checked' && file.format !== 'cyclonedx' && (
        <MapColumns key={`${file.sheet} ${file.headerRow}`} file={file} />
      )}
    </Card>
  );
}

/** Where the table stands, and what its columns mean. */
function MapColumns({ file }: { file: Import }) {
  const { say } = useSpeech();
  const [mapping, setMapping] = useState<Mapping>(file.mapping);
  const [sheet, setSheet] = useState(file.sheet);
  const [headerRow, setHeaderRow] = useState<number>(file.headerRow);
  const map = useAct('PUT /api/prepare/imports/:id/mapping', { stale: ['imports'] });
  const place = { headerRow, ...(sheet !== null && { sheet }) };
  const moved = sheet !== file.sheet || headerRow !== file.headerRow;
  return (
    <details>
      <summary>{say(SYSTEM.columnsMean)}</summary>
      <Group align="end" mb="xs">
        {file.sheets.length > 1 && (
          <Select
            label={say(SYSTEM.sheet)}
            value={sheet}
            data={[...new Set(file.sheets)]}
            allowDeselect={false}
            onChange={setSheet}
          />
        )}
        <NumberInput
          label={say(SYSTEM.headerRow)}
          min={1}
          max={1_000}
          w={140}
          value={headerRow}
          onChange={(row) => setHeaderRow(Number(row) || 1)}
          error={map.wrong('headerRow')}
        />
        {moved && (
          <Button
            variant="default"
            loading={map.pending}
            onClick={() => map.run({ params: { id: file.id }, body: { mapping: {}, ...place } })}
          >
            {say(SYSTEM.readAgain)}
          </Button>
        )}
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4, lg: 6 }} spacing="xs">
        {COLUMNS.map((column) => (
          <Select
            key={column}
            label={say(COLUMN_WORDS[column])}
            clearable
            value={mapping[column] ?? null}
            data={[...new Set(file.headers)]}
            onChange={(header) => {
              const { [column]: _, ...rest } = mapping;
              setMapping(header ? { ...rest, [column]: header } : rest);
            }}
          />
        ))}
      </SimpleGrid>
      <Button
        mt="xs"
        variant="default"
        loading={map.pending}
        onClick={() => map.run({ params: { id: file.id }, body: { mapping, ...place } })}
      >
        {say(SYSTEM.checkAgain)}
      </Button>
    </details>
  );
}

function Rows({ id, file }: { id: string; file: Import }) {
  const { say } = useSpeech();
  const [change, setChange] = useState<Row['change'] | 'any'>(file.counts.faulty > 0 ? 'faulty' : 'any');
  const { rows, query } = usePages<Row & { id: string }, number>(
    ['imports', id, 'rows', change, file.state],
    async (after, signal) => {
      const page = await call(
        'GET /api/prepare/imports/:id/rows',
        { params: { id }, query: { change, after: after ?? 0, limit: 200 } },
        signal,
      );
      return { rows: page.rows.map((row) => ({ ...row, id: String(row.row) })), next: page.next };
    },
  );
  const columns = h.columns([
    h.accessor('row', { header: say(SYSTEM.row), size: 80, meta: { align: 'end' } }),
    h.accessor('key', { header: say(W.entryKey), size: 180 }),
    h.accessor('change', {
      header: say(SYSTEM.change),
      size: 110,
      cell: (c) => say(CHANGE_WORDS[c.getValue()]),
    }),
    h.accessor(
      (row) =>
        row.change === 'faulty' ? row.faults.map(({ mend }) => say(mend)).join(' / ') : row.fields.join(', '),
      { id: 'what', header: say(SYSTEM.detail), size: 400, meta: { grow: true } },
    ),
  ]);
  return (
    <>
      <SegmentedControl
        value={change}
        onChange={(next) => setChange(next as typeof change)}
        data={[
          { value: 'any', label: say(W.any) },
          ...ROW_CHANGES.map((value) => ({
            value,
            label: `${say(CHANGE_WORDS[value])} ${file.counts[value]}`,
          })),
        ]}
      />
      <DataTable
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        query={query}
        label={say(SYSTEM.rows)}
        onOpen={() => undefined}
        empty={<Empty text="—" />}
      />
    </>
  );
}
