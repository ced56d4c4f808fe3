import { Textarea, TextInput } from '@mantine/core';
import { FIELD_GROUPS, TOLD_FIELDS } from '../../../../../areas/survey/content/fields/schema.ts';
import { type ReportContent, TLP, type Told } from '../../../../../areas/survey/content/schema.ts';
import { FIELD_WORDS, TLP_WORDS } from '../../../../../areas/survey/content/words.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { useSpeech } from '../../language.tsx';
import { ReportRows } from './report-rows.tsx';
import { ToldField } from './told-field.tsx';
import { at, type Lists, withField } from './told-text.ts';
import { WordSelect } from './word-select.tsx';

export type Wrong = (path: string) => string | undefined;

/** Every field of a report, each a value or the way in which it is none. */
export function ContentFields({
  content,
  before,
  lists,
  wrong,
  onChange,
}: {
  content: ReportContent;
  /** What was told before: it is withdrawn with a reason, never removed. */
  before: ReportContent | undefined;
  lists: Lists;
  wrong: Wrong;
  onChange: (next: ReportContent) => void;
}) {
  const { say } = useSpeech();
  const set = (path: string, value: unknown) => onChange(withField(content, path, value));
  return (
    <>
      <TextInput
        label={say(FIELD_WORDS['operator.name'])}
        value={content.operator.name}
        error={wrong('operator.name')}
        onChange={(event) => set('operator.name', event.currentTarget.value)}
      />
      <TextInput
        label={say(FIELD_WORDS['operator.department'])}
        value={content.operator.department}
        onChange={(event) => set('operator.department', event.currentTarget.value)}
      />
      <TextInput
        label={say(FIELD_WORDS.title)}
        value={content.title}
        error={wrong('title')}
        onChange={(event) => set('title', event.currentTarget.value)}
      />
      {TOLD_FIELDS.map(([path, kind]) => {
        const group = (FIELD_GROUPS as Partial<Record<string, Bilingual>>)[path];
        return (
          <div key={path}>
            {group && <h3>{say(group)}</h3>}
            <ToldField
              path={path}
              kind={kind}
              lists={lists}
              field={at(content, path) as Told<unknown>}
              follows={before !== undefined}
              wrong={wrong(path)}
              onChange={(next) => set(path, next)}
            />
          </div>
        );
      })}
      <ReportRows content={content} before={before} onChange={onChange} />
      <WordSelect
        label={say(FIELD_WORDS.tlp)}
        keys={TLP}
        words={TLP_WORDS}
        value={content.tlp}
        onChange={(value) => set('tlp', value)}
      />
      <Textarea
        label={say(FIELD_WORDS.remarks)}
        autosize
        value={content.remarks}
        onChange={(event) => set('remarks', event.currentTarget.value)}
      />
    </>
  );
}
