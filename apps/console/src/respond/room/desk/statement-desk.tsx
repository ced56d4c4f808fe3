import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { AUDIENCES } from '../../../../../../areas/prepare/plans/schema.ts';
import { AUDIENCE_WORDS } from '../../../../../../areas/prepare/plans/words.ts';
import { withheldIn } from '../../../../../../areas/respond/communications/rules.ts';
import { SERVICE_STATES, STATEMENT_KINDS } from '../../../../../../areas/respond/communications/schema.ts';
import {
  SERVICE_STATE_WORDS,
  STATEMENT_KIND_WORDS,
} from '../../../../../../areas/respond/communications/words.ts';
import type { ReplyOf } from '../../../api.ts';
import { useSpeech } from '../../../language.tsx';
import { useMay, useMe } from '../../../me.ts';
import { useAct } from '../../../ui/form.tsx';
import { ROOM_STALE } from '../../../ui/forms/ask-form.tsx';
import { useKeptDraft } from '../../timeline/composer/kept-draft.ts';
import { ROOM } from '../words.ts';
import { MarkedText } from './marked-text.tsx';
import { firstOutlet } from './outlets/rules.ts';
import { StatementSide } from './statement-side.tsx';
import { DESK } from './words.ts';

export type Desk = ReplyOf<'GET /api/respond/incidents/:id/desk'>;
export type Audience = (typeof AUDIENCES)[number];
type Kind = (typeof STATEMENT_KINDS)[number];
type ServiceState = (typeof SERVICE_STATES)[number];

/** Where a statement is written: the words on the left; for whom, by what, what may not be said and who approves beside them. */
export function StatementDesk({ incidentId: id, desk }: { incidentId: string; desk: Desk }) {
  const { say, list, bracketed, quoted } = useSpeech();
  const may = useMay();
  const [{ text }, keep] = useKeptDraft(`${id}.statement`, useMe().data?.personId ?? '');
  const [audience, setAudience] = useState<Audience>('customers');
  const [chosenOutlet, setOutlet] = useState<string>();
  const [chosenKind, setKind] = useState<Kind>();
  const [said, setSaid] = useState<Readonly<Record<string, ServiceState | undefined>>>({});
  // Whether they were told before, and by what, is read from what was sent.
  const told = desk.statements.findLast((each) => each.audience === audience && each.state === 'sent');
  const outlet = chosenOutlet ?? firstOutlet(desk.outlets, audience, told?.outlet)?.key ?? '';
  const kind = chosenKind ?? (told ? 'update' : 'start');
  const stopped = useMemo(() => withheldIn(text, audience, desk.withheld), [text, audience, desk.withheld]);
  const kept = useMemo(
    () =>
      desk.withheld.filter((each) => each.audience === audience).flatMap(({ term, also }) => [term, ...also]),
    [desk.withheld, audience],
  );
  const shown = desk.outlets.find(({ key }) => key === outlet)?.services ?? [];
  // What is said of a service is said by the outlet that shows it, and by no other.
  const services = shown.flatMap(({ key }) => {
    const state = said[key];
    return state ? [{ service: key, state }] : [];
  });
  const done = () => {
    keep({ text: '', chosen: [] });
    setSaid({});
    setKind(undefined);
  };
  const approve = useAct('POST /api/respond/statements/:id/approve', { stale: ROOM_STALE, formless: true });
  const save = useAct('POST /api/respond/incidents/:id/statements', { stale: ROOM_STALE, done });
  const circulate = useAct('POST /api/respond/incidents/:id/statements', {
    stale: ROOM_STALE,
    // Whoever wrote it has read it: the first of its approvals is theirs.
    done: (made) => {
      approve.run({ params: { id: made.id }, body: { text: text.trim(), outlet, services } });
      done();
    },
  });
  const draft = { params: { id }, body: { audience, kind, text, outlet, services } };
  const unready = text.trim() === '' || outlet === '';
  const pending = save.pending || circulate.pending || approve.pending;
  return (
    <section className="statement-desk no-print" aria-label={say(DESK.title)}>
      <div>
        <MarkedText
          label={say(ROOM.text)}
          hint={say(DESK.textHint)}
          value={text}
          withheld={kept}
          wrong={save.wrong('text') ?? circulate.wrong('text')}
          onChange={(next) => keep({ text: next, chosen: [] })}
        />
        {stopped.length > 0 && (
          <div role="status" className="mark-event">
            {say(DESK.found, { words: list(stopped.map(({ term }) => quoted(term))) })}
          </div>
        )}
        <div className="statement-acts">
          <Choice
            label={say(ROOM.audience)}
            value={audience}
            choices={AUDIENCES.map((each) => [each, say(AUDIENCE_WORDS[each])])}
            onChange={(next) => {
              setAudience(next);
              setOutlet(undefined);
            }}
          />
          <Choice
            label={say(ROOM.kind)}
            value={kind}
            choices={STATEMENT_KINDS.map((each) => [each, say(STATEMENT_KIND_WORDS[each])])}
            onChange={setKind}
          />
          <Choice
            label={say(ROOM.outlet)}
            value={outlet}
            choices={desk.outlets.map(({ key, name, down }) => [
              key,
              down.length > 0 ? `${name}${bracketed(say(ROOM.outletDown, { names: list(down) }))}` : name,
            ])}
            onChange={setOutlet}
          />
        </div>
        {shown.length > 0 && (
          <fieldset className="bare statement-services">
            <legend>{say(DESK.services)}</legend>
            {shown.map(({ key, name }) => (
              <div key={key}>
                <span>{name}</span>
                <Choice
                  label={name}
                  value={said[key] ?? ''}
                  choices={[
                    ['', say(DESK.notSaid)] as const,
                    ...SERVICE_STATES.map((state) => [state, say(SERVICE_STATE_WORDS[state])] as const),
                  ]}
                  onChange={(state) => setSaid({ ...said, [key]: state === '' ? undefined : state })}
                />
              </div>
            ))}
          </fieldset>
        )}
        <div className="statement-acts">
          {may('statement.approve') && (
            <Button
              disabled={unready || stopped.length > 0}
              loading={pending}
              onClick={() => circulate.run(draft)}
            >
              {say(DESK.ask)}
            </Button>
          )}
          <Button variant="default" disabled={unready} loading={pending} onClick={() => save.run(draft)}>
            {say(DESK.draft)}
          </Button>
        </div>
      </div>
      <StatementSide incidentId={id} desk={desk} audience={audience} outlet={outlet} text={text} />
    </section>
  );
}

function Choice<V extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: V;
  choices: readonly (readonly [V, string])[];
  onChange: (value: V) => void;
}) {
  return (
    <select
      className="statement-select"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => {
        const chosen = choices.find(([each]) => each === event.currentTarget.value);
        if (chosen) onChange(chosen[0]);
      }}
    >
      {choices.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  );
}
