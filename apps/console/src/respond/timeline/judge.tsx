import { Button, Modal, Stack, Text } from '@mantine/core';
import type { Line } from '../../../../../areas/audit/rules.ts';
import { OUTCOMES } from '../../../../../areas/respond/timeline/schema.ts';
import { OUTCOME_WORDS } from '../../../../../areas/respond/timeline/words.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { TIMELINE } from './words.ts';

/** How a response worked out, by one press; what was judged before stays in the record. */
export function Judge({ line, onClose }: { line: Line; onClose: () => void }) {
  const { say } = useSpeech();
  const judge = useAct('POST /api/respond/incidents/:id/timeline/:seq/judge', {
    stale: ['timeline', 'room'],
    done: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={say(TIMELINE.judge)}>
      <Stack gap="xs">
        <Text className="line-text">{String(line.body['text'])}</Text>
        {OUTCOMES.map((outcome) => (
          <Button
            key={outcome}
            variant="default"
            disabled={judge.pending}
            onClick={() =>
              judge.run({ params: { id: line.incidentId ?? '', seq: line.seq }, body: { outcome } })
            }
          >
            {say(OUTCOME_WORDS[outcome])}
          </Button>
        ))}
      </Stack>
    </Modal>
  );
}
