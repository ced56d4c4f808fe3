import { Button, Group, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useSpeech } from '../language.tsx';
import { words } from '../words.ts';

const LEAVING = words({
  unsaved: {
    ja: '保存していない変更があります。この画面を離れますか？',
    en: 'You have unsaved changes. Leave this page?',
  },
  leave: { ja: '破棄して移動', en: 'Discard and leave' },
  stay: { ja: '編集を続ける', en: 'Keep editing' },
});

/** Where one is, or goes to. */
export interface Address {
  readonly pathname: string;
  readonly search: object;
}

/**
 * Asks before what is typed and not saved is left behind; of the browser's own ways too. While it is being saved it may
 * still be refused, or written on: whoever leaves after a save passes by it.
 */
export function LeaveGuard({
  changed,
  stays = () => false,
}: {
  changed: boolean;
  /** Whether one is still at the same place under another address. */
  stays?: (from: Address, to: Address) => boolean;
}) {
  const { say } = useSpeech();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => changed && !stays(current, next),
    enableBeforeUnload: () => changed,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Modal opened onClose={blocker.reset} title={say(LEAVING.unsaved)}>
      <Group justify="end">
        <Button variant="default" color="red" onClick={blocker.proceed}>
          {say(LEAVING.leave)}
        </Button>
        <Button onClick={blocker.reset} data-autofocus>
          {say(LEAVING.stay)}
        </Button>
      </Group>
    </Modal>
  );
}
