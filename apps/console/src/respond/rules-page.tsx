import {
  Button,
  Card,
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
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { OPERATORS } from '../../../../areas/respond/incidents/schema.ts';
import { call, type ReplyOf } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { useAct } from '../ui/form.tsx';
import { Severity } from '../ui/mark.tsx';
import { Empty, Loaded } from '../ui/query-state.tsx';
import { OPERATOR_WORDS, SEVERITY_WORDS, W } from '../words.ts';

type Rule = ReplyOf<'GET /api/respond/rules'>['rules'][number];
type Draft = Omit<Rule, 'id'> & { readonly id: string | undefined };
type Matcher = Rule['matchers'][number];

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
  const [draft, setDraft] = useState<Draft>();
  const query = useQuery({
    queryKey: ['rules'],
    queryFn: ({ signal }) => call('GET /api/respond/rules', {}, signal),
  });
  const remove = useAct('DELETE /api/respond/rules/:id', { stale: ['rules'] });
  const change = useAct('PUT /api/respond/rules/:id', { stale: ['rules'] });
  const add = may('rule.manage') && <Button onClick={() => setDraft(FRESH)}>{say(W.addRule)}</Button>;
  return (
    <div className="page">
      <Group justify="space-between">
        <Title order={1}>{say(W.rules)}</Title>
        {add}
      </Group>
      <Loaded query={query}>
        {({ rules }) =>
          rules.length === 0 ? (
            <Empty text={say(W.rulesEmpty)}>{add}</Empty>
          ) : (
            <Stack>
              {rules.map((rule) => (
                <Card key={rule.id} withBorder padding="sm">
                  <Group justify="space-between" align="start">
                    <div>
                      <Text fw={700}>{rule.name}</Text>
                      {rule.matchers.map((matcher) => (
                        <Text key={JSON.stringify(matcher)} fz="sm">
                          {matcher.field} {say(OPERATOR_WORDS[matcher.operator])} {matcher.values.join(' / ')}
                        </Text>
                      ))}
                      <Text fz="sm" className="quiet">
                        {say(W.severity)} <Severity level={rule.severity} />
                        {rule.page && ` · ${say(W.pageOnDuty)}`}
                        {rule.groupBy.length > 0 && ` · ${say(W.groupBy)} ${rule.groupBy.join(', ')}`}
                      </Text>
                    </div>
                    {may('rule.manage') && (
                      <Group gap="sm">
                        <Switch
                          label={say(W.enabled)}
                          checked={rule.enabled}
                          onChange={(event) => {
                            const { id, ...body } = rule;
                            change.run({
                              params: { id },
                              body: { ...body, enabled: event.currentTarget.checked },
                            });
                          }}
                        />
                        <Button variant="default" onClick={() => setDraft(rule)}>
                          {say(W.edit)}
                        </Button>
                        <ConfirmButton onConfirm={() => remove.run({ params: { id: rule.id } })}>
                          {say(W.remove)}
                        </ConfirmButton>
                      </Group>
                    )}
                  </Group>
                </Card>
              ))}
            </Stack>
          )
        }
      </Loaded>
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
  const options = { stale: ['rules'], done: onClose };
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
    <Modal opened onClose={onClose} title={say(W.rules)} size="xl">
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
          <Text fw={700}>{say(W.condition)}</Text>
          {draft.matchers.map((matcher, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity besides their place.
            <Group key={index} align="end" wrap="wrap">
              <TextInput
                aria-label={say(W.labelName)}
                value={matcher.field}
                onChange={(e) => setMatcher(index, { field: e.currentTarget.value })}
                w={150}
              />
              <Select
                aria-label={say(W.condition)}
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
            label={say(W.groupBy)}
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
