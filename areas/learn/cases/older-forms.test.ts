import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reading } from '../../../database/transaction.ts';
import { readYaml } from '../../../kernel/yaml.ts';
import { TestHouse } from '../../../test/house.ts';
import { listVersions } from './list-versions.ts';
import { inPresentForm } from './older-forms.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { reviseCase } from './revise-case.ts';
import { caseDocument } from './schema.ts';
import { findCase, versionsOf } from './store.ts';
import { turnCase } from './turn-case.ts';

/** A case as it was written while each claim bore one certainty for all it said. */
const text = fs.readFileSync(new URL('./older-forms.test.yaml', import.meta.url), 'utf8');
const old = readYaml(text, 1_000_000) as Record<string, unknown>;

describe('a case in an older form', () => {
  test('keeps every certainty it had, as a doubt about the whole claim', () => {
    const { sections } = readCase(text);
    const doubts = Object.values(sections)
      .flat()
      .flatMap(({ id, text: { hedges } }) =>
        hedges ? [[id, ...hedges.map((h) => [h.certainty, h.words])]] : [],
      );
    expect(doubts).toEqual([
      ['r6', ['possible', undefined]],
      ['k1', ['unknown', undefined]],
      ['k2', ['possible', undefined]],
      ['k3', ['possible', undefined]],
      ['k4', ['possible', undefined]],
    ]);
  });

  test('keeps its one time as the first of several', () => {
    const timed = text.replace(
      '      labels: [e]\n',
      '      labels: [e]\n      time: { since: noticed, after: PT5M, precision: about }\n',
    );
    expect(readCase(timed).sections.detection[0]?.times).toEqual([
      { since: 'noticed', after: 'PT5M', precision: 'about' },
    ]);
  });

  test('is read once and for all: what is in form stays as it is', () => {
    const now = caseDocument.parse(inPresentForm(old));
    expect(inPresentForm(now)).toEqual(now);
    for (const odd of [null, 7, 'text', [], {}, { sections: null }, { sections: { cause: [null, 1] } }])
      expect(inPresentForm(odd)).toEqual(odd);
  });

  test('a certainty that is none is still refused by its name', () => {
    expect(() => readCase(text.replace('certainty: unknown', 'certainty: surely'))).toThrow(
      expect.objectContaining({ code: 'invalid' }),
    );
  });
});

describe('as it was stored', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await TestHouse.open({ role: 'all' });
  });
  afterAll(() => house.close());

  test('opens, with every version; a new one is written on it and its doubts stand', async () => {
    const orgId = await house.organisation();
    const ctx = house.system(orgId);
    const { id } = await openCase(ctx, readCase(text));
    const raw = JSON.stringify({ ...old, state: 'draft' });
    await house.clone.query('UPDATE learn_case SET document = $1 WHERE id = $2', [raw, id]);
    await house.clone.query('UPDATE learn_case_version SET document = $1 WHERE case_id = $2', [raw, id]);

    const found = await reading(ctx, (trx) => findCase(trx, id));
    expect(found?.document.sections.cause[0]?.text.hedges).toEqual([{ id: 'whole', certainty: 'unknown' }]);
    expect(await reading(ctx, (trx) => versionsOf(trx, id))).toHaveLength(1);
    expect((await listVersions(ctx, id)).versions).toHaveLength(1);

    const document = structuredClone(found?.document ?? readCase(text));
    for (const claim of document.sections.cause) delete claim.text.hedges;
    await reviseCase(ctx, id, { version: 1, document });
    await turnCase(ctx, id, 'submit', 2);
    await expect(turnCase(ctx, id, 'approve', 2)).rejects.toMatchObject({
      code: 'invalid',
      details: {
        fields: expect.arrayContaining([
          expect.objectContaining({ field: 'document.sections.cause.0.text' }),
        ]),
      },
    });
  });
});
