import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../language.tsx';
import { useMay, useMe } from '../me.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Aside } from '../ui/part.tsx';
import { W } from '../words.ts';

const RemoveDemo = lazyPart(() => import('../settings/organisation/remove-demo.tsx'), 'RemoveDemo');

/** That people and events are invented, and the way out of it. */
export function DemoMark() {
  const { say } = useSpeech();
  const may = useMay();
  const { data: me } = useMe();
  const [removing, setRemoving] = useState(false);
  if (!me?.organisation.demo) return null;
  if (!may('organisation.manage'))
    return (
      <span className="demo-mark" title={say(W.demoBanner)}>
        {say(W.demo)}
      </span>
    );
  return (
    <>
      <Button
        className="demo-mark"
        variant="transparent"
        title={say(W.demoBanner)}
        onPointerEnter={RemoveDemo.preload}
        onClick={() => setRemoving(true)}
      >
        {say(W.demo)}
      </Button>
      {removing && (
        <Aside>
          <RemoveDemo opened onClose={() => setRemoving(false)} />
        </Aside>
      )}
    </>
  );
}
