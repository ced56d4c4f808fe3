import { useRouter } from '@tanstack/react-router';
import { use } from 'react';
import type { FoundGroup } from '../../../../areas/find/schema.ts';
import { useSpeech } from '../language.tsx';
import { useMay, useMe } from '../me.ts';
import { entries } from '../screens.ts';
import { fetchedOnce } from '../ui/lazy-part.tsx';
import { W } from '../words.ts';
import type { Entry, Room } from './entry.ts';
import { useOpenIncidents } from './open-matters.ts';
import { arrange, isMeant, type Line, type LineGroup } from './palette-lines.ts';
import { FIND } from './palette-words.ts';
import { placesNow } from './place.ts';
import { keepRecent, recentOf } from './recent.ts';

const allEntries = fetchedOnce(async () =>
  (await Promise.all(entries.map((entry) => ('load' in entry ? entry.load() : [entry])))).flat(),
);

/** What is chosen from, for what was typed: acts of where one is, pages, what was found. */
export function useLines(
  said: string,
  found: readonly FoundGroup[],
  go: (address: string) => void,
): LineGroup[] {
  const all = use(allEntries());
  const { say } = useSpeech();
  const may = useMay();
  const { data: me } = useMe();
  const router = useRouter();
  const { data } = useOpenIncidents();
  const roomWord = (room: Room): string =>
    say(room === 'settings' ? W.settings : room === 'audit' ? W.audit : W[room]);
  const page = ({ key, word, link, room }: Entry): Line => ({
    key: `page ${key}`,
    label: say(word),
    hint: roomWord(room) === say(word) ? undefined : roomWord(room),
    run: () => void router.navigate(link),
  });
  const acts = placesNow().map(
    ({ name, acts: here }, at): LineGroup => ({
      key: `place ${at}`,
      name: say(name),
      lines: here
        .filter(({ word, unlisted }) => !unlisted && isMeant(said, word, name))
        .map(({ key, word, hotkey, run }) => ({ key: `act ${at} ${key}`, label: say(word), hotkey, run })),
    }),
  );
  return arrange({
    said,
    // What can be done everywhere stands last.
    acts: acts.slice(0, -1),
    always: acts.slice(-1),
    pages: all
      .filter(
        ({ needs, word, also }) => (!needs || may(needs)) && isMeant(said, word, ...(also ? [also] : [])),
      )
      .map(page),
    incidents: (data?.incidents ?? []).map(({ id, number, title }) => ({
      key: `incident ${id}`,
      label: title,
      hint: `#${number}`,
      run: () => go(`/respond/incidents/${id}`),
    })),
    recent: me ? recentOf(me.personId) : [],
    found,
    lineOf: (thing) => ({
      key: `${thing.kind} ${thing.id}`,
      label: thing.title,
      hint: thing.hint,
      run: () => {
        if (me) keepRecent(me.personId, thing);
        go(thing.address);
      },
    }),
    names: { pages: say(FIND.pages), incidents: say(FIND.openIncidents), recent: say(FIND.recent) },
  });
}
