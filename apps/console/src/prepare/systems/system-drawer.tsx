import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Select,
  Stack,
  Tabs,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  ASSET_KINDS,
  type Asset,
  asset,
  EDGE_KINDS,
  type EdgeKind,
  writtenOf,
} from '../../../../../areas/prepare/assets/schema.ts';
import { ASSET_WORDS, EDGE_WORDS } from '../../../../../areas/prepare/assets/words.ts';
import { call } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { about, reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { Severity } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { SEVERITY_WORDS, W } from '../../words.ts';
import { SYSTEM } from './words.ts';

/** An entry of which nothing is known yet. */
const FRESH: Asset = { ...asset.parse({ key: 'new', kind: 'system', name: 'new' }), key: '', name: '' };

/** One entry: what would happen if it stopped, and its own fields. */
export function SystemDrawer({
  id,
  onClose,
  onOpen,
}: {
  id: string;
  onClose: () => void;
  onOpen: (id: string) => void;
}) {
  const { say } = useSpeech();
  const may = useMay();
  const query = useQuery({
    ...reading('GET /api/prepare/assets/:id', { params: { id } }, 'assets'),
    enabled: id !== 'new',
  });
  const confirm = useAct('POST /api/prepare/assets/:id/confirm', { stale: ['assets'], said: say(W.saved) });
  const remove = useAct('DELETE /api/prepare/assets/:id', { stale: ['assets'], done: onClose });
  if (id === 'new')
    return (
      <SideDrawer onClose={onClose} size="lg" title={say(W.addEntry)}>
        <EditSystem draft={FRESH} seen={null} onSaved={onOpen} />
      </SideDrawer>
    );
  const manage = may('register.manage');
  return (
    <SideDrawer onClose={onClose} size="lg" title={query.data?.name ?? ''}>
      <Loaded query={query}>
        {(shown) => (
          <Tabs defaultValue="what-if" keepMounted={false}>
            <Tabs.List mb="sm">
              <Tabs.Tab value="what-if">{say(SYSTEM.whatStops)}</Tabs.Tab>
              <Tabs.Tab value="reach">{say(SYSTEM.whatIsReached)}</Tabs.Tab>
              <Tabs.Tab value="behind">{say(SYSTEM.whatIsBehind)}</Tabs.Tab>
              <Tabs.Tab value="entry">{say(SYSTEM.entry)}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="what-if">
              <Reached id={id} question="stops" onOpen={onOpen} />
            </Tabs.Panel>
            <Tabs.Panel value="reach">
              <Reached id={id} question="reaches" onOpen={onOpen} />
            </Tabs.Panel>
            <Tabs.Panel value="behind">
              <Reached id={id} question="behind" onOpen={onOpen} />
            </Tabs.Panel>
            <Tabs.Panel value="entry">
              <fieldset className="bare" disabled={!manage}>
                <EditSystem
                  key={shown.changedAt}
                  draft={writtenOf(shown)}
                  seen={shown.changedAt}
                  onSaved={() => undefined}
                />
              </fieldset>
              {manage && (
                <Group mt="md" justify="space-between">
                  <ConfirmButton onConfirm={() => remove.run({ params: { id } })}>
                    {say(W.remove)}
                  </ConfirmButton>
                  <Button
                    variant="default"
                    loading={confirm.pending}
                    onClick={() => confirm.run({ params: { id }, body: { seen: shown.changedAt } })}
                  >
                    {say(shown.confirmedAt ? SYSTEM.confirmedAlready : SYSTEM.confirmAsOwner)}
                  </Button>
                </Group>
              )}
            </Tabs.Panel>
          </Tabs>
        )}
      </Loaded>
    </SideDrawer>
  );
}

function Reached({
  id,
  question,
  onOpen,
}: {
  id: string;
  question: 'stops' | 'reaches' | 'behind';
  onOpen: (id: string) => void;
}) {
  const { say } = useSpeech();
  const query = useQuery({
    queryKey: ['assets', question, id],
    meta: about('assets'),
    queryFn: ({ signal }) => {
      const input = { params: { id } };
      if (question === 'stops') return call('GET /api/prepare/assets/:id/stops', input, signal);
      if (question === 'reaches') return call('GET /api/prepare/assets/:id/reaches', input, signal);
      return call('GET /api/prepare/assets/:id/behind', input, signal);
    },
  });
  return (
    <Loaded query={query}>
      {({ reached, total }) =>
        total === 0 ? (
          <Text className="quiet">{say(SYSTEM.nothingReached)}</Text>
        ) : (
          <Stack gap={4}>
            <Text fw={700}>{say(SYSTEM.reachedCount, { n: total.toLocaleString() })}</Text>
            {reached.map((each) => (
              <Group key={each.id} justify="space-between" wrap="nowrap" gap="sm">
                <Button variant="subtle" size="compact-sm" onClick={() => onOpen(each.id)}>
                  {each.name}
                </Button>
                <Text fz="sm" className="quiet" style={{ flex: 1 }} truncate>
                  {say(ASSET_WORDS[each.kind])} · {say(SYSTEM.via, { name: each.viaName ?? '—' })}
                </Text>
                {each.impact === null ? (
                  <span className="quiet">{say(SYSTEM.notKnown)}</span>
                ) : (
                  <Severity level={each.impact} />
                )}
              </Group>
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}

function EditSystem({
  draft,
  seen,
  onSaved,
}: {
  draft: Asset;
  /** When it was last changed; null for a new one. */
  seen: string | null;
  onSaved: (id: string) => void;
}) {
  const { say } = useSpeech();
  const [written, setWritten] = useState<Asset>(draft);
  const set = (patch: Partial<Asset>) => setWritten((before) => ({ ...before, ...patch }));
  const units = useQuery(reading('GET /api/prepare/units', {}, 'units'));
  const keep = useAct('PUT /api/prepare/assets', {
    stale: ['assets'],
    said: say(W.saved),
    done: ({ id }) => onSaved(id),
  });
  const { edges } = written;
  const keysOf = (kind: EdgeKind) => edges.flatMap((edge) => (edge.kind === kind ? edge.to : []));
  const minutes = (field: 'rtoMinutes' | 'rpoMinutes' | 'mtpdMinutes', label: string) => (
    <NumberInput
      label={label}
      min={0}
      value={written[field] ?? ''}
      onChange={(value) => set({ [field]: value === '' ? null : Number(value) })}
      error={keep.wrong(field)}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.run({ body: { ...written, seen } });
      }}
    >
      <Stack gap="sm">
        <Group grow align="start">
          <TextInput
            label={say(W.entryKey)}
            description={say(W.entryKeyHint)}
            value={written.key}
            disabled={seen !== null}
            onChange={(e) => set({ key: e.currentTarget.value })}
            error={keep.wrong('key')}
            required
          />
          <TextInput
            label={say(W.name)}
            description=" "
            value={written.name}
            onChange={(e) => set({ name: e.currentTarget.value })}
            error={keep.wrong('name')}
            required
          />
        </Group>
        <Group grow align="end">
          <Select
            label={say(W.kind)}
            value={written.kind}
            allowDeselect={false}
            onChange={(kind) => set({ kind: (kind ?? 'system') as Asset['kind'] })}
            data={ASSET_KINDS.map((value) => ({ value, label: say(ASSET_WORDS[value]) }))}
          />
          <Select
            label={say(SYSTEM.ownerUnit)}
            clearable
            value={written.unitId}
            onChange={(unitId) => set({ unitId })}
            data={(units.data?.units ?? []).map(({ id, name, depth }) => ({
              value: id,
              label: `${'　'.repeat(depth)}${name}`,
            }))}
            error={keep.wrong('unitId')}
          />
        </Group>
        {written.kind === 'service' && (
          <Checkbox
            label={say(SYSTEM.criticalService)}
            checked={written.critical}
            onChange={(e) => set({ critical: e.currentTarget.checked })}
          />
        )}
        <Group grow align="end">
          <Select
            label={say(SYSTEM.impact)}
            clearable
            placeholder={say(SYSTEM.notKnown)}
            value={written.impact === null ? null : String(written.impact)}
            onChange={(value) => set({ impact: value === null ? null : Number(value) })}
            data={SEVERITY_WORDS.map((word, level) => ({ value: String(level), label: say(word) }))}
            error={keep.wrong('impact')}
          />
          <TextInput
            label={say(SYSTEM.impactReason)}
            value={written.impactReason}
            onChange={(e) => set({ impactReason: e.currentTarget.value })}
          />
        </Group>
        <Group grow align="end">
          {minutes('rtoMinutes', say(SYSTEM.rtoMinutes))}
          {minutes('rpoMinutes', say(SYSTEM.rpoMinutes))}
          {minutes('mtpdMinutes', say(SYSTEM.mtpdMinutes))}
        </Group>
        {EDGE_KINDS.map((kind) => (
          <TagsInput
            key={kind}
            label={say(EDGE_WORDS[kind])}
            description={kind === 'dependsOn' ? say(SYSTEM.edgeHint) : undefined}
            value={keysOf(kind).slice(0, 100)}
            onChange={(keys) =>
              set({
                // What is too much to show stays as it is.
                edges: [
                  ...edges.filter((edge) => edge.kind !== kind),
                  ...[...keys, ...keysOf(kind).slice(100)].map((to) => ({ kind, to })),
                ],
              })
            }
            error={keep.wrong('edges')}
          />
        ))}
        {(written.kind === 'host' || written.kind === 'fleet') && (
          <Group grow align="end">
            {(['company', 'class', 'os', 'product', 'productVersion'] as const).map((field) => (
              <TextInput
                key={field}
                label={say(SYSTEM[field])}
                value={written[field]}
                onChange={(e) => set({ [field]: e.currentTarget.value })}
              />
            ))}
          </Group>
        )}
        <Textarea
          label={say(W.note)}
          autosize
          value={written.details.note}
          onChange={(e) => set({ details: { ...written.details, note: e.currentTarget.value } })}
        />
        <Button type="submit" loading={keep.pending}>
          {say(W.save)}
        </Button>
      </Stack>
    </form>
  );
}
