import { Button, CopyButton, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { placeholdersOf } from '../../../../areas/prepare/plans/rules.ts';
import type { Template } from '../../../../areas/prepare/plans/schema.ts';
import { INPUTS, isInputName } from '../../../../areas/prepare/plans/words.ts';
import { useSpeech } from '../language.tsx';
import { InputValue } from '../prepare/plans/criterion.tsx';
import { PLAN } from '../prepare/plans/words.ts';
import { useAct } from '../ui/form.tsx';
import type { Estimates } from './incident-plan.tsx';

/** Drafts a template from the record: what the record does not say is asked, and nothing comes out with a hole. */
export function FillTemplate({
  incidentId,
  template,
  estimates,
  onClose,
}: {
  incidentId: string;
  template: Template;
  estimates: Estimates;
  onClose: () => void;
}) {
  const { say } = useSpeech();
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [inputs, setInputs] = useState<Estimates>(estimates);
  const fill = useAct('POST /api/respond/incidents/:id/plan/fill');
  const open = placeholdersOf(template);
  const asked = open.filter((field) => field.startsWith('ask.')).map((field) => field.slice(4));
  const estimated = open.filter(isInputName).filter((input) => input !== 'severity' && input !== 'situation');
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
              body: { template: template.key, inputs: { ...inputs }, answers },
            });
          }}
        >
          <Stack>
            <Text className="quiet">{say(PLAN.asked)}</Text>
            <div className="code">{template.text}</div>
            {estimated.map((input) => (
              <InputValue
                key={input}
                input={input}
                label={say(INPUTS[input].name)}
                value={inputs[input]}
                onChange={(value) => setInputs({ ...inputs, [input]: value })}
              />
            ))}
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
            <Group>
              <Button type="submit" loading={fill.pending}>
                {say(PLAN.fill)}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
