import { Button } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { ROOM } from './words.ts';

/** Takes off what was put to an incident by mistake. @param of what, for who cannot see beside what it stands */
export function UnlinkButton({
  of,
  loading,
  onClick,
}: {
  of: string;
  loading: boolean;
  onClick: () => void;
}) {
  const { say, labelled } = useSpeech();
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      className="no-print"
      aria-label={labelled(say(ROOM.unlink), of)}
      loading={loading}
      onClick={onClick}
    >
      {say(ROOM.unlink)}
    </Button>
  );
}
