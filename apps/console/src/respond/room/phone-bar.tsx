import { UnstyledButton } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { ownOf, useUnansweredPages } from '../../shell/open-matters.ts';
import { useAct } from '../../ui/form.tsx';
import { W } from '../../words.ts';
import { useSheet } from './sheets/use-sheet.ts';
import { SHEET, SHEET_WORDS } from './sheets/words.ts';

/** On a telephone: the four parts one goes between, and above them the answer while one is called. */
export function PhoneBar({ incidentId, inside }: { incidentId: string; inside: boolean }) {
  const { say } = useSpeech();
  const may = useMay();
  const { sheet, show } = useSheet();
  const { data } = useUnansweredPages();
  const acknowledge = useAct('POST /api/respond/pages/:id/acknowledge', { stale: ['pages', 'timeline'] });
  const mine = ownOf(data).find((page) => page.incidentId === incidentId);
  const parts = [
    [undefined, SHEET.record],
    ['tasks', SHEET_WORDS.tasks],
    ['desk', SHEET.contact],
    ['figure', SHEET.figure],
  ] as const;
  return (
    <div className="phone-bar no-print">
      {mine && may('page.acknowledge') && (
        <UnstyledButton
          className="phone-answer"
          disabled={acknowledge.pending}
          onClick={() => acknowledge.run({ params: { id: mine.id } })}
        >
          {say(W.acknowledge)}
        </UnstyledButton>
      )}
      {inside && (
        <nav aria-label={say(SHEET.parts)}>
          {parts.map(([part, words]) => (
            <UnstyledButton
              key={part ?? 'record'}
              aria-current={sheet === part ? 'page' : undefined}
              onClick={() => show(part)}
            >
              {say(words)}
            </UnstyledButton>
          ))}
        </nav>
      )}
    </div>
  );
}
