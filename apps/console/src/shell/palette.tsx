import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
import { entries } from '../screens.ts';
import { W } from '../words.ts';
import { useOpenIncidents } from './strip.tsx';

/** It opens while one writes a note, too. */
const NOWHERE: string[] = [];

/** Everything reachable from the keyboard: Ctrl-K, a few letters, Enter. */
export function Palette() {
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
    ...entries
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
      shortcut="mod + K"
      tagsToIgnore={NOWHERE}
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
