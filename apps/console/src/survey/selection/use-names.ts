import { useQuery } from '@tanstack/react-query';
import type { ListKind } from '../../../../../areas/survey/editions/schema.ts';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { SELECTION } from './words.ts';

/** What an entry of a list is called in the reader's language; its key while the list is not there. */
export function useListNames(): (list: ListKind, key: string | null) => string {
  const { say, language } = useSpeech();
  const { data } = useQuery(reading('GET /api/survey/lists', {}, 'survey-lists'));
  return (list, key) => {
    if (key === null) return say(SELECTION.notStated);
    const entries = data?.lists.find((each) => each.list === list)?.entries;
    return entries?.find((each) => each.key === key)?.name[language] ?? key;
  };
}
