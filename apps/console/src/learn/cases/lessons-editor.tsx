import { ActionIcon, Button, Group, MultiSelect, Select, Stack } from '@mantine/core';
import { LONGEST, MOST } from '../../../../../areas/learn/cases/limits/rules.ts';
import {
  type CaseDocument,
  CLAIM_SECTIONS,
  type Lesson,
  RESOURCE_NEEDS,
  THEMES,
} from '../../../../../areas/learn/cases/schema.ts';
import { NEED_WORDS, THEME_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { shorten } from '../../../../../kernel/text.ts';
import { useSpeech } from '../../language.tsx';
import { IconPlus, IconTrash } from '../../ui/icons.ts';
import { W } from '../../words.ts';
import { BothFields } from './both-fields.tsx';
import { CASE } from './words.ts';

interface Props {
  readonly document: CaseDocument;
  readonly onChange: (lessons: Lesson[]) => void;
}

/** Lessons, each resting on claims of the sections before (C0-M14). */
export function LessonsEditor({ document, onChange }: Props) {
  const { say, language } = useSpeech();
  const { lessons } = document;
  const set = (id: string, lesson: Lesson) =>
    onChange(lessons.map((each) => (each.id === id ? lesson : each)));
  const claims = CLAIM_SECTIONS.flatMap((section) =>
    document.sections[section].map(({ id, text }) => ({
      value: id,
      label: `${id} ${shorten(text[language], 40)}`,
    })),
  );
  const add = () => {
    let n = lessons.length + 1;
    while (lessons.some(({ id }) => id === `l${n}`)) n++;
    const empty = { ja: '', en: '' };
    onChange([...lessons, { id: `l${n}`, title: empty, body: empty, supports: [], themes: [], covers: [] }]);
  };
  return (
    <Stack gap="sm">
      {lessons.map((lesson) => (
        <fieldset key={lesson.id} className="claim">
          <BothFields
            hedged
            label={say(W.title)}
            value={lesson.title}
            longest={LONGEST.lessonTitle}
            onChange={(title) => set(lesson.id, { ...lesson, title })}
          />
          <BothFields
            long
            hedged
            label={say(W.body)}
            value={lesson.body}
            longest={LONGEST.lesson}
            onChange={(body) => set(lesson.id, { ...lesson, body })}
          />
          <BothFields
            hedged
            label={say(CASE.brief)}
            longest={LONGEST.brief}
            value={lesson.brief ?? { ja: '', en: '' }}
            onChange={(brief) => {
              const { brief: _, ...rest } = lesson;
              set(lesson.id, brief.ja || brief.en ? { ...rest, brief } : rest);
            }}
          />
          <Group align="end" gap="xs" mt={4}>
            <MultiSelect
              flex={1}
              label={say(CASE.supports)}
              maxValues={MOST.supports}
              value={lesson.supports}
              onChange={(supports) => set(lesson.id, { ...lesson, supports })}
              data={claims}
              searchable
            />
            <MultiSelect
              flex={1}
              label={say(W.theme)}
              maxValues={MOST.themes}
              value={lesson.themes}
              onChange={(themes) => set(lesson.id, { ...lesson, themes: themes as Lesson['themes'] })}
              data={THEMES.map((value) => ({ value, label: say(THEME_WORDS[value]) }))}
              searchable
            />
            <Select
              w={140}
              label={say(W.need)}
              clearable
              value={lesson.need ?? null}
              onChange={(need) => {
                const { need: _, ...rest } = lesson;
                set(lesson.id, need ? { ...rest, need: need as NonNullable<Lesson['need']> } : rest);
              }}
              data={RESOURCE_NEEDS.map((value) => ({ value, label: say(NEED_WORDS[value]) }))}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={say(W.remove)}
              onClick={() => onChange(lessons.filter(({ id }) => id !== lesson.id))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        </fieldset>
      ))}
      {lessons.length < MOST.lessons ? (
        <Button variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
          {say(CASE.addLesson)}
        </Button>
      ) : (
        <p className="prose-note">{say(CASE.most, { n: MOST.lessons })}</p>
      )}
    </Stack>
  );
}
