import { Button } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { useAct } from '../../ui/form.tsx';
import { PUBLIC } from './words.ts';

/** Words of this case that were found to name nobody, each to be asked about again. */
export function Harmless({ caseId, words }: { caseId: string; words: readonly string[] }) {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage');
  const act = useAct('POST /api/survey/cases/:id/words', { stale: ['public-editions'], formless: true });
  if (words.length === 0) return null;
  return (
    <details className="public-harmless">
      <summary>{say(PUBLIC.knownHarmless, { n: words.length })}</summary>
      <ul>
        {words.map((word) => (
          <li key={word}>
            {manage ? (
              <Button
                variant="default"
                size="compact-md"
                disabled={act.pending}
                aria-label={say(PUBLIC.reopen, { word })}
                title={say(PUBLIC.reopen, { word })}
                onClick={() =>
                  act.run({ params: { id: caseId }, body: { decisions: [{ word, as: 'open' }] } })
                }
              >
                {word}
              </Button>
            ) : (
              word
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
