import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figureData } from '../../../report/figure/schema.ts';
import { TestHouse } from '../../../test/house.ts';
import { openCase } from '../cases/open-case.ts';
import { readCase } from '../cases/read-case.ts';
import { reviseCase } from '../cases/revise-case.ts';
import { showFigure } from '../cases/show-figure.ts';
import { inTurn } from './in-turn.ts';
import { keeping } from './keeping.ts';

/** A case with a figure that is drawn in no time. */
const blip = {
  ...readCase(fs.readFileSync(new URL('../../../cases/09-network-blip.yaml', import.meta.url), 'utf8')),
  figure: figureData.parse({
    boxes: [
      { id: 'a', kind: 'actor', name: { ja: '利用者', en: 'Users' } },
      { id: 'b', kind: 'system', name: { ja: 'サーバー', en: 'Server' } },
    ],
    arrows: [{ from: 'a', to: 'b' }],
  }),
};

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open({ role: 'all' });
});
afterAll(() => house.close());

const kept = async (orgId: string) =>
  (
    await house.clone.query<{ key: string; drawn_at: unknown }>(
      `SELECT key, drawn_at FROM figure_drawing WHERE org_id = '${orgId}' ORDER BY key`,
    )
  ).map(({ key }) => key);

test('the figure of a case is drawn once, also for two who look at once, and drawn anew when it changes', async () => {
  const orgId = await house.organisation();
  const ctx = house.system(orgId);
  const { id } = await openCase(ctx, blip);
  const [one, other] = await Promise.all([showFigure(ctx, id, 'ja'), showFigure(ctx, id, 'ja')]);
  expect(one).toEqual(other);
  expect(one[0]?.svg).toContain(`<title>${blip.title.ja}</title>`);
  const [key] = await kept(orgId);
  expect(await kept(orgId)).toEqual([key]);

  // What is shown from now on is what is kept, not what is drawn again.
  await house.clone.query(
    `UPDATE figure_drawing SET sheets = jsonb_set(sheets, '{0,svg}', '"<svg><title></title></svg>"')`,
  );
  expect((await showFigure(ctx, id, 'ja'))[0]?.svg).toBe(`<svg><title>${blip.title.ja}</title></svg>`);

  const named = {
    ...blip.figure,
    boxes: blip.figure.boxes.map((box) => ({ ...box, name: { ja: '別名', en: 'Other' } })),
  };
  await reviseCase(ctx, id, { version: 1, document: { ...blip, figure: named } });
  expect((await showFigure(ctx, id, 'ja'))[0]?.svg).toContain('別名');
  expect(await kept(orgId)).toHaveLength(2);
});

test('of many who look at once each figure is drawn for one, and the others see that one', async () => {
  const orgId = await house.organisation();
  const ctx = house.system(orgId);
  const { id } = await openCase(ctx, blip);
  const began: number[] = [];
  let n = 0;
  const turn = (work: () => Promise<unknown>) =>
    inTurn(`test ${orgId}`, 4, async () => {
      began.push(n);
      n += 1;
      const answer = await work();
      // What the first has drawn is marked, so that a second drawing would show.
      await house.clone.query(
        `UPDATE figure_drawing SET sheets = jsonb_set(sheets, '{0,svg}', '"<svg><title></title></svg>"') WHERE org_id = '${orgId}'`,
      );
      return answer;
    });
  const ask = () =>
    keeping(ctx, turn as never)([{ figure: blip.figure, language: 'ja', title: 'A', prefix: 'a-' }]);
  const seen = (await Promise.all([ask(), ask(), ask()])).map((sheets) => sheets[0]?.[0]?.svg);
  expect(seen.filter((svg) => svg === '<svg><title>A</title></svg>')).toHaveLength(2);
  expect(began).toEqual([0, 1, 2]);
  expect((await showFigure(ctx, id, 'en')).length).toBe(1);
  const waiting = Array.from({ length: 6 }, (_, i) => inTurn('six', 4, async () => i));
  const ended = await Promise.allSettled(waiting);
  expect(ended.map(({ status }) => status)).toEqual([...Array(4).fill('fulfilled'), 'rejected', 'rejected']);
});

test('nobody sees what another organisation has drawn, and what is very old is let go', async () => {
  const [mine, theirs] = [await house.organisation(), await house.organisation()];
  const request = { figure: blip.figure, language: 'ja', title: 'A', prefix: 'a-' } as const;
  const [drawn] = await keeping(house.system(mine))([request]);
  await house.clone.query(
    `UPDATE figure_drawing SET sheets = jsonb_set(sheets, '{0,svg}', '"<svg>mine</svg>"'),
       drawn_at = drawn_at - interval '2 years' WHERE org_id = '${mine}'`,
  );
  expect((await keeping(house.system(mine))([request]))[0]?.[0]?.svg).toBe('<svg>mine</svg>');
  expect(await keeping(house.system(theirs))([request])).toEqual([drawn]);
  expect(await kept(mine)).toHaveLength(1);
  const other = { ...request, language: 'en' } as const;
  await keeping(house.system(mine))([other]);
  expect(await kept(mine)).toHaveLength(1);
  expect(await kept(theirs)).toHaveLength(1);
});

test('a figure that cannot be laid out keeps nothing, and is tried again', async () => {
  const orgId = await house.organisation();
  const broken = {
    ...blip.figure,
    arrows: [{ ...blip.figure.arrows[0], to: 'nowhere' }],
  } as typeof blip.figure;
  const draw = () =>
    keeping(house.system(orgId))([{ figure: broken, language: 'ja', title: '', prefix: '' }]);
  await expect(draw()).rejects.toThrow(/nowhere/);
  await expect(draw()).rejects.toThrow(/nowhere/);
  expect(await kept(orgId)).toEqual([]);
});

test.each([
  ['a standby', '25006'],
  ['a disk that is full', '53100'],
  ['a database that takes too long', '57014'],
])('a figure is shown where keeping it is refused by %s, and kept when it can be', async (_, code) => {
  const orgId = await house.organisation();
  const { id } = await openCase(house.system(orgId), blip);
  await house.clone.query(
    `CREATE FUNCTION refuse_drawing() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'not now' USING ERRCODE = '${code}'; END $$`,
  );
  await house.clone.query(
    `CREATE TRIGGER refused BEFORE INSERT ON figure_drawing FOR EACH ROW EXECUTE FUNCTION refuse_drawing()`,
  );
  try {
    expect((await showFigure(house.system(orgId), id, 'ja'))[0]?.svg).toContain('</svg>');
    expect(await kept(orgId)).toEqual([]);
  } finally {
    await house.clone.query('DROP FUNCTION refuse_drawing() CASCADE');
  }
  await showFigure(house.system(orgId), id, 'ja');
  expect(await kept(orgId)).toHaveLength(1);
});
