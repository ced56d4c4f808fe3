import { Button, Group, type MantineSpacing } from '@mantine/core';
import { useSpeech } from '../language.tsx';
import { words } from '../words.ts';
import type { Paged } from './data-table.tsx';

const MORE = words({ more: { ja: '続きを表示', en: 'Show more' } });

/** The next page of what is shown, where there is one; for lists that are no table. */
export function MorePages({
  query,
  mt,
}: {
  query: Pick<Paged, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  mt?: MantineSpacing;
}) {
  const { say } = useSpeech();
  if (!query.hasNextPage) return null;
  return (
    <Group justify="center" {...(mt !== undefined && { mt })}>
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {say(MORE.more)}
      </Button>
    </Group>
  );
}
