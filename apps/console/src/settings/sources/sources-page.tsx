import { Button, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { contracts as SOURCES_ROUTES } from '../../../../../areas/detect/sources/contract.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { columnHelper } from '../../ui/data-table.tsx';
import { DescribedFields, type Values } from '../../ui/described-form.tsx';
import { useAct } from '../../ui/form.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { KeyModal } from '../../ui/key-modal.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Secret } from '../../ui/secret.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { Refused } from './refused.tsx';
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
    h.accessor('refusedAt', {
      header: say(SOURCES.refusedAt),
      size: 140,
      cell: (c) => {
        const at = c.getValue();
        return at ? <Ago at={at} /> : '—';
      },
    }),
  ]);
  return (
    <ListScreen<Source, string>
      title={say(TITLES.sources)}
      queryKey={['sources', 'list', search]}
      load={async (after: string | undefined, signal) => {
        const { sources, next } = await call(
          'GET /api/detect/sources',
          { query: { search: search || undefined, after, limit: 100 } },
          signal,
        );
        return { rows: sources, next };
      }}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={(row) => manage && setEditing(row)}
      search={{
        value: search,
        onCommit: (next) => void navigate({ search: { search: next }, replace: true }),
      }}
      create={add}
      empty={say(SOURCES.sourcesEmpty)}
    >
      {() =>
        editing &&
        kinds.data && (
          <EditSource
            source={editing === 'new' ? undefined : editing}
            kinds={kinds.data.kinds}
            onClose={() => setEditing(undefined)}
          />
        )
      }
    </ListScreen>
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
  const stale = ['sources'] as const;
  const begin = { name: source?.name ?? '', settings: source?.settings ?? {} };
  const adding = useRouteForm(SOURCES_ROUTES, 'POST /api/detect/sources', {
    begin: { ...begin, kind: kinds[0]?.id ?? '' },
    stale,
  });
  const changing = useRouteForm(SOURCES_ROUTES, 'PUT /api/detect/sources/:id', {
    given: { id: source?.id ?? '', seen: begin },
    begin,
    stale,
    said: say(W.saved),
    done: onClose,
  });
  const form = source ? changing : adding;
  const settings: Values = form.values.settings || {};
  const setSettings = (next: Values) =>
    source ? changing.set('settings', { ...next }) : adding.set('settings', { ...next });
  const replace = useAct('POST /api/detect/sources/:id/key', { stale });
  const remove = useAct('DELETE /api/detect/sources/:id', { stale, done: onClose });
  const kind = kinds.find(({ id }) => id === (source?.kind ?? adding.values.kind));
  const key = adding.data?.key ?? replace.data?.key;
  const isMapping = kind?.fields.some((field) => field.kind === 'mapping') === true;
  return (
    <KeyModal
      shown={key !== undefined}
      opened
      onClose={onClose}
      title={source ? source.name : say(SOURCES.addSource)}
      size={isMapping ? '80rem' : 'lg'}
    >
      {key ? (
        <Stack>
          <Secret value={key} hint={say(W.keyOnce)} />
          <Title order={3}>{say(SOURCES.setUp)}</Title>
          {kind?.setUp.map(({ title, text }) => (
            <CodeBlock key={title.en} title={say(title)} text={text.replaceAll('{key}', key)} />
          ))}
          <CodeBlock title={say(SOURCES.address)} text={`${location.origin}${kind?.paths[0] ?? ''}/${key}`} />
        </Stack>
      ) : (
        <form onSubmit={form.submit} noValidate>
          <Stack>
            {!source && (
              <Select
                {...adding.choice('kind', say(W.kind))}
                allowDeselect={false}
                data={kinds.map((each) => ({ value: each.id, label: say(each.name) }))}
                onChange={(next) => {
                  if (next) adding.set('kind', next);
                  setSettings({});
                }}
              />
            )}
            {kind && <Text className="quiet">{say(kind.help)}</Text>}
            <TextInput {...form.text('name', say(W.name))} data-autofocus />
            {kind &&
              (isMapping ? (
                <MappingEditor
                  kind={kind.id}
                  fields={kind.fields}
                  settings={settings}
                  onChange={setSettings}
                  wrong={form.wrong}
                />
              ) : (
                <DescribedFields
                  fields={kind.fields}
                  values={settings}
                  onChange={setSettings}
                  wrong={form.wrong}
                />
              ))}
            {source && <Refused sourceId={source.id} />}
            <FormFoot submit={say(source ? W.save : W.add)} pending={form.pending} onCancel={onClose}>
              {source && (
                <>
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
                </>
              )}
            </FormFoot>
          </Stack>
        </form>
      )}
    </KeyModal>
  );
}
