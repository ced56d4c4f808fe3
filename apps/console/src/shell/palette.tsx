import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
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
  const go = (id: string, word: { ja: string; en: string }, run: () => unknown): SpotlightActionData => ({
    id,
    label: say(word),
    // Found by its word in either language.
    keywords: [word.ja, word.en],
    onClick: () => void run(),
  });
  const actions: SpotlightActionData[] = [
    ...(data?.incidents ?? []).map((incident) => ({
      id: incident.id,
      label: `#${incident.number} ${incident.title}`,
      onClick: () => void navigate({ to: '/respond/incidents/$id', params: { id: incident.id } }),
    })),
    ...(may('incident.declare')
      ? [go('declare', W.declare, () => navigate({ to: '/respond', search: { declare: 'yes' } }))]
      : []),
    go('now', W.now, () => navigate({ to: '/' })),
    go('signals', W.signals, () => navigate({ to: '/detect' })),
    go('incidents', W.incidents, () => navigate({ to: '/respond' })),
    go('people', W.people, () => navigate({ to: '/prepare/people' })),
    go('duty', W.duty, () => navigate({ to: '/prepare/duty' })),
    ...(may('source.read')
      ? [
          go('sources', W.sources, () => navigate({ to: '/settings/sources' })),
          go('heartbeats', W.heartbeats, () => navigate({ to: '/detect/heartbeats' })),
        ]
      : []),
    ...(may('rule.read') ? [go('rules', W.rules, () => navigate({ to: '/respond/rules' }))] : []),
    ...(may('channel.read')
      ? [go('channels', W.channels, () => navigate({ to: '/settings/channels' }))]
      : []),
    ...(may('page.command') ? [go('outbox', W.outbox, () => navigate({ to: '/respond/outbox' }))] : []),
    ...(may('audit.read') ? [go('audit', W.audit, () => navigate({ to: '/audit' }))] : []),
    go('account', W.account, () => navigate({ to: '/settings/account' })),
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
      limit={12}
      searchProps={{ placeholder: say(W.palette), 'aria-label': say(W.palette) }}
    />
  );
}
