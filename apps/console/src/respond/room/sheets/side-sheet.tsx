import { CloseButton, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSpeech } from '../../../language.tsx';
import { Boundary } from '../../../ui/boundary.tsx';
import { W } from '../../../words.ts';
import { SheetList } from './sheet-list.tsx';

/**
 * What is opened beside the room: the head stays above it, and the room beside it stays in use. Escape closes it, unless
 * something else that is open takes the key.
 */
export function SideSheet({
  title,
  onClose,
  wide = false,
  children,
}: {
  title: string;
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { say } = useSpeech();
  const head = useRef<HTMLHeadingElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sheet in its place takes the focus too.
  useEffect(() => {
    const before = document.activeElement;
    head.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [title]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      const taken =
        event.isComposing || document.querySelector('[role="dialog"], [role="listbox"], [role="menu"]');
      if (event.key === 'Escape' && !taken) close.current();
    };
    window.addEventListener('keydown', leave, { capture: true });
    return () => window.removeEventListener('keydown', leave, { capture: true });
  }, []);
  return (
    <aside className={`side-sheet${wide ? ' side-sheet-wide' : ''}`} aria-label={title}>
      <div className="side-sheet-head">
        <Title order={2} ref={head} tabIndex={-1}>
          {title}
        </Title>
        <SheetList small />
        <CloseButton size="lg" aria-label={say(W.closePanel)} onClick={onClose} />
      </div>
      <div className="side-sheet-body">
        <Boundary of={title}>{children}</Boundary>
      </div>
    </aside>
  );
}
