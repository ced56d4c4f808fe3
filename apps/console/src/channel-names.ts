import { useQuery } from '@tanstack/react-query';
import { useSpeech } from './language.tsx';
import { reading } from './queries.ts';

/** What each channel is called, by its id: channels describe themselves, and no screen lists them. */
export function useChannelNames(): Readonly<Record<string, string>> {
  const { say } = useSpeech();
  const names = reading('GET /api/respond/channel-names', {}, 'channels');
  const { data } = useQuery({ ...names, staleTime: Number.POSITIVE_INFINITY });
  return Object.fromEntries(Object.entries(data?.names ?? {}).map(([id, name]) => [id, say(name)]));
}
