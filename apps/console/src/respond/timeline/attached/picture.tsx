import { Anchor, Modal } from '@mantine/core';
import { useSpeech } from '../../../language.tsx';
import { ATTACHED } from './words.ts';

/** A picture as large as the screen lets it be. */
export function Picture({
  url,
  name,
  note,
  onClose,
}: {
  url: string;
  name: string;
  note: string;
  onClose: () => void;
}) {
  const { say } = useSpeech();
  return (
    <Modal opened onClose={onClose} title={name} size="auto" centered>
      <figure className="picture">
        <img src={url} alt={note || name} />
        <figcaption>
          {note && <p>{note}</p>}
          <Anchor href={url} target="_blank" rel="noreferrer">
            {say(ATTACHED.openAlone)}
          </Anchor>
        </figcaption>
      </figure>
    </Modal>
  );
}
