import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { useAct } from '../../ui/form.tsx';
import { LESSON } from './words.ts';

/** Takes a lesson over as a draft of an improvement, and leads there. */
export function AdoptButton({ caseId, lessonId }: { caseId: string; lessonId: string }) {
  const { say } = useSpeech();
  const may = useMay();
  const navigate = useNavigate();
  const adopt = useAct('POST /api/learn/improvements', {
    stale: ['improvements'],
    done: ({ id }) => void navigate({ to: '/learn/improvements', search: { open: id } }),
  });
  if (!may('case.write')) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      className="no-print"
      loading={adopt.pending}
      onClick={() => adopt.run({ body: { caseId, lessonId } })}
    >
      {say(LESSON.adopt)}
    </Button>
  );
}
