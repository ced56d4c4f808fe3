import './attached.css';
import { Anchor, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Line } from '../../../../../../areas/audit/lines/rules.ts';
import type { FactBody } from '../../../../../../areas/facts.ts';
import { isPicture } from '../../../../../../areas/respond/attachments/schema.ts';
import { fileSize } from '../../../../../../areas/respond/attachments/words.ts';
import { useSpeech } from '../../../language.tsx';
import { addressOf } from '../../../shown-organisation.ts';
import { lazyPart } from '../../../ui/lazy-part.tsx';
import { Aside } from '../../../ui/part.tsx';
import { ATTACHED } from './words.ts';

const Picture = lazyPart(() => import('./picture.tsx'), 'Picture');

/** A picture as a thumbnail that opens large; any other file by its name and size. */
export function Attached({ line }: { line: Line }) {
  const { say, bracketed } = useSpeech();
  const [large, setLarge] = useState(false);
  const [broken, setBroken] = useState(false);
  const { id, name, type, size, note } = line.body as FactBody<'timeline.attached'>;
  const url = addressOf(`/api/respond/incidents/${line.incidentId}/attachments/${id}`);
  if (!isPicture(type) || broken)
    return (
      <div className="attached">
        {/* A file, never a page: the server hands it out to be kept. */}
        <Anchor href={url} download={name}>
          {name}
        </Anchor>
        <span className="quiet">{bracketed(fileSize(size))}</span>
        {broken && <span className="quiet"> {say(ATTACHED.notShown)}</span>}
      </div>
    );
  return (
    <div className="attached">
      <UnstyledButton aria-label={say(ATTACHED.openLarge, { name })} onClick={() => setLarge(true)}>
        <img src={url} alt={note || name} loading="lazy" decoding="async" onError={() => setBroken(true)} />
      </UnstyledButton>
      {large && (
        <Aside>
          <Picture url={url} name={name} note={note} onClose={() => setLarge(false)} />
        </Aside>
      )}
    </div>
  );
}
