import { Card, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { KIND_WORDS, REFUSALS } from '../../../../../areas/survey/exchange/words.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { useSpeech } from '../../language.tsx';
import type { Paged } from '../../ui/data-table.tsx';
import { MorePages } from '../../ui/more-pages.tsx';
import { Empty, Loaded } from '../../ui/query-state.tsx';
import { EXCHANGE } from './words.ts';

export const kindWord = (kind: string): Bilingual =>
  Object.hasOwn(KIND_WORDS, kind) ? KIND_WORDS[kind as keyof typeof KIND_WORDS] : { ja: kind, en: kind };

/** Why, in words; what the other side wrote itself stands as it is. */
export function useReason(): (reason: string) => string {
  const { say } = useSpeech();
  const known: Readonly<Record<string, Bilingual>> = {
    ...REFUSALS,
    'no-connection': EXCHANGE['no-connection'],
    'no-receipt': EXCHANGE['no-receipt'],
  };
  return (reason) => {
    const [word = '', ...rest] = reason.split(': ');
    const told = Object.hasOwn(known, word) ? known[word] : undefined;
    return told ? [say(told), rest.join(': ')].filter((each) => each !== '').join(' – ') : reason;
  };
}

/** A list that is drawn as one card a row, on the desk and on the phone alike. */
export function Rows<Row>({
  rows,
  query,
  empty,
  children,
}: {
  rows: readonly Row[];
  query: Paged & { readonly data?: unknown; readonly error: Error | null; readonly refetch: () => unknown };
  empty: string;
  children: (row: Row) => ReactNode;
}) {
  return (
    <Loaded query={{ data: query.data, error: query.error, refetch: query.refetch }}>
      {() => (
        <Stack gap="xs">
          {rows.length === 0 && <Empty text={empty} />}
          {rows.map(children)}
          <MorePages query={query} />
        </Stack>
      )}
    </Loaded>
  );
}

/** A package at a glance: who, what, when, how it stands, and what can be done with it. */
export const Row = ({
  title,
  mark,
  details,
  reason,
  children,
}: {
  title: string;
  mark: ReactNode;
  details: ReactNode;
  reason?: string | undefined;
  children?: ReactNode;
}) => (
  <Card withBorder padding="sm" component="article" aria-label={title}>
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} className="exchange-address">
          {title}
        </Text>
        {mark}
      </Group>
      <Group justify="space-between" gap="xs">
        <Text size="sm" className="quiet">
          {details}
        </Text>
        <Group gap="xs">{children}</Group>
      </Group>
      {reason && (
        <Text size="sm" className="exchange-address">
          {reason}
        </Text>
      )}
    </Stack>
  </Card>
);
