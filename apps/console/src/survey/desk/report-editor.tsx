import { Button, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReportContent, Stage } from '../../../../../areas/survey/content/schema.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { W } from '../../words.ts';
import { ReportForm } from './report-form.tsx';
import type { Report } from './report-page.tsx';
import type { Lists } from './told-text.ts';
import { DESK } from './words.ts';

/** The next version of a report, typed in: every field a value or the way in which it is none. */
export function ReportEditor({
  report,
  lists,
  onDone,
}: {
  report: Report;
  lists: Lists;
  onDone: () => void;
}) {
  const { say } = useSpeech();
  const [sender, setSender] = useState('');
  /** The save this form goes on from: our own saves move it, somebody else's do not. */
  const [seen, setSeen] = useState(report.draftSeen);
  const begin = report.draft ?? report.content;
  const [saved, setSaved] = useState(begin);
  const sent = useRef(begin);
  const took = (reply: { readonly seen: number }) => {
    setSeen(reply.seen);
    setSaved(sent.current);
  };
  const stage = useRef<Stage>('first');
  const save = useAct('PUT /api/survey/reports/:id/draft', {
    said: say(DESK.saved),
    stale: ['survey'],
    done: took,
  });
  const kept = useAct('PUT /api/survey/reports/:id/draft', {
    done: (reply) => {
      took(reply);
      const body = { stage: stage.current, seen: reply.seen, sender };
      submit.run({ params: { id: report.id }, body });
    },
  });
  const submit = useAct('POST /api/survey/reports/:id/submission', {
    said: say(DESK.received),
    stale: ['survey'],
    done: onDone,
  });
  const asked = (content: ReportContent) => {
    sent.current = content;
    return { params: { id: report.id }, body: { content, seen } };
  };
  return (
    <ReportForm
      begin={begin}
      saved={saved}
      changedBeside={sender !== ''}
      before={report.version > 0 ? report.content : undefined}
      version={report.version}
      lists={lists}
      wrong={(field) => save.wrong(field) ?? kept.wrong(field) ?? submit.wrong(field)}
      pending={{ save: save.pending, hand: kept.pending || submit.pending }}
      hand={say(DESK.receive)}
      onSave={(content) => save.run(asked(content))}
      onHand={(content, chosen) => {
        stage.current = chosen;
        kept.run(asked(content));
      }}
      besideStage={
        <TextInput
          label={say(DESK.sender)}
          value={sender}
          onChange={(event) => setSender(event.currentTarget.value)}
        />
      }
      below={submit.besides(['content', 'stage']).map((each) => (
        <Text key={each} role="alert">
          {each}
        </Text>
      ))}
      other={
        report.version > 0 && (
          <Button variant="subtle" onClick={onDone}>
            {say(W.cancel)}
          </Button>
        )
      }
    />
  );
}
