import { Alert, Button, Stack, Text } from '@mantine/core';
import type { Contracts } from '../../../../../areas/contract.ts';
import type { Topic } from '../../../../../areas/topics.ts';
import type { Key } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { FormFoot } from '../form-foot.tsx';
import { AskFieldView } from './ask-field.tsx';
import { type Drawn, flat } from './drawn.ts';
import type { Draft } from './merge-begun.ts';
import { type Past, PastTime } from './past-time.tsx';
import { useDraft } from './use-draft.ts';
import { shapeOf } from './use-route-form.ts';
import { FORM } from './words.ts';

interface AskBodyProps {
  readonly by: Contracts;
  readonly act: Key;
  readonly given: (answers: Draft) => Draft;
  readonly fields: Drawn;
  readonly begin: Draft;
  /** What was typed before. */
  readonly start: Draft | undefined;
  readonly stale: readonly Topic[];
  readonly submit?: string;
  readonly hint?: string;
  readonly onTyped: (values: Draft) => void;
  readonly onLeave: () => void;
  readonly onCancel: () => void;
  readonly onSent: () => void;
  readonly onDone?: (reply: never) => void;
}

/** The form itself; fetched when one is first opened. */
export function AskBody({
  by,
  act,
  given,
  fields,
  begin,
  start,
  submit,
  hint,
  stale,
  onTyped,
  onLeave,
  onCancel,
  onSent,
  onDone,
}: AskBodyProps) {
  const { say, list } = useSpeech();
  const every = flat(fields);
  const shape = shapeOf(by, act);
  // Every act that takes a past time asks for it here, unless its form tells it.
  const past = shape && 'happened' in shape.shape && !('happened' in given(begin));
  const draft = useDraft(act, shape, {
    begin: past ? { ...begin, happened: null } : begin,
    given,
    start: past && start ? { happened: null, ...start } : start,
    onTyped,
    stale,
    paths: [...every.map(([path]) => path), ...(past ? ['happened', 'happened.at'] : [])],
    needed: every.filter(([, field]) => field.needed).map(([path]) => path),
    groups: Object.fromEntries(
      fields.flatMap(([name, { by: first }]) => (first ? [[name, `${name}.${first}`]] : [])),
    ),
    done: (reply) => {
      onSent();
      onDone?.(reply as never);
    },
  });
  const missing = every.filter(([path]) => draft.isMissing(path)).map(([, field]) => field.label);
  return (
    <form onSubmit={draft.submit} noValidate>
      <Stack gap="sm">
        {hint && (
          <Text className="quiet" style={{ whiteSpace: 'pre-line' }}>
            {hint}
          </Text>
        )}
        {/* Sent, it closes: nothing can be typed meanwhile that would be gone with it. */}
        <fieldset className="bare" disabled={draft.pending}>
          <Stack gap="sm">
            {every.map(([path, field], i) => (
              <AskFieldView key={path} path={path} field={field} first={i === 0} draft={draft} />
            ))}
            {past && (
              <PastTime
                value={draft.valueAt('happened') as Past | null}
                error={draft.wrong('happened.at') ?? draft.wrong('happened')}
                onChange={(next) => draft.set('happened', next)}
              />
            )}
          </Stack>
        </fieldset>
        {draft.besides.length > 0 && (
          <Alert color="red" role="alert">
            {draft.besides.map((mend) => (
              <div key={mend}>{mend}</div>
            ))}
          </Alert>
        )}
        {missing.length > 0 && (draft.dirty || draft.tried) && (
          <Text className="quiet">{say(FORM.missing, { names: list(missing) })}</Text>
        )}
        <FormFoot submit={submit ?? say(FORM.record)} pending={draft.pending} onCancel={onCancel}>
          {start && (
            <Button
              variant="subtle"
              onClick={() => {
                onLeave();
                draft.reset();
              }}
            >
              {say(FORM.beginAnew)}
            </Button>
          )}
        </FormFoot>
      </Stack>
    </form>
  );
}
