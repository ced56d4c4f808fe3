import { Button, Group, Modal, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { columnHelper } from '../../ui/data-table.tsx';
import { DescribedFields, type Values } from '../../ui/described-form.tsx';
import { useAct } from '../../ui/form.tsx';
import { NamedList } from '../../ui/named-list.tsx';
import { Empty } from '../../ui/query-state.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Secret } from '../../ui/secret.tsx';
import { W } from '../../words.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { TITLES } from './titles.ts';
import { SOURCES } from './words.ts';

const route = getRouteApi('/shell/settings/sources');
type Source = ReplyOf<'GET /api/detect/sources'>['sources'][number];
const h = columnHelper<Source>();
type Kind = ReplyOf<'GET /api/detect/source-kinds'>['kinds'][number];

export function SourcesPage() {
  const { say } = useSpeech();
  const may = useMay();
  const [editing, setEditing] = useState<Source | 'new'>();
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const kinds = useQuery({
    ...reading('GET /api/detect/source-kinds', {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const manage = may('source.manage');
  const add = manage && <Button onClick={() => setEditing('new')}>{say(SOURCES.addSource)}</Button>;
  const kindOf = (id: string) => kinds.data?.kinds.find((kind) => kind.id === id);
  const columns = h.columns([
    h.accessor('name', { header: say(W.name), size: 300, meta: { grow: true } }),
    h.accessor(
      (row) => {
        const kind = kindOf(row.kind);
        return kind ? say(kind.name) : row.kind;
      },
      { id: 'kind', header: say(W.kind), size: 240 },
    ),
  ]);
  return (
    <div className="page page-fill">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.sources)}</Title>
        <Group gap="sm">
          <SearchBox
            value={search}
            onCommit={(next) => void navigate({ search: { search: next }, replace: true })}
          />
          {add}
        </Group>
      </Group>
      <NamedList
        queryKey="sources"
        search={search}
        columns={columns}
        label={say(TITLES.sources)}
        empty={<Empty text={say(SOURCES.sourcesEmpty)}>{add}</Empty>}
        onOpen={(row) => manage && setEditing(row)}
        load={async (query, signal) => {
          const { sources, next } = await call('GET /api/detect/sources', { query }, signal);
          return { rows: sources, next };
        }}
      />
      {editing && kinds.data && (
        <EditSource
          source={editing === 'new' ? undefined : editing}
          kinds={kinds.data.kinds}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}

function EditSource({
  source,
  kinds,
  onClose,
}: {
  source: Source | undefined;
  kinds: readonly Kind[];
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const [kindId, setKindId] = useState(source?.kind ?? kinds[0]?.id ?? '');
  const [name, setName] = useState(source?.name ?? '');
  const [settings, setSettings] = useState<Values>(source?.settings ?? {});
  const stale = ['sources'] as const;
  const add = useAct('POST /api/detect/sources', { stale });
  const change = useAct('PUT /api/detect/sources/:id', { stale, said: say(W.saved), done: onClose });
  const replace = useAct('POST /api/detect/sources/:id/key', { stale });
  const remove = useAct('DELETE /api/detect/sources/:id', { stale, done: onClose });
  const kind = kinds.find(({ id }) => id === kindId);
  const wrong = source ? change.wrong : add.wrong;
  const key = add.data?.key ?? replace.data?.key;
  const isMapping = kind?.fields.some((field) => field.kind === 'mapping') === true;
  return (
    <Modal
      opened
      onClose={onClose}
      title={source ? source.name : say(SOURCES.addSource)}
      size={isMapping ? '80rem' : 'lg'}
    >
      {key ? (
        <Stack>
          <Secret value={key} hint={say(W.keyOnce)} />
          <Title order={3}>{say(SOURCES.setUp)}</Title>
          <div className="code">{kind?.setUp.replaceAll('{key}', key)}</div>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (source) change.run({ params: { id: source.id }, body: { name, settings: { ...settings } } });
            else add.run({ body: { kind: kindId, name, settings: { ...settings } } });
          }}
        >
          <Stack>
            {!source && (
              <Select
                label={say(W.kind)}
                value={kindId}
                allowDeselect={false}
                data={kinds.map(({ id, name: words }) => ({ value: id, label: say(words) }))}
                onChange={(next) => {
                  setKindId(next ?? kindId);
                  setSettings({});
                }}
              />
            )}
            {kind && <Text className="quiet">{say(kind.help)}</Text>}
            <TextInput
              label={say(W.name)}
              value={name}
              onChange={(e) => setName(e.currentTarget.value)}
              error={wrong('name')}
              required
              data-autofocus
            />
            {kind &&
              (isMapping ? (
                <MappingEditor
                  kind={kind.id}
                  fields={kind.fields}
                  settings={settings}
                  onChange={setSettings}
                  wrong={wrong}
                />
              ) : (
                <DescribedFields
                  fields={kind.fields}
                  values={settings}
                  onChange={setSettings}
                  wrong={wrong}
                />
              ))}
            <Group justify="space-between">
              {source ? (
                <Group gap="sm">
                  <ConfirmButton
                    loading={remove.pending}
                    onConfirm={() => remove.run({ params: { id: source.id } })}
                  >
                    {say(W.remove)}
                  </ConfirmButton>
                  <Button
                    variant="default"
                    loading={replace.pending}
                    onClick={() => replace.run({ params: { id: source.id } })}
                  >
                    {say(SOURCES.newKey)}
                  </Button>
                </Group>
              ) : (
                <span />
              )}
              <Button type="submit" loading={add.pending || change.pending}>
                {say(source ? W.save : W.add)}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
