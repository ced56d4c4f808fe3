import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { fold } from '../../../kernel/text.ts';
import { placedAt } from '../content/rules.ts';
import type { ReportContent } from '../content/schema.ts';
import { contentsAbout } from './events/index.ts';
import { type Likened, whyAlike } from './rules.ts';
import type { Suggestion } from './schema.ts';
import { contentOf, findReport } from './store.ts';

/** Runs of two letters of what a text says, so that words need no finding. */
function pairsOf(text: string): Set<string> {
  const letters = [...fold(text).replace(/[\s\p{P}]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

const likened = (id: string, content: ReportContent): Likened => {
  const placed = placedAt(content);
  const outline = content.outline.is === 'value' ? content.outline.value : '';
  return {
    id,
    operator: fold(content.operator.name),
    at: placed ? Temporal.Instant.from(placed.at) : null,
    names: [...content.parties, ...content.systems].map(({ name }) => fold(name)),
    words: pairsOf(`${content.title} ${outline}`),
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
    const own = likened(id, content);
    const near = await contentsAbout(trx, own.at ?? report.submittedAt ?? ctx.now);
    return near
      .filter((each) => each.eventId !== report.eventId)
      .map(({ content: other, ...each }) => ({
        ...each,
        because: whyAlike(own, likened(each.id, other)),
      }))
      .filter(({ because }) => because.length > 0)
      .sort((a, b) => b.because.length - a.because.length)
      .slice(0, MOST);
  });
}
