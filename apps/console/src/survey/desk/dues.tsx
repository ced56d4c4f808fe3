import { STANDING_WORDS } from '../../../../../areas/survey/deadlines/words.ts';
import { STAGE_WORDS } from '../../../../../areas/survey/terms/words.ts';
import { useSpeech } from '../../language.tsx';
import { dateAndTime } from '../../ui/dates/wall.ts';
import { Mark } from '../../ui/mark.tsx';
import type { Report } from './report-page.tsx';
import { DESK } from './words.ts';

/** How each stage stands against its deadline: computed when one looks, and apart from the verdict. */
export function Dues({ dues }: Pick<Report, 'dues'>) {
  const { say, language } = useSpeech();
  const held = dues.filter(({ standing }) => standing !== 'none');
  if (held.length === 0) return null;
  return (
    <section aria-labelledby="report-dues">
      <h2 id="report-dues">{say(DESK.dues)}</h2>
      <ul className="report-list">
        {held.map(({ stage, standing, dueAt, handedAt, overdue }) => (
          <li key={stage}>
            {say(STAGE_WORDS[stage])}{' '}
            <Mark tone={overdue || standing === 'late' ? 'event' : standing === 'met' ? 'recovery' : 'quiet'}>
              {say(overdue ? DESK.overdue : STANDING_WORDS[standing])}
            </Mark>{' '}
            <span className="quiet">
              {[
                ...(dueAt ? [say(DESK.dueBy, { at: dateAndTime(dueAt, language) })] : []),
                ...(handedAt ? [say(DESK.handed, { at: dateAndTime(handedAt, language) })] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
