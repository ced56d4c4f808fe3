import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { lending, permit } from '../../../kernel/permit.ts';
import { zipOf } from '../../../kernel/zip-writer.ts';
import { inTurn } from '../../learn/drawings/index.ts';
import { filled } from '../anonymise/words.ts';
import { consentOn } from '../review/index.ts';
import { makeSite } from './site/make-site.ts';
import { filesOf, readEdition } from './site/read-editions.ts';
import { artefactBytes, artefactsOf, newestOfEach, newestPublication } from './store.ts';
import { CASE_WITHDRAWN, NOTHING_PUBLISHED } from './words.ts';

const MOST_WAITING = 2;

/** Of every survey that was published, its newest edition with its files: all that a site is made of. */
const published = (ctx: Context) =>
  reading(ctx, async (trx) => {
    const all = [];
    for (const { cycleId, number } of await newestOfEach(trx)) {
      await refuseWithdrawn(trx, cycleId, ctx.now);
      const data = await artefactBytes(trx, cycleId, number, 'edition.json');
      if (!data) throw new Error(`edition ${number} of ${cycleId} has no data`);
      const edition = readEdition(data.toString('utf8'));
      const found = new Map<string, Buffer>();
      for (const { name, number: of } of await artefactsOf(trx, cycleId)) {
        const bytes = of === number ? await artefactBytes(trx, cycleId, number, name) : undefined;
        if (bytes) found.set(name, bytes);
      }
      all.push({ edition, files: filesOf(edition, (name) => found.get(name)) });
    }
    return all;
  });

/** A case whose operator took the consent back is handed out no more: another edition has to leave it out first. */
async function refuseWithdrawn(
  trx: Transaction<Tables>,
  cycleId: string,
  now: Temporal.Instant,
): Promise<void> {
  for (const { number, caseId, hash } of (await newestPublication(trx, cycleId))?.printed ?? [])
    if (hash !== null && (await consentOn(trx, caseId, hash, now)).state === 'withdrawn')
      throw new Fault('conflict', { detail: filled(CASE_WITHDRAWN, { number }) });
}

/** The public site of everything that was published, as a ZIP of plain files. */
export async function zipSite(ctx: Context, address: string | undefined): Promise<Buffer> {
  permit(ctx, 'survey.read');
  return inTurn(`site ${ctx.orgId}`, MOST_WAITING, async () => {
    // What was published is for everybody; whether it still may be is known at the desk.
    const all = await published(lending(ctx, 'survey.intake'));
    if (all.length === 0) throw new Fault('not-found', { detail: NOTHING_PUBLISHED });
    const editions = all.map(({ edition }) => edition);
    const files = new Map(all.flatMap(({ files: own }) => own));
    return zipOf(await makeSite(editions, { files, ...(address && { address }) }));
  });
}
