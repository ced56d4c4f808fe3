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
import { useEffect, useRef } from 'react';
import { contracts as ASSETS_ROUTES } from '../../../../../areas/prepare/assets/contract.ts';
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
import type { Begun } from '../../ui/forms/ask-types.ts';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { Severity } from '../../ui/mark.tsx';
import { sameEntry } from '../../ui/open-entry.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { SEVERITY_WORDS, W } from '../../words.ts';
import { freeKey, keyFrom, keysIn } from '../registers/form/keys.ts';
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
                <EditSystem draft={writtenOf(shown)} seen={shown.changedAt} onSaved={() => undefined} />
              </fieldset>
              {manage && (
                <Group mt="md" justify="space-between">
                  <Group gap="xs">
                    <ConfirmButton
                      onConfirm={() => remove.run({ params: { id }, query: { withEdges: 'false' } })}
                    >
                      {say(W.remove)}
                    </ConfirmButton>
                    <ConfirmButton
                      onConfirm={() => remove.run({ params: { id }, query: { withEdges: 'true' } })}
                    >
                      {say(SYSTEM.removeWithEdges)}
                    </ConfirmButton>
                  </Group>
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

/** A new entry’s key makes itself from its name, and is one that nothing has yet. */
function useOwnKey(
  form: {
    readonly values: {
      readonly key: Begun<string>;
      readonly name: Begun<string>;
      readonly kind: Begun<Asset['kind']>;
    };
    readonly set: (name: 'key', value: string) => void;
  },
  isNew: boolean,
): void {
  const base = keyFrom(form.values.name ?? '', form.values.kind || 'system');
  const alike = useQuery({
    ...reading('GET /api/prepare/assets', { query: { search: base, limit: 500 } }, 'assets'),
    enabled: isNew && form.values.name !== '',
  });
  const key = freeKey(base, keysIn(alike.data?.assets ?? []));
  const { set } = form;
  const { key: now } = form.values;
  useEffect(() => {
    if (isNew && alike.data && key !== now) set('key', key);
  }, [isNew, alike.data, key, now, set]);
}

/** A new entry’s key is nobody’s words. */
const unnamed = (values: object): string => JSON.stringify({ ...values, key: '' });

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
  const units = useQuery(reading('GET /api/prepare/units', {}, 'units'));
  const leaving = useRef(false);
  const form = useRouteForm(ASSETS_ROUTES, 'PUT /api/prepare/assets', {
    given: { seen },
    begin: draft,
    stale: ['assets'],
    said: say(W.saved),
    done: ({ id }) => {
      // What is new leaves by itself; else the words typed meanwhile stay, and wait to be saved.
      leaving.current = seen === null;
      onSaved(id);
    },
  });
  useOwnKey(form, seen === null);
  const { kind, impact } = form.values;
  const edges = form.values.edges || [];
  const keysOf = (which: EdgeKind) => edges.flatMap((edge) => (edge.kind === which ? edge.to : []));
  return (
    <form onSubmit={form.submit} noValidate>
      {/* What is new has its own place once it is kept: nothing can be typed that would be left behind here. */}
      <fieldset className="bare" disabled={seen === null && form.pending}>
        <Stack gap="sm">
          <LeaveGuard
            changed={seen === null ? unnamed(form.values) !== unnamed(draft) : form.dirty}
            stays={(from, to) => leaving.current || sameEntry(from, to)}
          />
          <TextInput {...form.text('name', say(W.name))} data-autofocus />
          {seen !== null && <TextInput {...form.text('key', say(W.entryKey))} readOnly />}
          <Group grow align="end">
            <Select
              {...form.choice('kind', say(W.kind))}
              allowDeselect={false}
              data={ASSET_KINDS.map((value) => ({ value, label: say(ASSET_WORDS[value]) }))}
            />
            <Select
              {...form.choice('unitId', say(SYSTEM.ownerUnit))}
              clearable
              data={(units.data?.units ?? []).map(({ id, name, depth }) => ({
                value: id,
                label: `${'　'.repeat(depth)}${name}`,
              }))}
            />
          </Group>
          {kind === 'service' && <Checkbox {...form.yesNo('critical', say(SYSTEM.criticalService))} />}
          <Group grow align="end">
            <Select
              {...form.choice('impact', say(SYSTEM.impact))}
              clearable
              placeholder={say(SYSTEM.notKnown)}
              value={typeof impact === 'number' ? String(impact) : null}
              onChange={(value) => form.set('impact', value === null ? null : Number(value))}
              data={SEVERITY_WORDS.map((word, level) => ({ value: String(level), label: say(word) }))}
            />
            <TextInput {...form.text('impactReason', say(SYSTEM.impactReason))} />
          </Group>
          <Group grow align="end">
            {(['rtoMinutes', 'rpoMinutes', 'mtpdMinutes'] as const).map((field) => (
              <NumberInput key={field} {...form.number(field, say(SYSTEM[field]))} min={0} />
            ))}
          </Group>
          {EDGE_KINDS.map((which) => (
            <TagsInput
              key={which}
              label={say(EDGE_WORDS[which])}
              description={which === 'dependsOn' ? say(SYSTEM.edgeHint) : undefined}
              value={keysOf(which).slice(0, 100)}
              onChange={(keys) =>
                form.set('edges', [
                  // What is too much to show stays as it is.
                  ...edges.filter((edge) => edge.kind !== which),
                  ...[...keys, ...keysOf(which).slice(100)].map((to) => ({ kind: which, to })),
                ])
              }
              error={form.wrong('edges')}
            />
          ))}
          {(kind === 'host' || kind === 'fleet') && (
            <Group grow align="end">
              {(['company', 'class', 'os', 'product', 'productVersion'] as const).map((field) => (
                <TextInput key={field} {...form.text(field, say(SYSTEM[field]))} />
              ))}
            </Group>
          )}
          <Textarea
            label={say(W.note)}
            autosize
            value={form.values.details ? (form.values.details.note ?? '') : ''}
            onChange={(e) =>
              form.set('details', { ...(form.values.details || {}), note: e.currentTarget.value })
            }
            error={form.wrong('details.note')}
          />
          <Button type="submit" loading={form.pending}>
            {say(W.save)}
          </Button>
        </Stack>
      </fieldset>
    </form>
  );
}
