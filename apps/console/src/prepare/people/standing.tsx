import type { Tone } from '../../../../../areas/fact-kind.ts';
import type { Standing as Stands } from '../../../../../areas/prepare/contacts/schema.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { useSpeech } from '../../language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { INVITE } from './words.ts';

export const STANDING_WORDS: Readonly<Record<Stands, Bilingual>> = {
  registered: INVITE.registered,
  invited: INVITE.invited,
  expired: INVITE.expired,
  joined: INVITE.joined,
};
const TONES: Readonly<Record<Stands, Tone>> = {
  registered: 'quiet',
  invited: 'response',
  expired: 'decision',
  joined: 'recovery',
};

/** Whether somebody is in, or what became of their invitation. */
export function Standing({ standing }: { standing: Stands }) {
  const { say } = useSpeech();
  return <Mark tone={TONES[standing]}>{say(STANDING_WORDS[standing])}</Mark>;
}
