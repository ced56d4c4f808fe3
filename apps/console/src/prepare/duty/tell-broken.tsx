import { notifications } from '@mantine/notifications';
import { useSpeech } from '../../language.tsx';
import { BROKEN } from './broken-words.ts';

interface Broken {
  readonly roster: string;
  readonly layer: string;
  readonly from: string;
  readonly until: string;
}

const short = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

/** Says which overrides and swaps fell away by what was just done; it stays until it is closed. */
export function useTellBroken(): (broken: readonly Broken[] | undefined) => void {
  const { say } = useSpeech();
  return (broken = []) => {
    if (broken.length === 0) return;
    notifications.show({
      title: say(BROKEN.title, { n: broken.length }),
      message: broken
        .map(
          ({ roster, layer, from, until }) =>
            `${roster} ${layer}: ${short.format(new Date(from))} – ${short.format(new Date(until))}`,
        )
        .join(' / '),
      color: 'red',
      autoClose: false,
    });
  };
}
