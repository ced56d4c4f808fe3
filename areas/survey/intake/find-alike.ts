import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { fold } from '../../../kernel/text.ts';
import { placedAt } from '../content/rules.ts';
import type { ReportContent } from '../content/schema.ts';
import { reportsNear } from './events/index.ts';
import { type Likened, whyAlike } from './rules.ts';
import type { Suggestion } from './schema.ts';
import { contentOf, findReport } from './store.ts';

/** Runs of two letters of what a text says, so that words need no finding. */
function pairsOf(text: string): Set<string> {
  const letters = [...fold(text).replace(/[\s\p{P}]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

interface Compared {
  readonly id: string;
  readonly operatorName: string;
  readonly title: string;
  readonly at: Temporal.Instant | null;
  readonly outline: string;
  readonly names: readonly string[];
}
const likened = ({ id, operatorName, title, at, outline, names }: Compared): Likened => ({
  id,
  operator: fold(operatorName),
  at,
  names: names.map(fold),
  words: pairsOf(`${title} ${outline}`),
});
const compared = (id: string, content: ReportContent): Compared => {
  const placed = placedAt(content);
  return {
    id,
    operatorName: content.operator.name,
    title: content.title,
    at: placed ? Temporal.Instant.from(placed.at) : null,
    outline: content.outline.is === 'value' ? content.outline.value : '',
    names: [...content.parties, ...content.systems].map(({ name }) => name),
  };
};

const MOST = 10;

/** Reports that may tell of the same event, with the reasons; those with most reasons first. */
export async function findAlike(ctx: Context, id: string): Promise<Suggestion[]> {
  permit(ctx, 'survey.intake');
  return reading(ctx, async (trx) => {
    const report = await findReport(trx, id);
    const content = report && (await contentOf(trx, id, report.version));
    if (!report || !content) throw new Fault('not-found');
    const own = likened(compared(id, content));
    const near = await reportsNear(trx, own.at ?? report.submittedAt ?? ctx.now, report.eventId);
    return near
      .map((each) => ({ each, because: whyAlike(own, likened(each)) }))
      .filter(({ because }) => because.length > 0)
      .sort((a, b) => b.because.length - a.because.length)
      .slice(0, MOST)
      .map(({ each: { at: _, outline: __, names: ___, ...told }, because }) => ({ ...told, because }));
  });
}
