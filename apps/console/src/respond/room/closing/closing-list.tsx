import { Button } from '@mantine/core';
import { useSpeech } from '../../../language.tsx';
import { useMay } from '../../../me.ts';
import { useAct } from '../../../ui/form.tsx';
import { ROOM_STALE } from '../../../ui/forms/ask-form.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { useSheet } from '../sheets/use-sheet.ts';
import { useLeftOpen, useTasks } from '../use-room.ts';
import { owedBesides, settlingOf } from './rules.ts';
import { CLOSING } from './words.ts';

/** What stands between recovery and the end, each with the one button that settles it. */
export function ClosingList({ incidentId }: { incidentId: string }) {
  const { say } = useSpeech();
  const query = useLeftOpen(incidentId);
  if (!query.data) return null;
  const owed = owedBesides(query.data.owed);
  const left = query.data.close;
  return (
    <section className="brief closing" aria-label={say(CLOSING.title)}>
      <h2 className="brief-head">
        {say(CLOSING.title)} <span className="quiet brief-count">{owed.length}</span>
      </h2>
      {owed.length === 0 && <Mark tone="recovery">{say(CLOSING.nothing)}</Mark>}
      <ul className="due">
        {owed.map(({ field, what }) => (
          <Owed key={field} incidentId={incidentId} field={field} what={what} />
        ))}
      </ul>
      {left.length > 0 && (
        <>
          <p className="quiet">{say(CLOSING.mayLeave)}</p>
          <ul className="due">
            {left.map(({ name, what }) => (
              <Owed key={name} incidentId={incidentId} field={name} what={what} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Owed({ incidentId, field, what }: { incidentId: string; field: string; what: string }) {
  return (
    <li className="due-row closing-row">
      <span className="due-what">{what}</span>
      <Settle incidentId={incidentId} field={field} />
    </li>
  );
}

function Settle({ incidentId, field }: { incidentId: string; field: string }) {
  const { say } = useSpeech();
  const may = useMay();
  const { show } = useSheet();
  const tasks = useTasks(incidentId).data?.tasks ?? [];
  const standDown = useAct('POST /api/respond/incidents/:id/headquarters/end', {
    stale: ROOM_STALE,
    formless: true,
  });
  const end = useAct('POST /api/respond/tasks/:id/end', { stale: ROOM_STALE, formless: true });
  const settling = settlingOf(field);
  const look = { size: 'compact-sm', variant: 'default', className: 'no-print' } as const;
  if (settling.by === 'standDown' && may('incident.command'))
    return (
      <Button
        {...look}
        loading={standDown.pending}
        onClick={() =>
          standDown.run({ params: { id: incidentId }, body: { reason: say(CLOSING.standDownReason) } })
        }
      >
        {say(CLOSING.standDown)}
      </Button>
    );
  const task = settling.by === 'task' ? tasks.find(({ number }) => number === settling.number) : undefined;
  // A check has to say how it went, and a sweep has its results: they are ended where that is.
  if (task && task.kind === 'task' && task.sweep === null && may('room.write'))
    return (
      <Button
        {...look}
        loading={end.pending}
        onClick={() => end.run({ params: { id: task.id }, body: { state: 'done', note: '' } })}
      >
        {say(CLOSING.done)}
      </Button>
    );
  const sheet = settling.by === 'sheet' ? settling.sheet : settling.by === 'task' ? 'tasks' : 'command';
  return (
    <Button {...look} onClick={() => show(sheet)}>
      {say(CLOSING.open)}
    </Button>
  );
}
