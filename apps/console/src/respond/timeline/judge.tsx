import { Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Line } from '../../../../../areas/audit/lines/rules.ts';
import { OUTCOMES, type Outcome } from '../../../../../areas/respond/timeline/schema.ts';
import { OUTCOME_WORDS } from '../../../../../areas/respond/timeline/words.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { TIMELINE } from './words.ts';

/** How a response worked out; what was judged before stays in the record. */
export function Judge({ line, onClose }: { line: Line; onClose: () => void }) {
  const { say } = useSpeech();
  const [outcome, setOutcome] = useState<Outcome>();
  const judge = useAct('POST /api/respond/incidents/:id/timeline/:seq/judge', {
    stale: ['timeline', 'room'],
    done: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={say(TIMELINE.judge)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (outcome) judge.run({ params: { id: line.incidentId ?? '', seq: line.seq }, body: { outcome } });
        }}
      >
        <Stack>
          <Text className="line-text">{String(line.body['text'])}</Text>
          <Radio.Group
            label={say(TIMELINE.outcome)}
            value={outcome ?? null}
            onChange={(next) => setOutcome(OUTCOMES.find((each) => each === next))}
          >
            <Stack gap="xs" mt="xs">
              {OUTCOMES.map((each) => (
                <Radio key={each} value={each} label={say(OUTCOME_WORDS[each])} />
              ))}
            </Stack>
          </Radio.Group>
          <FormFoot
            submit={say(TIMELINE.addNote)}
            pending={judge.pending}
            disabled={outcome === undefined}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}
