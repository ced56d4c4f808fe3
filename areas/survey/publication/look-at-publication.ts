import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { findCycle } from '../cycles/index.ts';
import type { ErratumView, PublicationView } from './schema.ts';
import { standingOf } from './standing.ts';
import { artefactBytes, artefactsOf, errataOf, type Publication, publicationsOf } from './store.ts';

const titled = ({ printed, book }: Publication) =>
  printed.map(({ number }) => {
    const found = book.cases.find((each) => each.number === number)?.document.title;
    return { number, title: found ? { ja: found.ja, en: found.en } : null, withdrawn: !found };
  });

/** How far a survey is from being published, and every edition that was made. */
export async function lookAtPublication(ctx: Context, cycleId: string): Promise<PublicationView> {
  permit(ctx, 'survey.intake');
  return reading(ctx, async (trx) => {
    const cycle = await findCycle(trx, cycleId);
    if (!cycle) throw new Fault('not-found');
    const editions = await publicationsOf(trx, cycleId);
    const files = await artefactsOf(trx, cycleId);
    const { cases, points } = await standingOf(trx, cycle, editions[0], {
      leftOut: new Set(),
      now: ctx.now,
    });
    return {
      state: cycle.state,
      editions: editions.map((each) => ({
        number: each.number,
        madeAt: each.madeAt.toString(),
        madeBy: each.madeBy,
        cases: titled(each),
        differences: [...each.differences],
        artefacts: files
          .filter(({ number }) => number === each.number)
          .map(({ name, sha256, size }) => ({ name, sha256, size })),
      })),
      cases: [...cases],
      points: [...points],
    };
  });
}

export async function listErrata(ctx: Context, cycleId: string): Promise<ErratumView[]> {
  permit(ctx, 'survey.intake');
  return reading(ctx, async (trx) => {
    if (!(await findCycle(trx, cycleId))) throw new Fault('not-found');
    return errataOf(trx, cycleId);
  });
}

/** A file of an edition, as it was published. */
export async function readArtefact(
  ctx: Context,
  cycleId: string,
  number: number,
  name: string,
): Promise<Buffer> {
  permit(ctx, 'survey.read');
  const bytes = await reading(ctx, (trx) => artefactBytes(trx, cycleId, number, name));
  if (!bytes) throw new Fault('not-found');
  return bytes;
}
