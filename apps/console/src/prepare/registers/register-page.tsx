import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { kindOf } from '../../../../../areas/prepare/register-kinds/words.ts';
import { call } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { usePlace } from '../../shell/place.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { columnHelper } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { faultsIn } from '../../ui/forms/rules.ts';
import { useWriting } from '../../ui/forms/use-writing.ts';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { sameEntry } from '../../ui/open-entry.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Ago } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { useTellBroken } from '../duty/tell-broken.tsx';
import { type Entry, everyEntry } from './all-entries.ts';
import { freeKey, keyFrom, nameIn, oneOfList } from './form/keys.ts';
import { blankEntry, type Value } from './form/shape.ts';
import { useLacking } from './overdue-parties.tsx';
import { OwnChoices } from './own-choices.ts';
import { PARTS } from './parts.tsx';
import { SchemaForm } from './schema-form.tsx';
import { useShownValue } from './shown-value.ts';
import { FIELD_WORDS, REGISTER } from './words.ts';

const route = getRouteApi('/shell/prepare/registers/$register');
const h = columnHelper<Entry>();
/** In the address: an entry that is not there yet, and what it is written for. */
const NEW = 'new';

/** One register: its entries, and the open one beside them. */
export function RegisterPage() {
  const { say } = useSpeech();
  const may = useMay();
  const { register } = route.useParams();
  const { search, open, lack } = route.useSearch();
  const navigate = route.useNavigate();
  const kind = kindOf(register);
  const { aboveList: AboveList, aboveEntry: AboveEntry, fieldsShown } = PARTS[register] ?? {};
  const shownValue = useShownValue(kind);
  const lacking = useLacking(register === 'parties' ? lack : '');
  // Linked to from elsewhere, an entry may lie on a page that is not there yet.
  const linked = useQuery({
    ...reading(
      'GET /api/prepare/registers/:register',
      { params: { register }, query: { key: open } },
      'registers',
    ),
    enabled: open !== '' && !open.startsWith(NEW),
  });
  const set = (patch: { search?: string; open?: string; lack?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true });
  const columns = h.columns([
    h.accessor((row) => String(row.entry['name']), {
      id: 'name',
      header: say(W.name),
      size: 300,
      meta: { grow: true },
    }),
    ...(fieldsShown ?? []).map((field) =>
      h.accessor((row) => shownValue(row.entry[field]), {
        id: field,
        header: say(FIELD_WORDS[field]),
        size: 180,
      }),
    ),
    h.accessor('key', { header: say(W.entryKey), size: 220, meta: { extra: true } }),
    h.accessor((row) => `${row.version}`, {
      id: 'version',
      header: say(W.revisions),
      size: 110,
      meta: { align: 'end', extra: true },
    }),
    h.accessor('changedBy', { header: say(REGISTER.changedBy), size: 160, meta: { extra: true } }),
    h.accessor('changedAt', { header: say(W.changedAt), size: 140, cell: (c) => <Ago at={c.getValue()} /> }),
  ]);
  const manage = may('register.manage');
  const add = manage && <Button onClick={() => set({ open: 'new' })}>{say(W.addEntry)}</Button>;
  const shownIn = (rows: readonly Entry[]) => rows.find(({ key }) => key === open) ?? linked.data?.entries[0];
  return (
    <ListScreen<Entry, string>
      title={say(kind.name)}
      list={`register ${register}`}
      queryKey={['registers', register, 'list', search, lack, lacking?.size]}
      load={async (after: string | undefined, signal) => {
        const page = await call(
          'GET /api/prepare/registers/:register',
          { params: { register }, query: { search: search || undefined, after } },
          signal,
        );
        return { rows: page.entries.filter(({ key }) => !lacking || lacking.has(key)), next: page.next };
      }}
      columns={columns}
      rowId={(row) => row.key}
      selected={open}
      onOpen={(row) => set({ open: row.key })}
      search={{ value: search, onCommit: (next) => set({ search: next }) }}
      create={add}
      empty={say(kind.empty)}
      above={AboveList && <AboveList manage={manage} lack={lack} onLack={(next) => set({ lack: next })} />}
    >
      {(rows) => {
        const shown = shownIn(rows);
        return (
          <>
            {(open.startsWith(NEW) || shown) && (
              <SideDrawer
                onClose={() => set({ open: '' })}
                size="xl"
                title={shown ? String(shown.entry['name']) : say(W.addEntry)}
              >
                {AboveEntry && shown && (
                  <AboveEntry
                    entry={shown.key}
                    holds={shown.entry}
                    manage={manage}
                    onOpen={(key) => set({ open: key })}
                  />
                )}
                <EditEntry
                  key={`${register} ${open}`}
                  entry={shown}
                  begunFor={open.startsWith(`${NEW}:`) ? open.slice(NEW.length + 1) : ''}
                  manage={manage}
                  onDone={(key) => set({ open: key })}
                />
              </SideDrawer>
            )}
          </>
        );
      }}
    </ListScreen>
  );
}

function EditEntry({
  entry,
  begunFor,
  manage,
  onDone,
}: {
  entry: Entry | undefined;
  begunFor: string;
  manage: boolean;
  onDone: (key: string) => void;
}) {
  const { say, language } = useSpeech();
  const { register } = route.useParams();
  const kind = kindOf(register);
  const { shape } = kind;
  const { begunFor: begin, keyOf, own, following } = PARTS[register] ?? {};
  const [tried, setTried] = useState(false);
  const form = useWriting<Value>(
    entry?.entry ?? { ...blankEntry(shape), ...begin?.(begunFor) },
    entry?.version ?? 0,
  );
  const { written } = form;
  // A key that is free is looked for among all of them.
  const others = useQuery({ ...everyEntry(register), enabled: manage && !entry });
  const named = (): Value => {
    if (entry || written['key'] !== '') return written;
    const taken = new Set(others.data?.entries.map(({ key }) => key));
    const key = keyOf?.(written) ?? freeKey(keyFrom(nameIn(written), oneOfList(register)), taken);
    return { ...written, key };
  };
  // What is new or removed leaves by itself.
  const leaving = useRef(false);
  const kept = useRef<{ key: string; written: Value }>({ key: '', written });
  const tellBroken = useTellBroken();
  const keep = useAct('PUT /api/prepare/registers/:register', {
    stale: ['registers', 'rosters-ahead', 'calls'],
    said: say(W.saved),
    done: ({ version, breaks }) => {
      tellBroken(breaks);
      if (entry) return form.saved(kept.current.written, version);
      leaving.current = true;
      onDone(kept.current.key);
    },
  });
  const remove = useAct('DELETE /api/prepare/registers/:register/:entry', {
    stale: ['registers'],
    done: () => {
      leaving.current = true;
      onDone('');
    },
  });
  // A long form: its shape is asked once somebody means to keep it, and then as one types.
  const faults = tried ? faultsIn(shape, named(), language) : {};
  const wrong = (field: string) =>
    keep.wrong(field) ??
    faults[field] ??
    Object.entries(faults).find(([at]) => at.startsWith(`${field}.`))?.[1];
  const amiss = Object.keys(faults).length;
  const submit = () => {
    setTried(true);
    const told = named();
    if (!manage || keep.pending || Object.keys(faultsIn(shape, told, language)).length > 0) return;
    kept.current = { key: String(told['key']), written };
    keep.run({ params: { register }, body: { version: form.version, entry: told } });
  };
  usePlace(kind.name, [{ key: 'save', word: W.save, run: submit, hotkey: 'mod+S', whileTyping: true }]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <LeaveGuard
        changed={manage && form.unsaved}
        stays={(from, to) => leaving.current || sameEntry(from, to)}
      />
      {/* What is new has its own place once it is kept: nothing can be typed that would be left behind here. */}
      <fieldset className="bare" disabled={!manage || (!entry && keep.pending)}>
        <Stack>
          <OwnChoices value={own?.(written) ?? {}}>
            <SchemaForm
              kind={kind}
              value={written}
              saved={entry?.entry}
              onChange={(next) => form.write(following ? following(written, next) : next)}
              wrong={wrong}
            />
          </OwnChoices>
          {amiss > 0 && (
            <Text role="alert" c="var(--mantine-color-error)">
              {say(REGISTER.amiss, { n: amiss })}
            </Text>
          )}
          {manage && (
            <Group justify="space-between">
              {entry ? (
                <ConfirmButton onConfirm={() => remove.run({ params: { register, entry: entry.key } })}>
                  {say(W.remove)}
                </ConfirmButton>
              ) : (
                <span />
              )}
              <Button type="submit" loading={keep.pending}>
                {say(W.save)}
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}
