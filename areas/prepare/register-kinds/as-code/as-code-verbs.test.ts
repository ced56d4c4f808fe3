import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reading } from '../../../../database/transaction.ts';
import { race } from '../../../../test/acts.ts';
import { TestHouse } from '../../../../test/house.ts';
import {
  askGates,
  askRecoveryOrder,
  askWhatIsBehind,
  askWhatStops,
  askWhatUses,
} from '../../assets/ask-graph.ts';
import { idsOfKeys } from '../../assets/index.ts';
import { keepEntry } from '../keep-entry.ts';
import { applyRegisters, readPlan } from './apply-registers.ts';
import { exportRegisters } from './export-registers.ts';

const planRegisters = async (...asked: Parameters<typeof readPlan>) => (await readPlan(...asked)).plan;

const FOLDER = new URL('../../../../cases/registers/', import.meta.url);
const files = fs.readdirSync(FOLDER).filter((file) => /^\d\d-/.test(file));
const textOf = (file: string) => fs.readFileSync(new URL(file, FOLDER), 'utf8');

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

/** One organisation that keeps the registers of all nine cases. */
async function nine() {
  const orgId = await house.organisation();
  const ctx = () => house.system(orgId);
  for (const file of files) await applyRegisters(ctx(), textOf(file));
  const id = async (key: string) => (await reading(ctx(), (trx) => idsOfKeys(trx, [key]))).get(key) ?? key;
  return { ctx, id };
}
const keys = (answer: { reached: { key: string }[] }) => answer.reached.map(({ key }) => key).sort();

test('nine cases are kept, and each file says what it would change before it changes anything', async () => {
  expect(files).toHaveLength(9);
  const { ctx } = await nine();
  for (const file of files) {
    const plan = await planRegisters(ctx(), textOf(file));
    expect(plan.filter(({ change }) => change === 'new' || change === 'changed')).toEqual([]);
    expect(plan.filter(({ change }) => change === 'same').length).toBeGreaterThan(4);
    expect(plan.some(({ change }) => change === 'notInFile')).toBe(true);
  }
});

describe('the registers answer as the cases say', () => {
  test('C1: the terminal reaches the core only through the converter', async () => {
    const { ctx, id } = await nine();
    const { connected, gates } = await askGates(ctx(), await id('usb.terminal'), await id('usb.core'));
    expect(connected).toBe(true);
    expect(gates.map(({ name }) => name)).toContain('コンバーター / converter');
    expect(gates).toHaveLength(3);
  });

  test('C3: what falls with the authentication service, and what its provider provides', async () => {
    const { ctx, id } = await nine();
    const falls = ['auth.procedure', 'auth.service', 'auth.sign-in'];
    expect(keys(await askWhatStops(ctx(), await id('auth.provider-service')))).toEqual(falls);
    expect(keys(await askWhatUses(ctx(), 'auth.provider'))).toEqual([
      'auth.procedure',
      'auth.provider-service',
      'auth.service',
      'auth.sign-in',
    ]);
  });

  test('C9: the equipment behind one relay and none behind the other', async () => {
    const { ctx, id } = await nine();
    expect(keys(await askWhatIsBehind(ctx(), await id('blip.relay-1')))).toEqual([
      'blip.equipment-1',
      'blip.equipment-2',
    ]);
  });

  test('C6: the most important system comes first, what nobody rated is listed as needing its owner', async () => {
    const { ctx } = await nine();
    const order = (await askRecoveryOrder(ctx())).filter(({ key }) => key.startsWith('patch.'));
    const at = (key: string) => order.findIndex((each) => each.key === key);
    expect(at('patch.system-a')).toBeLessThan(at('patch.system-b'));
    expect(order[at('patch.system-c')]).toMatchObject({ needsOwner: true });
  });
});

describe('registers as a file', () => {
  test('what is written out is read back as the same, by another organisation too', async () => {
    const { ctx } = await nine();
    const written = await exportRegisters(ctx());
    const plan = await planRegisters(ctx(), written);
    expect(new Set(plan.map(({ change }) => change))).toEqual(new Set(['same']));
    const other = await house.organisation();
    await applyRegisters(house.system(other), written);
    expect(await exportRegisters(house.system(other))).toBe(written);
  });

  test('a person is named by mail address; one that is unknown is named, and nothing is written', async () => {
    const orgId = await house.organisation();
    const yaml = `systems:
  - { key: a, kind: system, name: A }
registers:
  leave:
    - { key: l1, name: 休暇, personId: nobody@example.jp, from: '2026-12-01', until: '2026-12-02' }
`;
    await expect(applyRegisters(house.system(orgId), yaml)).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: [{ field: 'registers.leave.0.personId' }] },
    });
    const dangling = `systems:
  - { key: a, kind: system, name: A }
registers:
  fallbacks:
    - { key: f, name: F, covers: [b] }
`;
    await expect(applyRegisters(house.system(orgId), dangling)).rejects.toMatchObject({
      details: { fields: [{ field: 'registers.fallbacks.f.covers.0' }] },
    });
    expect(await exportRegisters(house.system(orgId))).not.toContain('key: a');
  });

  test('a plan finds what applying would refuse, and says of which entry', async () => {
    const orgId = await house.organisation();
    const ctx = () => house.system(orgId);
    const yaml = `systems:
  - { key: a, kind: system, name: A, edges: [{ kind: dependsOn, to: nowhere }] }
  - { key: b, kind: system, name: B, edges: [{ kind: dependsOn, to: a }, { kind: dependsOn, to: b }] }
registers:
  fallbacks:
    - { key: f, name: F, covers: [a, none] }
  call-trees:
    - { key: cyberattack.day, name: T, cause: cyberAttack, band: day, steps: [{}] }
`;
    const faults = {
      code: 'invalid',
      details: {
        fields: [
          { field: 'systems.a.edges.0.to' },
          { field: 'systems.b.edges.1.to' },
          { field: 'registers.call-trees.cyberattack.day.steps.0' },
          { field: 'registers.fallbacks.f.covers.1' },
        ],
      },
    };
    await expect(planRegisters(ctx(), yaml)).rejects.toMatchObject(faults);
    await expect(applyRegisters(ctx(), yaml)).rejects.toMatchObject(faults);
    const good = yaml.replace('nowhere', 'b').replace('to: b }]', 'to: a }]').replace(', none', '').replace('[{}]', '[{ roster: duty }]'); // biome-ignore format: at one look
    await expect(planRegisters(ctx(), good)).rejects.toMatchObject({
      details: {
        fields: [
          { field: 'systems.a.edges.0.to' },
          { field: 'systems.b.edges.1.to' },
          { field: 'registers.call-trees.cyberattack.day.steps.0.roster' },
        ],
      },
    });
  });

  test('what was planned is applied on what it was planned on: of two one is told to look again', async () => {
    const orgId = await house.organisation();
    const ctx = () => house.system(orgId);
    const file = (name: string) => `systems:\n  - { key: a, kind: system, name: ${name} }\n`;
    const first = await readPlan(ctx(), file('A'));
    await applyRegisters(ctx(), file('A'), first.version);
    await expect(applyRegisters(ctx(), file('A2'), first.version)).rejects.toMatchObject({
      code: 'conflict',
    });
    const second = await readPlan(ctx(), file('B'));
    const apply = (name: string) => () => applyRegisters(ctx(), file(name), second.version);
    house.clock.advance({ seconds: 1 });
    expect(await race(house.clone, [orgId], apply('B'), apply('C'))).toEqual({ won: 1, lost: ['conflict'] });
    const third = await readPlan(ctx(), 'registers: {}');
    await keepEntry(ctx(), 'parties', 0, { key: 'p', name: 'P', kind: 'supplier' });
    await expect(applyRegisters(ctx(), 'registers: {}', third.version)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('what differs is named by field; YAML that cannot be read says where', async () => {
    const { ctx } = await nine();
    const plan = await planRegisters(
      ctx(),
      'systems: [{ key: usb.core, kind: system, name: 基幹, impact: 4 }]',
    );
    expect(plan.find(({ key }) => key === 'usb.core')).toMatchObject({
      change: 'changed',
      fields: ['name', 'impactReason', 'rtoMinutes'],
    });
    await expect(planRegisters(ctx(), 'systems: [')).rejects.toMatchObject({ code: 'malformed' });
    await expect(planRegisters(ctx(), 'system: []')).rejects.toMatchObject({ code: 'invalid' });
  });
});

test('as many hosts as a fleet has come out as YAML and go in again, in one transaction', async () => {
  const many = 6_000;
  const from = () => house.system(fromId);
  const fromId = await house.organisation();
  const relays = Array.from({ length: 40 }, (_, n) => ({
    key: `relay-${n}`,
    kind: 'interface',
    name: `中継${n}`,
  }));
  const hosts = Array.from({ length: many }, (_, n) => ({
    key: `host-${n}`,
    kind: 'host',
    name: `端末${n}`,
    os: `OS ${n % 5}`,
    edges: [{ kind: 'connectsThrough', to: `relay-${n % 40}` }],
  }));
  await applyRegisters(from(), JSON.stringify({ systems: [...relays, ...hosts] }));
  const yaml = await exportRegisters(from());
  expect(yaml.length).toBeGreaterThan(many * 80);
  const toId = await house.organisation();
  await applyRegisters(house.system(toId), yaml);
  expect(await exportRegisters(house.system(toId))).toBe(yaml);
  const plan = await planRegisters(house.system(toId), yaml);
  expect(plan.filter(({ change }) => change === 'same')).toHaveLength(many + 40);
});

test.each(['key: 0123', 'key: a\n    name: 1.10', 'key: a\n    name: ~', 'key: a\n    name: true'])(
  'what reads as no text is refused with its place and the mend: %s',
  async (entry) => {
    const ctx = house.system(await house.organisation());
    const file = `systems:\n  - kind: system\n    name: x\n    ${entry}\n`.replace(
      /name: x\n {4}(key: a\n {4}name)/,
      '$1',
    );
    await expect(planRegisters(ctx, file)).rejects.toMatchObject({
      details: {
        fields: [
          {
            field: expect.stringMatching(/^systems\.0\.(key|name)$/),
            mend: { ja: expect.stringContaining('引用符') },
          },
        ],
      },
    });
  },
);

test('NO and 08:30 are text as they stand', async () => {
  const ctx = house.system(await house.organisation());
  const file = 'systems:\n  - { key: a, kind: system, name: NO, company: 08:30 }\n';
  expect(await planRegisters(ctx, file)).toMatchObject([{ key: 'a', change: 'new' }]);
});

test('what is wrong in a file calls the field as screens do, in both languages', async () => {
  const ctx = house.system(await house.organisation());
  const file = 'registers:\n  calendars:\n    - { key: usual, name: 通常, dayFrom: 8時 }\n';
  await expect(planRegisters(ctx, file)).rejects.toMatchObject({
    details: {
      fields: [
        {
          field: 'registers.calendars.0.dayFrom',
          name: { ja: expect.stringMatching(/^[^a-z]+$/), en: expect.stringMatching(/^[A-Z]/) },
          mend: { ja: expect.stringMatching(/^時刻を「/), en: expect.stringMatching(/^Enter a time/) },
        },
      ],
    },
  });
});
