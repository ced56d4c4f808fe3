import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { words } from '../../words.ts';

const OVERDUE = words({
  title: { ja: '期限超過・不足のある関係先', en: 'Overdue or missing' },
  unmet: { ja: '未充足：{title} {n}件', en: 'Not met: {title} ({n})' },
});
/** Checks of readiness that ask about parties. */
const CHECKS: readonly string[] = [
  'assessment-due',
  'notify-on-detection',
  'emergency-contact',
  'shared-understanding',
];

const useChecks = () => {
  const { data } = useQuery(reading('GET /api/prepare/readiness', {}, 'readiness'));
  return (data?.checks ?? []).filter(({ id, open }) => CHECKS.includes(id) && open.length > 0);
};

/** Keys of the parties that do not meet a check; undefined where none is asked for. */
export function useLacking(check: string): ReadonlySet<string> | undefined {
  const found = useChecks().find(({ id }) => id === check);
  return useMemo(() => found && new Set(found.open.map(({ key }) => key)), [found]);
}

/** What is overdue or missing at the parties, by check; pressed, the list shows those alone. */
export function OverdueParties({ lack, onLack }: { lack: string; onLack: (check: string) => void }) {
  const { say } = useSpeech();
  const open = useChecks();
  if (open.length === 0) return null;
  return (
    <Group gap="sm" role="group" aria-label={say(OVERDUE.title)}>
      {open.map(({ id, title, asked, ready }) => (
        <Button
          key={id}
          className="chip-button"
          variant={lack === id ? 'filled' : 'light'}
          color="red"
          aria-pressed={lack === id}
          onClick={() => onLack(lack === id ? '' : id)}
        >
          {say(OVERDUE.unmet, { title: say(title), n: asked - ready })}
        </Button>
      ))}
    </Group>
  );
}
