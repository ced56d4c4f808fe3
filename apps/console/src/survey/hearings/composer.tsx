import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { CERTAINTIES, CERTAINTY_WORDS, type Certainty } from '../../../../../kernel/certainty.ts';
import { useSpeech } from '../../language.tsx';
import type { TypedLine } from './waiting-lines.ts';
import { HEARING } from './words.ts';

/**
 * One line after the other, by keys alone: Enter records, @ sets who speaks. What is typed stands until it is kept
 * somewhere.
 */
export function Composer({
  roles,
  question,
  onLine,
}: {
  roles: readonly string[];
  /** What is being asked, in words. */
  question: string | undefined;
  /** @returns false where it could not be kept */
  onLine: (line: Omit<TypedLine, 'question'>) => boolean;
}) {
  const { say } = useSpeech();
  const [text, setText] = useState('');
  const [speaker, setSpeaker] = useState(roles[0] ?? '');
  const [certainty, setCertainty] = useState<Certainty>('confirmed');
  const mention = /^@(\S*)\s?$/.exec(text)?.[1];
  const offered = mention === undefined ? [] : roles.filter((role) => role.includes(mention));
  const choose = (role: string | undefined): void => {
    if (!role) return;
    setSpeaker(role);
    setText('');
  };
  const send = (): void => {
    if (mention !== undefined) {
      choose(offered[0] ?? mention);
      return;
    }
    const said = text.trim();
    if (said === '' || speaker.trim() === '') return;
    const line = {
      clientId: crypto.randomUUID(),
      at: new Date().toISOString(),
      speaker,
      text: said,
      certainty,
    };
    if (!onLine(line)) return;
    setText('');
    setCertainty('confirmed');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div className="hearing-composer">
      {question && <p className="hearing-answers">{say(HEARING.answers, { question })}</p>}
      <Textarea
        label={say(HEARING.line)}
        description={say(HEARING.lineHint)}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && (
        <ul className="hearing-roles" aria-label={say(HEARING.speaker)}>
          {offered.map((role) => (
            <li key={role}>
              <Button size="compact-md" variant="light" onClick={() => choose(role)}>
                @{role}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="hearing-how">
        <TextInput
          label={say(HEARING.speaker)}
          value={speaker}
          list="hearing-speakers"
          maxLength={120}
          onChange={(event) => setSpeaker(event.currentTarget.value)}
        />
        <datalist id="hearing-speakers">
          {roles.map((role) => (
            <option key={role} value={role} />
          ))}
        </datalist>
        <NativeSelect
          label={say(HEARING.certainty)}
          value={certainty}
          data={CERTAINTIES.toReversed().map((value) => ({ value, label: say(CERTAINTY_WORDS[value]) }))}
          onChange={(event) => setCertainty(event.currentTarget.value as Certainty)}
        />
        <Button onClick={send} disabled={text.trim() === '' || speaker.trim() === ''}>
          {say(HEARING.minutesRecord)}
        </Button>
      </div>
    </div>
  );
}
