import { ActionIcon, Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ROLE_NAMES, ROLES, type Role } from '../../../../../areas/roles.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { IconX } from '../../ui/icons.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { W } from '../../words.ts';
import { ORGANISATION } from './words.ts';

type Kept = ReplyOf<'GET /api/prepare/sign-on-groups'>;

/** Which roles the groups of the identity provider stand for. */
export function GroupsPart() {
  const query = useQuery(reading('GET /api/prepare/sign-on-groups', {}, 'organisation'));
  return (
    <Stack maw={720} gap="sm">
      <Loaded query={query}>{(kept) => <Table key={kept.version} kept={kept} />}</Loaded>
    </Stack>
  );
}

function Table({ kept }: { kept: Kept }) {
  const { say } = useSpeech();
  const [claim, setClaim] = useState(kept.claim);
  const [admits, setAdmits] = useState(kept.admits);
  const [rows, setRows] = useState(kept.groups.map((each, n) => ({ ...each, key: n })));
  const keep = useAct('PUT /api/prepare/sign-on-groups', { said: say(W.saved), stale: ['organisation'] });
  const change = (key: number, part: { group?: string; role?: Role }) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const groups = rows.map(({ group, role }) => ({ group, role }));
        keep.run({ body: { version: kept.version, claim, admits, groups } });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={say(ORGANISATION.claim)}
          description={say(ORGANISATION.claimHint)}
          value={claim}
          onChange={(event) => setClaim(event.currentTarget.value)}
          error={keep.wrong('claim')}
          maw={360}
        />
        {rows.map(({ key, group, role }, n) => (
          <Group key={key} gap="sm" align="start" wrap="nowrap">
            <TextInput
              aria-label={say(ORGANISATION.group)}
              placeholder={say(ORGANISATION.group)}
              value={group}
              onChange={(event) => change(key, { group: event.currentTarget.value })}
              error={keep.wrong(`groups.${n}.group`)}
              flex={1}
            />
            <Select
              aria-label={say(ORGANISATION.role)}
              data={ROLE_NAMES.map((value) => ({ value, label: say(ROLES[value].name) }))}
              value={role}
              allowDeselect={false}
              onChange={(value) => value && change(key, { role: value as Role })}
              flex={1}
            />
            <ActionIcon
              size="lg"
              aria-label={say(ORGANISATION.removeGroup, { group })}
              onClick={() => setRows((before) => before.filter((row) => row.key !== key))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="subtle"
          px={0}
          style={{ alignSelf: 'start' }}
          onClick={() =>
            setRows((before) => [
              ...before,
              { group: '', role: 'responder', key: Math.max(-1, ...before.map(({ key }) => key)) + 1 },
            ])
          }
        >
          {say(ORGANISATION.addGroup)}
        </Button>
        <Checkbox
          label={say(ORGANISATION.admits)}
          description={say(ORGANISATION.admitsHint)}
          checked={admits}
          onChange={(event) => setAdmits(event.currentTarget.checked)}
        />
        <Group>
          <Button type="submit" loading={keep.pending}>
            {say(W.save)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
