import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FORM_FORMATS } from '../../../../../areas/respond/reports/forms/schema.ts';
import { FORM_NAMES, FORMS, type FormName } from '../../../../../areas/respond/reports/forms/words.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { ROOM_STALE } from '../../ui/forms/ask-form.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { NOTICES } from './notice-words.ts';

type Form = ReplyOf<'GET /api/respond/reports/:id/form'>;

/** A report on its form: filled from the record, answered where the record does not know, saved as a file. */
export function ReportForm({ reportId, submitted }: { reportId: string; submitted: boolean }) {
  const { say, language } = useSpeech();
  const [opened, setOpened] = useState(false);
  const label = say(submitted ? NOTICES.look : NOTICES.fill);
  const query = useQuery({
    ...reading('GET /api/respond/reports/:id/form', { params: { id: reportId } }, 'room'),
    // Filled in the reader's language.
    queryKey: ['report-form', reportId, language],
    enabled: opened,
  });
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
        {label}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={label} size="xl">
        <Stack>
          <Group gap="xs">
            {FORM_FORMATS.map((format) => (
              <Button
                key={format}
                size="compact-md"
                variant="default"
                onClick={() =>
                  void saveFile(`/api/respond/reports/${reportId}/file?format=${format}&lang=${language}`)
                }
              >
                {format.toUpperCase()}
              </Button>
            ))}
          </Group>
          <Loaded query={query}>
            {(form) => <Fields key={form.form} reportId={reportId} kept={form} />}
          </Loaded>
        </Stack>
      </Modal>
    </>
  );
}

function Fields({ reportId: id, kept }: { reportId: string; kept: Form }) {
  const { say } = useSpeech();
  const may = useMay()('room.write') && !kept.frozen;
  // Only what somebody wrote here: the rest stays with the record, and follows it.
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const keep = useAct('PUT /api/respond/reports/:id/form', {
    stale: ROOM_STALE,
    done: () => setAnswers({}),
  });
  // Only what was typed here: what a colleague wrote meanwhile stays theirs.
  const put = (form: FormName, typed: Readonly<Record<string, string>>) =>
    keep.run({ params: { id }, body: { form, answers: typed } });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        put(kept.form, answers);
      }}
    >
      <Stack gap="sm">
        {kept.frozen && <Text className="quiet">{say(NOTICES.frozen)}</Text>}
        <Select
          label={say(NOTICES.form)}
          disabled={!may}
          allowDeselect={false}
          value={kept.form}
          data={FORM_NAMES.map((value) => ({ value, label: say(FORMS[value].name) }))}
          onChange={(next) => next && put(next as FormName, {})}
        />
        {kept.fields.map(({ key, name, value, from, missing }) => (
          <Textarea
            key={key}
            label={
              <>
                {name}{' '}
                {missing && answers[key] === undefined && <Mark tone="event">{say(NOTICES.missing)}</Mark>}
                {from === 'record' && value && answers[key] === undefined && (
                  <span className="quiet">{say(NOTICES.fromRecord)}</span>
                )}
              </>
            }
            readOnly={!may}
            autosize
            minRows={1}
            maxRows={8}
            value={answers[key] ?? value}
            error={keep.wrong(`answers.${key}`)}
            onChange={(event) => {
              const { value: typed } = event.currentTarget;
              setAnswers((before) => ({ ...before, [key]: typed }));
            }}
          />
        ))}
        {may && (
          <ActButton
            type="submit"
            loading={keep.pending}
            why={Object.keys(answers).length === 0 ? say(NOTICES.nothingWritten) : undefined}
          >
            {say(NOTICES.keep)}
          </ActButton>
        )}
      </Stack>
    </form>
  );
}
