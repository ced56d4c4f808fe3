import type { Finding } from '../../../../../areas/learn/cases/texts/rules.ts';
import { useSpeech } from '../../language.tsx';
import { CASE } from './words.ts';

/** What to fix in a case, apart from what is told in the text itself: a full dot stops a review, an open one is for judgement. */
export function FindingsList({ findings, inText = 0 }: { findings: readonly Finding[]; inText?: number }) {
  const { say } = useSpeech();
  return (
    <section>
      <h2>{say(CASE.toMend)}</h2>
      {inText > 0 && <p>{say(CASE.mendInText, { n: inText })}</p>}
      {findings.length === 0 && inText === 0 && <p className="quiet">{say(CASE.nothingToMend)}</p>}
      {findings.length > 0 && (
        <ul className="findings">
          {findings.map(({ path, message, severity }) => (
            <li key={path + message.en}>
              {severity === 'error' ? `● ${say(CASE.blocker)} ` : `○ ${say(CASE.advice)} `}
              {say(message)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The same where it belongs: beneath a claim, or at the head of a section. */
export function FindingNotes({ findings }: { findings: readonly Finding[] }) {
  const { say } = useSpeech();
  return findings.map(({ path, message, severity }) => (
    <p key={path + message.en} className="prose-note" data-severity={severity}>
      {severity === 'error' ? `● ${say(CASE.blocker)} ` : `○ ${say(CASE.advice)} `}
      {say(message)}
    </p>
  ));
}
