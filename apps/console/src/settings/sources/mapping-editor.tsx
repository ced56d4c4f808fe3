import {
  Alert,
  Button,
  Group,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { joinPath, splitPath } from '../../../../../sources/generic/path.ts';
import { useSpeech } from '../../language.tsx';
import { ActButton } from '../../ui/act-button.tsx';
import { DescribedFields, type Field, type Values } from '../../ui/described-form.tsx';
import { useAct } from '../../ui/form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { W } from '../../words.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { SOURCES } from './words.ts';

const isMapped = ({ kind }: Field): boolean => kind === 'mapping';

const textsOf = (value: unknown): Record<string, string> =>
  value !== null && typeof value === 'object' ? (value as Record<string, string>) : {};

interface Props {
  readonly kind: string;
  readonly fields: readonly Field[];
  readonly settings: Values;
  readonly onChange: (settings: Values) => void;
  readonly wrong: (field: string) => string | undefined;
}

/** Maps a sender's JSON by pointing into a sample: choose what is wanted, then click the value that holds it. */
export function MappingEditor({ kind, fields, settings, onChange, wrong }: Props) {
  const { say } = useSpeech();
  const [sample, setSample] = useState('');
  const [target, setTarget] = useState('title');
  const trial = useAct('POST /api/detect/source-kinds/:kind/trial');
  const parsed = parse(sample);
  const list = typeof settings['list'] === 'string' ? settings['list'] : '';
  const labels = textsOf(settings['labels']);
  const pick = (leaf: Leaf) => {
    // A value inside a list means: every element of that list is an alert.
    const index = leaf.path.findIndex((part) => /^\d+$/.test(part));
    const found = list === '' && index > 0 ? joinPath(leaf.path.slice(0, index)) : list;
    if (target === 'list') return onChange({ ...settings, list: found });
    const { path } = withinList(leaf.path, found, Array.isArray(parsed.value));
    if (target !== 'labels') return onChange({ ...settings, list: found, [target]: joinPath(path) });
    const name = labelName(path, labels);
    return onChange({ ...settings, list: found, labels: { ...labels, [name]: joinPath(path) } });
  };
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Stack>
        <Textarea
          label={say(SOURCES.sample)}
          value={sample}
          onChange={(e) => setSample(e.currentTarget.value)}
          minRows={4}
          maxRows={10}
          autosize
          error={parsed.error}
        />
        <div>
          <Text fw={700}>{say(SOURCES.mapTo)}</Text>
          <SegmentedControl
            value={target}
            onChange={setTarget}
            data={fields.filter(isMapped).map(({ name, label }) => ({ value: name, label: say(label) }))}
            size="xs"
            fullWidth
            orientation="horizontal"
          />
          <Text fz="sm" className="quiet">
            {say(SOURCES.pick)}
          </Text>
        </div>
        <div style={{ maxHeight: 320, overflow: 'auto' }}>
          <Table>
            <Table.Tbody>
              {(parsed.value === undefined ? [] : leavesOf(parsed.value)).slice(0, 500).map((leaf) => (
                <Table.Tr key={joinPath(leaf.path)}>
                  <Table.Td>
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      onClick={() => pick(leaf)}
                      data-testid={`pick ${joinPath(leaf.path)}`}
                    >
                      {joinPath(leaf.path)}
                    </Button>
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{leaf.value}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Stack>
      <Stack>
        {fields
          .filter((field) => isMapped(field) && field.name !== 'labels')
          .map((field) => (
            <TextInput
              key={field.name}
              label={say(field.label)}
              description={say(field.help)}
              withAsterisk={field.required}
              value={typeof settings[field.name] === 'string' ? String(settings[field.name]) : ''}
              onChange={(e) => onChange({ ...settings, [field.name]: e.currentTarget.value })}
              error={wrong(`settings.${field.name}`)}
            />
          ))}
        <DescribedFields
          fields={fields.filter((field) => !isMapped(field))}
          values={settings}
          onChange={onChange}
          wrong={wrong}
        />
        <Title order={3}>{say(W.labels)}</Title>
        {Object.entries(labels).map(([name, path]) => (
          <Group key={name} wrap="nowrap">
            <Text w={140} truncate>
              {name}
            </Text>
            <TextInput
              aria-label={name}
              value={path}
              style={{ flex: 1 }}
              onChange={(e) =>
                onChange({ ...settings, labels: { ...labels, [name]: e.currentTarget.value } })
              }
            />
            <Button
              variant="subtle"
              color="red"
              onClick={() =>
                onChange({
                  ...settings,
                  labels: Object.fromEntries(Object.entries(labels).filter(([other]) => other !== name)),
                })
              }
            >
              {say(W.remove)}
            </Button>
          </Group>
        ))}
        {wrong('settings.labels') && (
          <Text c="red" fz="sm">
            {wrong('settings.labels')}
          </Text>
        )}
        <ActButton
          variant="default"
          loading={trial.pending}
          why={parsed.value === undefined ? say(SOURCES.previewNeeds) : undefined}
          onClick={() => trial.run({ params: { kind }, body: { sample, settings: { ...settings } } })}
        >
          {say(SOURCES.preview)}
        </ActButton>
        {trial.data?.alerts.map((alert) => (
          <Alert key={JSON.stringify(alert)} color="gray">
            <Mark tone={alert.state === 'firing' ? 'event' : 'recovery'}>{alert.title}</Mark>
            <Text fz="sm">{alert.severity}</Text>
            {alert.remarks.map((remark) => (
              <Text key={remark} fz="sm">
                ⚠ {remark}
              </Text>
            ))}
            <dl className="labels">
              {Object.entries(alert.labels).map(([name, value]) => [
                <dt key={`${name} name`}>{name}</dt>,
                <dd key={name}>{value}</dd>,
              ])}
            </dl>
          </Alert>
        ))}
        {trial.data?.rejected.map(({ index, reason }) => (
          <Alert key={index} color="red">
            #{index}: {reason}
          </Alert>
        ))}
      </Stack>
    </SimpleGrid>
  );
}

/** The last part of the path; where that name stands for another value already, the whole path. */
function labelName(path: readonly string[], taken: Readonly<Record<string, string>>): string {
  const clean = (text: string) => text.replace(/[^\p{L}\p{N}_.-]/gu, '_').replace(/^(?=[^\p{L}_])/u, '_');
  const short = clean(path.at(-1) ?? 'label');
  return taken[short] === undefined || taken[short] === joinPath(path) ? short : clean(path.join('_'));
}

/** A path as seen from one alert: without the list in front and the position in it. */
function withinList(path: readonly string[], list: string, isArray: boolean): { path: readonly string[] } {
  const prefix = splitPath(list);
  const inside =
    (list !== '' || isArray) &&
    prefix.every((part, i) => path[i] === part) &&
    /^\d+$/.test(path[prefix.length] ?? '');
  return { path: inside ? path.slice(prefix.length + 1) : path };
}

function parse(sample: string): { value?: unknown; error?: string } {
  if (!sample.trim()) return {};
  try {
    return { value: JSON.parse(sample) as unknown };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
