import { useQuery } from '@tanstack/react-query';
import type { Absence, Range, ReportTime } from '../../../../../areas/survey/content/schema.ts';
import {
  ABSENCE_WORDS,
  PRECISION_WORDS,
  PUBLICATION_WORDS,
  STEP_OUTCOME_WORDS,
} from '../../../../../areas/survey/content/words.ts';
import type { ListKind } from '../../../../../areas/survey/editions/schema.ts';
import type { Account } from '../../../../../areas/survey/hearings/schema.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { dateAndTime, shortTime } from '../../ui/dates/wall.ts';
import { DESK } from '../desk/words.ts';

const LIST_OF: Readonly<Record<string, ListKind>> = {
  sector: 'sectors',
  designated: 'designated',
  eventType: 'eventTypes',
  causes: 'causes',
  'effect.sectors': 'sectors',
};

/** What an account says about a field, in words. */
export function useTold(): (path: string, account: Account) => string {
  const { say, list, language } = useSpeech();
  const { data } = useQuery(reading('GET /api/survey/lists', {}, 'survey-lists'));
  const named = (kind: ListKind, key: string): string =>
    data?.lists.find((each) => each.list === kind)?.entries.find((each) => each.key === key)?.name[
      language
    ] ?? key;
  return (path, { said }) => {
    const held = said as { readonly is: 'value'; readonly value: unknown } | { readonly is: Absence };
    if (held.is !== 'value') return say(ABSENCE_WORDS[held.is]);
    const { value } = held;
    const kind = LIST_OF[path];
    if (kind) return list((Array.isArray(value) ? value : [value]).map((key) => named(kind, String(key))));
    if (typeof value === 'object' && value !== null && 'precision' in value) {
      const { at, precision } = value as ReportTime;
      const time = precision === 'second' ? dateAndTime(at, language) : shortTime(at);
      return say(DESK.about, { time, precision: say(PRECISION_WORDS[precision]) });
    }
    if (typeof value === 'object' && value !== null && 'low' in value) {
      const { low, high } = value as Range;
      return low === high ? String(low) : `${low}–${high}`;
    }
    if (typeof value === 'object' && value !== null && 'text' in value) return String(value.text);
    const words = { ...STEP_OUTCOME_WORDS, ...PUBLICATION_WORDS }[String(value) as 'none'];
    return words ? say(words) : String(value);
  };
}
