import { type Context, reading } from '../../../database/transaction.ts';
import { Fault } from '../../../kernel/errors.ts';
import { permit } from '../../../kernel/permit.ts';
import { zipOf } from '../../../kernel/zip-writer.ts';
import { inTurn } from '../../learn/drawings/index.ts';
import { makeSite } from './site/make-site.ts';
import { filesOf, readEdition } from './site/read-editions.ts';
import { artefactBytes, artefactsOf, newestOfEach } from './store.ts';
import { NOTHING_PUBLISHED } from './words.ts';

const MOST_WAITING = 2;

/** Of every survey that was published, its newest edition with its files: all that a site is made of. */
const published = (ctx: Context) =>
  reading(ctx, async (trx) => {
    const all = [];
    for (const { cycleId, number } of await newestOfEach(trx)) {
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

/** The public site of everything that was published, as a ZIP of plain files. */
export async function zipSite(ctx: Context, address: string | undefined): Promise<Buffer> {
  permit(ctx, 'survey.read');
  const all = await published(ctx);
  if (all.length === 0) throw new Fault('not-found', { detail: NOTHING_PUBLISHED });
  const site = await inTurn(`site ${ctx.orgId}`, MOST_WAITING, () =>
    makeSite(
      all.map(({ edition }) => edition),
      { files: new Map(all.flatMap(({ files }) => files)), ...(address && { address }) },
    ),
  );
  return zipOf(site);
}
