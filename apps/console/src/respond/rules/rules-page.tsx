import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Modal,
  Select,
  Stack,
  Switch,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { contracts as DECLARE_RULES_ROUTES } from '../../../../../areas/respond/declare-rules/contract.ts';
import { OPERATORS } from '../../../../../areas/respond/declare-rules/schema.ts';
import { contracts as STORMS_ROUTES } from '../../../../../areas/respond/storms/contract.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { lookAgain, reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { columnHelper } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { AskForm } from '../../ui/forms/ask-form.tsx';
import { useRouteForm } from '../../ui/forms/use-route-form.ts';
import { IconArrowDown, IconArrowUp } from '../../ui/icons.ts';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Severity } from '../../ui/mark.tsx';
import { OPERATOR_WORDS, SEVERITY_WORDS, W } from '../../words.ts';
import { SituationSelect } from '../incidents/situation-select.tsx';
import { STORMS } from '../storms/words.ts';
import { RuleTrial } from './rule-trial.tsx';
import { TITLES } from './titles.ts';
import { RULES } from './words.ts';

const route = getRouteApi('/shell/respond/rules');
type Rule = ReplyOf<'GET /api/respond/rules'>['rules'][number];
type Matcher = Rule['matchers'][number];
const h = columnHelper<Rule>();

const FRESH: Omit<Rule, 'id'> = {
  name: '',
  matchers: [{ field: '@severity', operator: 'is', values: ['critical'] }],
  groupBy: [],
  severity: 2,
  page: true,
  enabled: true,
};

export function RulesPage() {
  const { say } = useSpeech();
  const may = useMay();
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const [draft, setDraft] = useState<Rule | 'new'>();
  const remove = useAct('DELETE /api/respond/rules/:id', { stale: ['rules'] });
  const change = useAct('PUT /api/respond/rules/:id', { stale: ['rules'] });
  const move = useAct('POST /api/respond/rules/:id/move', { stale: ['rules'] });
  const manage = may('rule.manage');
  const client = useQueryClient();
  const brake = useQuery(reading('GET /api/respond/storm-brake', {}, 'storms'));
  const add = manage && (
    <Group gap="sm">
      {brake.data && (
        <AskForm
          by={STORMS_ROUTES}
          act="PUT /api/respond/storm-brake"
          label={say(STORMS.brakeNow, brake.data)}
          hint={say(STORMS.brakeHint)}
          submit={say(W.save)}
          onDone={() => lookAgain(client, ['storms'])}
          given={{ seen: brake.data }}
          fields={{
            most: { label: say(STORMS.most), kind: 'number', begin: brake.data.most },
            minutes: { label: say(STORMS.minutes), kind: 'number', begin: brake.data.minutes },
          }}
        />
      )}
      <Button onClick={() => setDraft('new')}>{say(RULES.addRule)}</Button>
    </Group>
  );
  const conditions = (rule: Rule): string =>
    rule.matchers
      .map(({ field, operator, values }) => `${field} ${say(OPERATOR_WORDS[operator])} ${values.join(' / ')}`)
      .join(' & ');
  const columns = h.columns([
    h.accessor('name', { header: say(W.name), size: 220 }),
    h.accessor(conditions, {
      id: 'conditions',
      header: say(RULES.condition),
      size: 320,
      meta: { grow: true },
    }),
    h.accessor('severity', {
      header: say(W.severity),
      size: 100,
      cell: (c) => <Severity level={c.getValue()} />,
    }),
    h.accessor((row) => (row.page ? say(W.pageOnDuty) : '—'), {
      id: 'page',
      header: say(W.pages),
      size: 150,
    }),
    h.accessor('enabled', {
      header: say(RULES.enabled),
      size: 90,
      cell: (c) => (
        <Switch
          aria-label={say(RULES.enabled)}
          disabled={!manage}
          checked={c.getValue()}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => {
            const { id, ...body } = c.row.original;
            change.run({
              params: { id },
              body: { ...body, enabled: event.currentTarget.checked, seen: body },
            });
          }}
        />
      ),
    }),
    h.display({
      id: 'order',
      header: say(RULES.order),
      size: 90,
      cell: (c) => {
        // Of a search only some of them are there, and what stands between is not seen.
        if (!manage || search !== '') return null;
        const { rows } = c.table.getRowModel();
        const at = rows.findIndex((row) => row.original.id === c.row.original.id);
        const [above, below] = [rows[at - 1]?.original.id, rows[at + 1]?.original.id];
        const put = (id: string | undefined, followedBy: string | undefined) =>
          id !== undefined && followedBy !== undefined && move.run({ params: { id }, body: { followedBy } });
        return (
          <Group gap={4} wrap="nowrap" onClick={(event) => event.stopPropagation()}>
            <ActionIcon
              variant="subtle"
              aria-label={`${say(RULES.earlier)} ${c.row.original.name}`}
              disabled={above === undefined || move.pending}
              onClick={() => put(c.row.original.id, above)}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              aria-label={`${say(RULES.later)} ${c.row.original.name}`}
              disabled={below === undefined || move.pending}
              onClick={() => put(below, c.row.original.id)}
            >
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
          </Group>
        );
      },
    }),
    h.display({
      id: 'remove',
      header: '',
      size: 110,
      cell: (c) =>
        manage && (
          <ConfirmButton
            size="compact-sm"
            onConfirm={() => remove.run({ params: { id: c.row.original.id } })}
          >
            {say(W.remove)}
          </ConfirmButton>
        ),
    }),
  ]);
  return (
    <ListScreen<Rule, string>
      title={say(TITLES.rules)}
      queryKey={['rules', 'list', search]}
      load={async (after: string | undefined, signal) => {
        const { rules, next } = await call(
          'GET /api/respond/rules',
          { query: { search: search || undefined, after, limit: 100 } },
          signal,
        );
        return { rows: rules, next };
      }}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={(row) => manage && setDraft(row)}
      search={{
        value: search,
        onCommit: (next) => void navigate({ search: { search: next }, replace: true }),
      }}
      create={add}
      empty={say(RULES.rulesEmpty)}
    >
      {() =>
        draft && <EditRule rule={draft === 'new' ? undefined : draft} onClose={() => setDraft(undefined)} />
      }
    </ListScreen>
  );
}

function EditRule({ rule, onClose }: { rule: Rule | undefined; onClose: () => void }) {
  const { say } = useSpeech();
  const { name, matchers, groupBy, severity, situation = null, page, enabled } = rule ?? FRESH;
  const options = {
    begin: { name, matchers, groupBy, severity, situation, page, enabled },
    stale: ['rules'] as const,
    done: onClose,
  };
  const adding = useRouteForm(DECLARE_RULES_ROUTES, 'POST /api/respond/rules', options);
  const changing = useRouteForm(DECLARE_RULES_ROUTES, 'PUT /api/respond/rules/:id', {
    ...options,
    given: { id: rule?.id ?? '', seen: options.begin },
  });
  const form = rule ? changing : adding;
  return (
    <Modal opened onClose={onClose} title={say(TITLES.rules)} size="xl">
      <form onSubmit={form.submit} noValidate>
        <Stack>
          <TextInput {...form.text('name', say(W.name))} data-autofocus />
          <Matchers
            matchers={form.values.matchers || []}
            wrong={form.wrong}
            onChange={(next) => form.set('matchers', next)}
          />
          <TagsInput {...form.list('groupBy', say(RULES.groupBy))} />
          <Select
            {...form.choice('severity', say(W.severity))}
            value={String(form.values.severity)}
            onChange={(level) => form.set('severity', Number(level))}
            allowDeselect={false}
            data={SEVERITY_WORDS.map((word, level) => ({ value: String(level), label: say(word) }))}
          />
          <SituationSelect
            value={form.values.situation || null}
            onChange={(next) => form.set('situation', next)}
          />
          <Checkbox {...form.yesNo('page', say(W.pageOnDuty))} />
          <RuleTrial
            rule={{ matchers: form.values.matchers || [], groupBy: form.values.groupBy || [] }}
            instead={rule?.id ?? null}
          />
          <FormFoot submit={say(W.save)} pending={form.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

type Written = Pick<Matcher, 'field' | 'operator'> & { readonly values?: string[] | undefined };

/** The conditions that must all hold. */
function Matchers({
  matchers,
  wrong,
  onChange,
}: {
  matchers: readonly Written[];
  wrong: (field: string) => string | undefined;
  onChange: (matchers: Written[]) => void;
}) {
  const { say } = useSpeech();
  const set = (index: number, patch: Partial<Written>) =>
    onChange(matchers.map((matcher, i) => (i === index ? { ...matcher, ...patch } : matcher)));
  return (
    <>
      <Text fw={700}>{say(RULES.condition)}</Text>
      {matchers.map((matcher, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity besides their place.
        <Group key={index} align="end" wrap="wrap">
          <TextInput
            aria-label={say(RULES.labelName)}
            value={matcher.field}
            onChange={(e) => set(index, { field: e.currentTarget.value })}
            error={wrong(`matchers.${index}.field`)}
            w={150}
          />
          <Select
            aria-label={say(RULES.condition)}
            value={matcher.operator}
            allowDeselect={false}
            w={170}
            data={OPERATORS.map((operator) => ({ value: operator, label: say(OPERATOR_WORDS[operator]) }))}
            onChange={(operator) => operator && set(index, { operator: operator as Matcher['operator'] })}
          />
          <TagsInput
            aria-label={say(W.what)}
            value={matcher.values ?? []}
            onChange={(values) => set(index, { values })}
            error={wrong(`matchers.${index}.values`)}
            style={{ flex: 1, minWidth: 160 }}
          />
          {matchers.length > 1 && (
            <Button
              variant="subtle"
              color="red"
              onClick={() => onChange(matchers.filter((_, i) => i !== index))}
            >
              {say(W.remove)}
            </Button>
          )}
        </Group>
      ))}
      {wrong('matchers') && (
        <Text c="red" fz="sm">
          {wrong('matchers')}
        </Text>
      )}
      <Button
        variant="default"
        onClick={() => onChange([...matchers, { field: 'alertname', operator: 'is', values: [] }])}
      >
        {say(W.add)}
      </Button>
    </>
  );
}
