import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type ReportContent, STAGES, type Stage } from '../../../../../areas/survey/content/schema.ts';
import { STAGE_WORDS } from '../../../../../areas/survey/content/words.ts';
import { stageFits } from '../../../../../areas/survey/intake/rules.ts';
import { useSpeech } from '../../language.tsx';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { W } from '../../words.ts';
import { ContentFields, type Wrong } from './content-fields.tsx';
import type { Lists } from './told-text.ts';
import { isWritten } from './unsaved.ts';
import { WordSelect } from './word-select.tsx';
import { DESK } from './words.ts';

/** A version of a report being written: its fields, its stage, and two ways on – saved, or handed over. */
export function ReportForm({
  begin,
  before,
  version,
  lists,
  wrong,
  pending,
  hand,
  saved,
  changedBeside,
  onSave,
  onHand,
  above,
  besideStage,
  below,
  other,
}: {
  begin: ReportContent;
  /** What was told in the version before. */
  before: ReportContent | undefined;
  /** How many versions there are already. */
  version: number;
  lists: Lists;
  /** What is wrong with a field of the content, or with `stage`. */
  wrong: Wrong;
  pending: { readonly save: boolean; readonly hand: boolean };
  /** What handing over is called. */
  hand: string;
  /** What was saved last, be it only on the way to being handed over. */
  saved: ReportContent;
  /** Whether what stands beside the fields is not saved either. */
  changedBeside: boolean;
  onSave: (content: ReportContent) => void;
  onHand: (content: ReportContent, stage: Stage) => void;
  above?: ReactNode;
  besideStage?: ReactNode;
  below?: ReactNode;
  other?: ReactNode;
}) {
  const { say } = useSpeech();
  const [content, setContent] = useState(begin);
  const stages = STAGES.filter((each) => stageFits(each, version + 1));
  const [stage, setStage] = useState<Stage>(stages[0] ?? 'first');
  return (
    <form
      className="report-editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(content);
      }}
    >
      <LeaveGuard changed={changedBeside || isWritten(saved, content)} />
      <Stack gap="sm">
        {above}
        <ContentFields
          content={content}
          before={before}
          lists={lists}
          wrong={(path) => wrong(`content.${path}`)}
          onChange={setContent}
        />
        <Group align="end">
          <WordSelect
            label={say(DESK.stage)}
            keys={stages}
            words={STAGE_WORDS}
            value={stage}
            error={wrong('stage')}
            onChange={setStage}
          />
          {besideStage}
        </Group>
        {below}
        <Group>
          <Button type="submit" variant="default" loading={pending.save}>
            {say(W.save)}
          </Button>
          <Button loading={pending.hand} onClick={() => onHand(content, stage)}>
            {hand}
          </Button>
          {other}
        </Group>
      </Stack>
    </form>
  );
}
