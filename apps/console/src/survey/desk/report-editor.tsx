import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ReportContent, STAGES, type Stage } from '../../../../../areas/survey/content/schema.ts';
import { STAGE_WORDS } from '../../../../../areas/survey/content/words.ts';
import { stageFits } from '../../../../../areas/survey/intake/rules.ts';
import { useSpeech } from '../../language.tsx';
import { useAct } from '../../ui/form.tsx';
import { W } from '../../words.ts';
import { ContentFields, type Wrong } from './content-fields.tsx';
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
  const [content, setContent] = useState<ReportContent>(report.draft ?? report.content);
  const stages = STAGES.filter((each) => stageFits(each, report.version + 1));
  const [stage, setStage] = useState<Stage>(stages[0] ?? 'first');
  const [sender, setSender] = useState('');
  /** The save this form goes on from: our own saves move it, somebody else's do not. */
  const [seen, setSeen] = useState(report.draftSeen);
  const save = useAct('PUT /api/survey/reports/:id/draft', {
    said: say(DESK.saved),
    stale: ['survey'],
    done: (reply) => setSeen(reply.seen),
  });
  const kept = useAct('PUT /api/survey/reports/:id/draft', {
    done: (reply) => {
      setSeen(reply.seen);
      submit.run({ params: { id: report.id }, body: { stage, seen: reply.seen, sender } });
    },
  });
  const submit = useAct('POST /api/survey/reports/:id/submission', {
    said: say(DESK.received),
    stale: ['survey'],
    done: onDone,
  });
  const asked = { params: { id: report.id }, body: { content, seen } };
  const wrong: Wrong = (path) =>
    save.wrong(`content.${path}`) ?? kept.wrong(`content.${path}`) ?? submit.wrong(`content.${path}`);
  return (
    <form
      className="report-editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(asked);
      }}
    >
      <Stack gap="sm">
        <ContentFields
          content={content}
          before={report.version > 0 ? report.content : undefined}
          lists={lists}
          wrong={wrong}
          onChange={setContent}
        />
        <Group align="end">
          <Select
            label={say(DESK.stage)}
            allowDeselect={false}
            value={stage}
            error={submit.wrong('stage')}
            data={stages.map((value) => ({ value, label: say(STAGE_WORDS[value]) }))}
            onChange={(value) => setStage(stages.find((each) => each === value) ?? stage)}
          />
          <TextInput
            label={say(DESK.sender)}
            value={sender}
            onChange={(event) => setSender(event.currentTarget.value)}
          />
        </Group>
        {submit.besides(['content', 'stage']).map((each) => (
          <Text key={each} role="alert">
            {each}
          </Text>
        ))}
        <Group>
          <Button type="submit" variant="default" loading={save.pending}>
            {say(W.save)}
          </Button>
          <Button loading={kept.pending || submit.pending} onClick={() => kept.run(asked)}>
            {say(DESK.receive)}
          </Button>
          {report.version > 0 && (
            <Button variant="subtle" onClick={onDone}>
              {say(W.cancel)}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
