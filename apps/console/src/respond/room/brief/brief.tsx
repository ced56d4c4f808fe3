import './brief.css';
import { Title, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../../../language.tsx';
import { Boundary } from '../../../ui/boundary.tsx';
import { digitOf, type Sheet } from '../sheets/rules.ts';
import { useSheet } from '../sheets/use-sheet.ts';
import { SHEET, SHEET_WORDS } from '../sheets/words.ts';

/** One matter of the room at a glance; its name opens all of it. */
export function Brief({
  title,
  sheet,
  count,
  children,
}: {
  title: string;
  sheet: Sheet;
  count?: ReactNode;
  children: ReactNode;
}) {
  const { say } = useSpeech();
  const { show } = useSheet();
  return (
    <section className="brief" aria-label={title}>
      <Title order={2} className="brief-head">
        <UnstyledButton
          className="brief-name"
          title={say(SHEET.key, { name: say(SHEET_WORDS[sheet]), key: digitOf(sheet) })}
          onClick={() => show(sheet)}
        >
          {title} <span aria-hidden>›</span>
        </UnstyledButton>
        {count !== undefined && <span className="quiet brief-count">{count}</span>}
      </Title>
      <Boundary>{children}</Boundary>
    </section>
  );
}
