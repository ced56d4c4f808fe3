import './sheets.css';
import { UnstyledButton } from '@mantine/core';
import { useSpeech } from '../../../language.tsx';
import { digitOf, SHEETS } from './rules.ts';
import { useSheet } from './use-sheet.ts';
import { SHEET, SHEET_WORDS } from './words.ts';

/** Everything that opens at the side, each with its key; small, by its key alone. */
export function SheetList({ small = false, onOpen }: { small?: boolean; onOpen?: () => void }) {
  const { say } = useSpeech();
  const { sheet, show } = useSheet();
  return (
    <nav className={`sheet-list${small ? ' sheet-list-small' : ''} no-print`} aria-label={say(SHEET.details)}>
      {SHEETS.map((each) => (
        <UnstyledButton
          key={each}
          className="sheet-button"
          aria-pressed={each === sheet}
          title={say(SHEET.key, { name: say(SHEET_WORDS[each]), key: digitOf(each) })}
          onClick={() => {
            show(each === sheet ? undefined : each);
            onOpen?.();
          }}
        >
          <kbd aria-hidden>{digitOf(each)}</kbd>
          <span>{say(SHEET_WORDS[each])}</span>
        </UnstyledButton>
      ))}
    </nav>
  );
}
