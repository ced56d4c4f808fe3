import type { CaseDocument, Claim } from '../../../areas/learn/cases/schema.ts';
import type { Bilingual } from '../../../kernel/language.ts';
import type { Review } from './content/reviews.ts';
import type { Story } from './story.ts';

const isSame = (value: object): value is Bilingual =>
  'ja' in value && 'en' in value && typeof value.ja === 'string' && value.ja === value.en;

/** A draft speaks the language of its record: what was said stands in the other one too, as it was written for both. */
function translated<T>(value: T, said: ReadonlyMap<string, Bilingual>): T {
  if (Array.isArray(value)) return value.map((each) => translated(each, said)) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (isSame(value)) return { ...value, ...said.get(value.ja) } as T;
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [field, translated(each, said)]),
  ) as T;
}

const claim = (id: string, { ja, en }: Bilingual): Claim => ({
  id,
  text: { ja, en },
  labels: [],
  disclosure: 'publish',
  textOnly: true,
  times: [],
  estimates: [],
  covers: [],
});

/** The draft with what its reviewers added; nothing is left to ask. */
function reviewed(
  draft: CaseDocument,
  { background, cause, measures, lessons, improvements: _, ...whole }: Review,
): CaseDocument {
  const { sections } = draft;
  return {
    ...draft,
    ...whole,
    sections: {
      ...sections,
      background: [...sections.background, ...background.map((text, n) => claim(`bg${n + 1}`, text))],
      cause: cause.map((text, n) => claim(`k${n + 1}`, text)),
      measures: measures.map(({ done, ...text }, n) => ({ ...claim(`m${n + 1}`, text), done })),
    },
    lessons: lessons.map((each) => ({ ...each, supports: ['k1', 'm1'], covers: [] })),
    questions: [],
  };
}

/** The draft of a closed incident is written to its end and approved, and its lessons become improvements. */
export async function reviewCase(
  story: Story,
  incidentId: string,
  at: Temporal.Instant,
  review: Review,
): Promise<void> {
  const { cases } = await story.kept(at, '', 'GET /api/learn/cases');
  for (const { id } of cases) {
    const draft = await story.kept(at, id, 'GET /api/learn/cases/:id');
    if (draft.incidentId !== incidentId) continue;
    const document = reviewed(translated(draft.document, story.said), review);
    const { version } = await story.did('kawakami', at, id, 'PUT /api/learn/cases/:id', {
      version: draft.version,
      document,
    });
    await story.did('kawakami', at.add({ hours: 1 }), id, 'POST /api/learn/cases/:id/turn', {
      turn: 'submit',
      version,
    });
    await story.kept(at.add({ hours: 30 }), id, 'POST /api/learn/cases/:id/turn', {
      turn: 'approve',
      version,
    });
    return adopt(story, id, at.add({ hours: 50 }), review);
  }
  throw new Error('the demonstration has no draft of a closed incident');
}

async function adopt(
  story: Story,
  caseId: string,
  at: Temporal.Instant,
  { improvements, lessons }: Review,
): Promise<void> {
  for (const { lesson: lessonId, owner, state, dueIn } of improvements) {
    const lesson = lessons.find(({ id }) => id === lessonId);
    if (!lesson) throw new Error(`the demonstration has no lesson ${lessonId}`);
    const { id } = await story.did(
      'kawakami',
      at,
      '',
      'POST /api/learn/improvements',
      { caseId, lessonId },
      undefined,
    );
    await story.did('kawakami', at.add({ minutes: 5 }), id, 'PUT /api/learn/improvements/:id', {
      title: lesson.title[story.language],
      text: lesson.body[story.language],
      state,
      ownerId: story.idOf(owner),
      dueOn: story.day(dueIn),
    });
  }
}
