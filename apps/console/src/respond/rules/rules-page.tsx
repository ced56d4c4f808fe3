import {
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
  Title,
} from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { OPERATORS } from '../../../../../areas/respond/declare-rules/schema.ts';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { columnHelper } from '../../ui/data-table.tsx';
import { useAct } from '../../ui/form.tsx';
import { Severity } from '../../ui/mark.tsx';
import { NamedList } from '../../ui/named-list.tsx';
import { Empty } from '../../ui/query-state.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { OPERATOR_WORDS, SEVERITY_WORDS, W } from '../../words.ts';
import { SituationSelect } from '../incidents/situation-select.tsx';
import { TITLES } from './titles.ts';
import { RULES } from './words.ts';

const route = getRouteApi('/shell/respond/rules');
type Rule = ReplyOf<'GET /api/respond/rules'>['rules'][number];
type Draft = Omit<Rule, 'id'> & { readonly id: string | undefined };
type Matcher = Rule['matchers'][number];
const h = columnHelper<Rule>();

const FRESH: Draft = {
  id: undefined,
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
  const [draft, setDraft] = useState<Draft>();
  const remove = useAct('DELETE /api/respond/rules/:id', { stale: ['rules'] });
  const change = useAct('PUT /api/respond/rules/:id', { stale: ['rules'] });
  const manage = may('rule.manage');
  const add = manage && <Button onClick={() => setDraft(FRESH)}>{say(RULES.addRule)}</Button>;
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
            change.run({ params: { id }, body: { ...body, enabled: event.currentTarget.checked } });
          }}
        />
      ),
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
    <div className="page page-fill">
      <Group justify="space-between">
        <Title order={1}>{say(TITLES.rules)}</Title>
        <Group gap="sm">
          <SearchBox
            value={search}
            onCommit={(next) => void navigate({ search: { search: next }, replace: true })}
          />
          {add}
        </Group>
      </Group>
      <NamedList
        queryKey="rules"
        search={search}
        columns={columns}
        label={say(TITLES.rules)}
        empty={<Empty text={say(RULES.rulesEmpty)}>{add}</Empty>}
        onOpen={(row) => manage && setDraft(row)}
        load={async (query, signal) => {
          const { rules, next } = await call('GET /api/respond/rules', { query }, signal);
          return { rows: rules, next };
        }}
      />
      {draft && <EditRule draft={draft} onChange={setDraft} onClose={() => setDraft(undefined)} />}
    </div>
  );
}

function EditRule({
  draft,
  onChange,
  onClose,
}: {
  draft: Draft;
  onChange: (draft: Draft) => void;
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const options = { stale: ['rules'] as const, done: onClose };
  const add = useAct('POST /api/respond/rules', options);
  const change = useAct('PUT /api/respond/rules/:id', options);
  const { id, ...body } = draft;
  const wrong = id === undefined ? add.wrong : change.wrong;
  const setMatcher = (index: number, patch: Partial<Matcher>) =>
    onChange({
      ...draft,
      matchers: draft.matchers.map((matcher, i) => (i === index ? { ...matcher, ...patch } : matcher)),
    });
  return (
    <Modal opened onClose={onClose} title={say(TITLES.rules)} size="xl">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (id === undefined) add.run({ body });
          else change.run({ params: { id }, body });
        }}
      >
        <Stack>
          <TextInput
            label={say(W.name)}
            value={draft.name}
            onChange={(e) => onChange({ ...draft, name: e.currentTarget.value })}
            error={wrong('name')}
            required
            data-autofocus
          />
          <Text fw={700}>{say(RULES.condition)}</Text>
          {draft.matchers.map((matcher, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity besides their place.
            <Group key={index} align="end" wrap="wrap">
              <TextInput
                aria-label={say(RULES.labelName)}
                value={matcher.field}
                onChange={(e) => setMatcher(index, { field: e.currentTarget.value })}
                w={150}
              />
              <Select
                aria-label={say(RULES.condition)}
                value={matcher.operator}
                allowDeselect={false}
                w={170}
                data={OPERATORS.map((operator) => ({
                  value: operator,
                  label: say(OPERATOR_WORDS[operator]),
                }))}
                onChange={(operator) =>
                  operator && setMatcher(index, { operator: operator as Matcher['operator'] })
                }
              />
              <TagsInput
                aria-label={say(W.what)}
                value={matcher.values}
                onChange={(values) => setMatcher(index, { values })}
                style={{ flex: 1, minWidth: 160 }}
              />
              <Button
                variant="subtle"
                color="red"
                disabled={draft.matchers.length === 1}
                onClick={() => onChange({ ...draft, matchers: draft.matchers.filter((_, i) => i !== index) })}
              >
                {say(W.remove)}
              </Button>
            </Group>
          ))}
          {wrong('matchers') && (
            <Text c="red" fz="sm">
              {wrong('matchers')}
            </Text>
          )}
          <Button
            variant="default"
            onClick={() =>
              onChange({
                ...draft,
                matchers: [...draft.matchers, { field: 'alertname', operator: 'is', values: [] }],
              })
            }
          >
            {say(W.add)}
          </Button>
          <TagsInput
            label={say(RULES.groupBy)}
            value={draft.groupBy}
            onChange={(groupBy) => onChange({ ...draft, groupBy })}
          />
          <Select
            label={say(W.severity)}
            value={String(draft.severity)}
            allowDeselect={false}
            data={SEVERITY_WORDS.map((word, level) => ({ value: String(level), label: say(word) }))}
            onChange={(level) => onChange({ ...draft, severity: Number(level) })}
          />
          <SituationSelect
            value={draft.situation ?? null}
            onChange={(situation) => onChange({ ...draft, situation })}
          />
          <Checkbox
            label={say(W.pageOnDuty)}
            checked={draft.page}
            onChange={(e) => onChange({ ...draft, page: e.currentTarget.checked })}
          />
          <Button type="submit" loading={add.pending || change.pending}>
            {say(W.save)}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
