import { Group } from '@mantine/core';
import { STAGE_WORDS } from '../../../../../areas/survey/content/words.ts';
import { receiptNumber } from '../../../../../areas/survey/intake/rules.ts';
import { VERDICT_WORDS } from '../../../../../areas/survey/intake/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ago } from '../../ui/time.tsx';
import { VERDICT_TONES } from '../desk/tones.ts';
import { DESK } from '../desk/words.ts';
import { OWN } from './words.ts';
import '../desk/desk.css';

/** Reports this organisation sends, each with how far it is. */
export function OwnList({ reports }: Pick<ReplyOf<'GET /api/survey/own-reports'>, 'reports'>) {
  const { say } = useSpeech();
  return (
    <ul className="report-list">
      {reports.map((each) => (
        <li key={each.id}>
          <Group gap="sm">
            <AppLink to="/survey/own-reports/$id" params={{ id: each.id }}>
              {each.number === null ? '' : `${receiptNumber(each.number)} `}
              {each.title || say(DESK.untitled)}
            </AppLink>
            <span className="quiet">{say(each.stage ? STAGE_WORDS[each.stage] : OWN.draft)}</span>
            {each.verdict && (
              <Mark tone={VERDICT_TONES[each.verdict]}>{say(VERDICT_WORDS[each.verdict])}</Mark>
            )}
            {each.openQuestions > 0 && <Mark tone="event">{say(OWN.open, { n: each.openQuestions })}</Mark>}
            <Ago at={each.changedAt} />
          </Group>
        </li>
      ))}
    </ul>
  );
}
