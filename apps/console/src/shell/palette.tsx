import '@mantine/spotlight/styles.css';
import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { use, useEffect } from 'react';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
import { entries } from '../screens.ts';
import { fetchedOnce } from '../ui/lazy-part.tsx';
import { W } from '../words.ts';
import { useOpenIncidents } from './open-matters.ts';

const allEntries = fetchedOnce(async () =>
  (await Promise.all(entries.map((entry) => ('load' in entry ? entry.load() : [entry])))).flat(),
);

/** Everything reachable from the keyboard: Ctrl-K, a few letters, Enter. Opens whenever it is asked for once more. */
export function Palette({ asked }: { asked: number }) {
  const all = use(allEntries());
  useEffect(() => {
    if (asked > 0) spotlight.open();
  }, [asked]);
  const { say, language, speak } = useSpeech();
  const may = useMay();
  const navigate = useNavigate();
  const { data } = useOpenIncidents();
  const actions: SpotlightActionData[] = [
    ...(data?.incidents ?? []).map((incident) => ({
      id: incident.id,
      label: `#${incident.number} ${incident.title}`,
      onClick: () => void navigate({ to: '/respond/incidents/$id', params: { id: incident.id } }),
    })),
    ...all
      .filter(({ needs }) => !needs || may(needs))
      .map(({ key, word, link }) => ({
        id: key,
        label: say(word),
        // Found by its word in either language.
        keywords: [word.ja, word.en],
        onClick: () => void navigate(link),
      })),
    {
      id: 'language',
      label: language === 'ja' ? 'English' : '日本語',
      onClick: () => speak(language === 'ja' ? 'en' : 'ja'),
    },
  ];
  return (
    <Spotlight
      shortcut={null}
      actions={actions}
      nothingFound={say(W.notFound)}
      highlightQuery
      limit={60}
      scrollable
      maxHeight="60vh"
      searchProps={{ placeholder: say(W.palette), 'aria-label': say(W.palette) }}
    />
  );
}
