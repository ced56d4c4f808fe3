import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { freeKey, letteredKeyFrom } from '../../prepare/registers/form/keys.ts';
import { IconPlus } from '../../ui/icons.ts';
import { W } from '../../words.ts';
import type { SurveyList } from './lists-page.tsx';
import { LISTS } from './words.ts';

type Entry = SurveyList['entries'][number];

/** The items of a list; one that was in use is ended, never removed, for reports are counted by it. */
export function ListItems({
  list,
  groups,
  before,
  entries,
  manage,
  wrong,
  onChange,
}: {
  list: SurveyList['list'];
  groups: SurveyList['groups'];
  before: readonly Entry[];
  entries: readonly Entry[];
  manage: boolean;
  wrong: (field: string) => string | undefined;
  onChange: (entries: Entry[]) => void;
}) {
  const { say } = useSpeech();
  const known = new Set(before.map(({ key }) => key));
  const set = (at: number, patch: Partial<Entry>) =>
    onChange(entries.map((each, i) => (i === at ? { ...each, ...patch } : each)));
  const taken = new Set(entries.map(({ key }) => key));
  return (
    <Stack gap="sm">
      <strong>{say(LISTS.items)}</strong>
      {wrong('entries') && <p role="alert">{wrong('entries')}</p>}
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a key changes while one types
        <fieldset key={at} className="claim">
          <legend>{say(LISTS.item, { n: at + 1 })}</legend>
          <Group align="start" grow preventGrowOverflow={false}>
            {(['ja', 'en'] as const).map((language) => (
              <TextInput
                key={language}
                label={say(LISTS[language])}
                required
                value={entry.name[language]}
                error={wrong(`entries.${at}.name.${language}`)}
                onChange={({ currentTarget: { value } }) =>
                  set(at, { name: { ...entry.name, [language]: value } })
                }
                onBlur={() => {
                  // Its key follows the English name once, and stays.
                  if (language === 'en' && !known.has(entry.key) && entry.key === '')
                    set(at, { key: freeKey(letteredKeyFrom(entry.name.en, 'item'), taken) });
                }}
              />
            ))}
            <TextInput
              label={say(LISTS.key)}
              description={known.has(entry.key) ? undefined : say(LISTS.keyHint)}
              required
              value={entry.key}
              readOnly={known.has(entry.key)}
              error={wrong(`entries.${at}.key`)}
              onChange={({ currentTarget: { value } }) => set(at, { key: value })}
            />
            {groups.length > 0 && (
              <Select
                label={say(LISTS.group)}
                clearable
                value={entry.group ?? null}
                error={wrong(`entries.${at}.group`)}
                data={groups.map(({ key, name }) => ({ value: key, label: say(name) }))}
                onChange={(group) => set(at, { group: group ?? undefined })}
              />
            )}
          </Group>
          <Group mt="xs" justify="space-between">
            <Group>
              {list === 'causes' && (
                <Checkbox
                  label={say(LISTS.malicious)}
                  checked={entry.malicious === true}
                  onChange={({ currentTarget: { checked } }) => set(at, { malicious: checked || undefined })}
                />
              )}
              {known.has(entry.key) && (
                <Checkbox
                  label={say(LISTS.ended)}
                  description={say(LISTS.endedHint)}
                  checked={entry.ended === true}
                  onChange={({ currentTarget: { checked } }) => set(at, { ended: checked || undefined })}
                />
              )}
            </Group>
            {!known.has(entry.key) && (
              <Button
                variant="subtle"
                color="red"
                onClick={() => onChange(entries.filter((_, i) => i !== at))}
              >
                {say(W.remove)}
              </Button>
            )}
          </Group>
        </fieldset>
      ))}
      {manage && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...entries, { key: '', name: { ja: '', en: '' } }])}
          >
            {say(LISTS.add)}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
