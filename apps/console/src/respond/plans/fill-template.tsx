import { Button, CopyButton, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { placeholdersOf } from '../../../../../areas/prepare/plans/rules.ts';
import type { Template } from '../../../../../areas/prepare/plans/schema.ts';
import { useSpeech } from '../../language.tsx';
import { PLAN } from '../../prepare/plans/words.ts';
import { useAct } from '../../ui/form.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';

/** Drafts a template from the record: what the record does not say is asked, and nothing comes out with a hole. */
export function FillTemplate({
  incidentId,
  template,
  onClose,
}: {
  incidentId: string;
  template: Template;
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const fill = useAct('POST /api/respond/incidents/:id/plan/fill');
  const open = placeholdersOf(template);
  const asked = open.filter((field) => field.startsWith('ask.')).map((field) => field.slice(4));
  return (
    <Modal opened onClose={onClose} title={say(PLAN.fillTitle)} size="lg">
      {fill.data ? (
        <Stack>
          <strong>{fill.data.subject}</strong>
          <div className="code">{fill.data.text}</div>
          <CopyButton value={`${fill.data.subject}\n\n${fill.data.text}`}>
            {({ copied, copy }) => (
              <Button onClick={copy} variant={copied ? 'light' : 'filled'}>
                {say(copied ? PLAN.copied : PLAN.copy)}
              </Button>
            )}
          </CopyButton>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            fill.run({
              params: { id: incidentId },
              body: { template: template.key, answers },
            });
          }}
        >
          <Stack>
            <Text className="quiet">{say(PLAN.asked)}</Text>
            <div className="code">{template.text}</div>
            {asked.map((name) => (
              <Textarea
                key={name}
                label={name}
                autosize
                value={answers[name] ?? ''}
                error={fill.wrong(`answers.${name}`)}
                onChange={(e) => setAnswers({ ...answers, [name]: e.currentTarget.value })}
              />
            ))}
            <FormFoot submit={say(PLAN.fill)} pending={fill.pending} onCancel={onClose} />
          </Stack>
        </form>
      )}
    </Modal>
  );
}
