import { notifications } from '@mantine/notifications';
import { useSpeech } from '../../language.tsx';
import { shortTime } from '../../ui/dates/wall.ts';
import { BROKEN } from './broken-words.ts';

interface Broken {
  readonly roster: string;
  readonly layer: string;
  readonly from: string;
  readonly until: string;
}

/** Says which overrides and swaps fell away by what was just done; it stays until it is closed. */
export function useTellBroken(): (broken: readonly Broken[] | undefined) => void {
  const { say } = useSpeech();
  return (broken = []) => {
    if (broken.length === 0) return;
    notifications.show({
      title: say(BROKEN.title, { n: broken.length }),
      message: broken
        .map(
          ({ roster, layer, from, until }) => `${roster} ${layer}: ${shortTime(from)} – ${shortTime(until)}`,
        )
        .join(' / '),
      color: 'red',
      autoClose: false,
    });
  };
}
