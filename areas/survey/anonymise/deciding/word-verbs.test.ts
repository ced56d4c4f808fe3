import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../../database/transaction.ts';
import { asItWas, race } from '../../../../test/acts.ts';
import { surveyed } from '../../../../test/hearing-room.ts';
import { TestHouse } from '../../../../test/house.ts';
import { callRoute } from '../../../../test/route-caller.ts';
import { openCase } from '../../../learn/cases/open-case.ts';
import { caseDocument } from '../../../learn/cases/schema.ts';
import { openPoints } from '../index.ts';
import { entitiesOf } from '../listed/index.ts';
import { unlistEntity } from '../listed/list-entity.ts';
import { decideWords, wordsFor } from './decide-words.ts';
import type { WordDecision } from './schema.ts';

const told = (ja: string) =>
  caseDocument.parse({
    id: 'stopped',
    causeGroup: 'unknown',
    title: { ja, en: 'A service stopped' },
    figure: { boxes: [{ id: 'a', kind: 'system', name: { ja: 'システム', en: 'System' } }] },
    sections: {},
  });

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function asked(ja = 'ケストレルと青北製作所の瓦版システムが停止') {
  const { orgId, ctx, responder } = await surveyed(house);
  const { id: caseId } = await openCase(ctx, told(ja));
  const words = async () => (await wordsFor(ctx, caseId)).words.map(({ word }) => word);
  return { orgId, ctx, responder, caseId, words };
}
const as = (word: string, more: object = { as: 'harmless' }) => ({ word, ...more }) as WordDecision;

test('words nothing published has used are decided at once: harmless, a name, another name of one', async () => {
  const { orgId, ctx, responder, caseId, words } = await asked();
  expect(await words()).toEqual(['ケストレル', '製作所', '瓦版', '青北']);
  const [first] = (await wordsFor(ctx, caseId)).words;
  expect(first).toMatchObject({ sort: 'katakana', count: 1, path: 'title' });
  const decide = () =>
    decideWords(ctx, caseId, [as('ケストレル', { as: 'entity', kind: 'product' }), as('製作所')]);
  await expect(decideWords(responder, caseId, [as('製作所')])).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, orgId, decide);
  expect(await race(house.clone, [orgId], decide, decide)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await words()).toEqual(['瓦版', '青北']);
  const [kestrel] = await reading(ctx, (trx) => entitiesOf(trx, caseId));
  expect(kestrel).toMatchObject({ kind: 'product', names: ['ケストレル'], origin: 'word' });
  const entityId = kestrel?.id ?? '';
  expect(await decideWords(ctx, caseId, [as('瓦版', { as: 'alias', entityId })])).toEqual({ left: 1 });
  const points = await reading(ctx, (trx) => openPoints(trx, caseId));
  expect(points.filter(({ kind }) => kind === 'word').map(({ field }) => field)).toEqual(['青北']);
  // What was taken off the list is asked about again, whichever name it had.
  await unlistEntity(ctx, caseId, entityId, 2);
  expect(await words()).toEqual(['ケストレル', '瓦版', '青北']);
});

test('what was decided is remembered for the next case, and taken back for all of them', async () => {
  const { ctx, caseId, words } = await asked();
  await decideWords(ctx, caseId, [as('製作所'), as('青北')]);
  const { id: next } = await openCase(ctx, told('青北製作所の灯台'));
  const ofNext = async () => (await wordsFor(ctx, next)).words.map(({ word }) => word);
  expect(await ofNext()).toEqual(['灯台']);
  expect((await wordsFor(ctx, next)).harmless).toEqual(['製作所', '青北']);
  await decideWords(ctx, next, [as('青北', { as: 'open' })]);
  expect(await ofNext()).toEqual(['灯台', '青北']);
  expect(await words()).toContain('青北');
  // Another organisation decides for itself.
  const other = await asked('青北製作所の灯台');
  expect(await other.words()).toEqual(['製作所', '灯台', '青北']);
  await expect(decideWords(other.ctx, caseId, [as('灯台')])).rejects.toMatchObject({ code: 'not-found' });
});

test('a word that is not asked, twice in one go, or of a name that is not there changes nothing', async () => {
  const { ctx, caseId, words } = await asked();
  const before = await words();
  const wrong: WordDecision[][] = [
    [as('青北'), as('どこにもない語')],
    [as('青北'), as('青北', { as: 'entity', kind: 'organisation' })],
    [as('青北', { as: 'open' })],
  ];
  for (const decisions of wrong)
    await expect(decideWords(ctx, caseId, decisions)).rejects.toMatchObject({ code: 'conflict' });
  await expect(
    callRoute(ctx, 'POST /api/survey/cases/:id/words', {
      params: { id: caseId },
      body: { decisions: [{ word: '青北', as: 'alias', entityId: caseId }] },
    }),
  ).rejects.toMatchObject({ code: 'invalid', details: { fields: [{ field: 'decisions.0.entityId' }] } });
  expect(await words()).toEqual(before);
});
