import { Button, Popover, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { ReplyOf } from '../../../api.ts';
import { useSpeech } from '../../../language.tsx';
import { useMay } from '../../../me.ts';
import { useAct } from '../../../ui/form.tsx';
import { lazyPart } from '../../../ui/lazy-part.tsx';
import { ButtonLink } from '../../../ui/links.tsx';
import { Aside } from '../../../ui/part.tsx';
import { BOARD } from '../board-words.ts';
import { SheetList } from '../sheets/sheet-list.tsx';
import { useHeadquarters } from '../use-room.ts';
import { ROOM } from '../words.ts';
import { primaryOf } from './rules.ts';
import { Close, Reopen, Resolve, SetUp } from './turn-forms.tsx';
import { HEAD } from './words.ts';

const EditIncident = lazyPart(() => import('../edit-incident.tsx'), 'EditIncident');

type Incident = ReplyOf<'GET /api/respond/incidents/:id'>;

/** The one act that comes next, and every other behind one button. */
export function HeadActs({ incident }: { incident: Incident }) {
  const { say } = useSpeech();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const [more, setMore] = useState(false);
  const { id, state, severity } = incident;
  const headquarters = useHeadquarters(id);
  const again = useAct('POST /api/respond/incidents/:id/page', { stale: ['pages'] });
  const command = may('incident.command');
  const made = headquarters.data?.headquarters;
  // Before it is known whether one stands no act is offered that may be the wrong one a moment later.
  const primary = headquarters.isPending ? undefined : primaryOf(state, severity, made);
  // On a telephone the title needs the room.
  const phone = useMediaQuery('(max-width: 48em)') ?? false;
  const next = command && (
    <>
      {primary === 'setUp' && <SetUp id={id} primary />}
      {primary === 'resolve' && <Resolve id={id} primary />}
      {primary === 'close' && <Close id={id} />}
    </>
  );
  const canSetUp = state !== 'closed' && made?.state !== 'standing';
  return (
    <>
      <ButtonLink
        variant="default"
        size="compact-md"
        className="wide-only"
        to="/respond/incidents/$id/board"
        params={{ id }}
      >
        {say(BOARD.board)}
      </ButtonLink>
      <Popover
        opened={more}
        onChange={setMore}
        position="bottom-end"
        keepMounted
        withinPortal={false}
        withRoles={false}
      >
        <Popover.Target>
          <Button
            variant="default"
            size="compact-md"
            aria-expanded={more}
            onClick={() => setMore((was) => !was)}
            onKeyDown={({ key }) => key === 'Escape' && setMore(false)}
          >
            {say(HEAD.more)} ▾
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap={6} className="room-more">
            {phone && next}
            {command && (
              <Button
                variant="default"
                size="compact-md"
                onClick={() => {
                  setMore(false);
                  setEditing(true);
                }}
              >
                {say(ROOM.edit)}
              </Button>
            )}
            {command && primary !== 'setUp' && canSetUp && <SetUp id={id} />}
            {command && primary !== 'resolve' && state === 'open' && <Resolve id={id} />}
            {command && state !== 'open' && <Reopen id={id} />}
            {state === 'open' && may('page.command') && (
              <Button
                variant="default"
                size="compact-md"
                loading={again.pending}
                onClick={() => again.run({ params: { id } })}
              >
                {say(ROOM.pageAgain)}
              </Button>
            )}
            <ButtonLink
              variant="default"
              size="compact-md"
              to="/respond/incidents/$id/board"
              params={{ id }}
              className="narrow-only"
            >
              {say(BOARD.board)}
            </ButtonLink>
            <div className="narrow-only">
              <SheetList onOpen={() => setMore(false)} />
            </div>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {!phone && next}
      {editing && (
        <Aside>
          <EditIncident incident={incident} onClose={() => setEditing(false)} />
        </Aside>
      )}
    </>
  );
}
