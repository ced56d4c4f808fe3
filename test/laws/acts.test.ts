import { describe, expect, test } from 'vitest';
import { CALLERS } from '../../areas/callers.ts';
import { CONTRACTS } from '../../areas/contracts.ts';
import { FACTS } from '../../areas/facts.ts';
import { JOB_HANDLERS, TIMER_HANDLERS } from '../../areas/handlers.ts';
import { ROUTES } from '../../areas/routes.ts';
import { JOBS, TIMERS } from '../../areas/work.ts';
import { productFiles, type SourceFile } from './source-tree.ts';

const inAreas = (): readonly SourceFile[] =>
  productFiles().filter(({ at }) => at.startsWith('areas/') || at.startsWith('apps/server/auth/'));
const opens = ({ deeds }: SourceFile): boolean => deeds.length > 0;
/** These open transactions for others: the timers' runner, whose handlers permit and record. */
const OPENERS = ['areas/run-timers.ts'];
/** These keep what anybody can work out again from what is recorded: no deed. */
const KEEPERS = ['areas/learn/drawings/keeping.ts'];

describe('law 4: a deed asks first, and its record is part of it', () => {
  test('a file that opens a transaction calls permit before it', () => {
    const found = inAreas()
      .filter((file) => opens(file) && !OPENERS.includes(file.at))
      .filter(
        ({ calls }) => !calls.includes('permit') || calls.indexOf('permit') > calls.indexOf('inTransaction'),
      )
      .map(({ at }) => at);
    expect(found).toEqual([]);
  });

  /** A verb called within, or whoever hears of a turn, records on behalf of who opened the transaction. */
  const ON_BEHALF = [
    'receiveWithin',
    'setDutyWithin',
    'admitPerson',
    'openWithin',
    'answerMessage',
    'openReport',
    'proveRoute',
    'turned',
    'takeBack',
    'keepReading',
    'keepSource',
    'saveWithin',
    'settleQuestion',
    'enterState',
    'sendPackageWithin',
    'takeWithin',
    'takeReceipt',
  ];
  /** Steps of those that record. */
  const STEPS = ['reopenWithin', 'giveBack', 'releaseWithin', 'cancelWithin'];

  test('a file that opens a transaction records, itself or in the step beside it', () => {
    // Receiving counts repeats without a fact, and a timer set is as good as one.
    const recorders = ['record', 'setTimer', ...ON_BEHALF];
    const found = inAreas()
      .filter((file) => opens(file) && ![...OPENERS, ...KEEPERS].includes(file.at))
      .filter((file) => !recorders.some((name) => file.calls.includes(name)))
      .map(({ at }) => at);
    expect(found).toEqual([]);
  });

  test('whatever is said to record on behalf of others does so, wherever a thing of that name is written', () => {
    const silent = (name: string): string[] => {
      const begins = new RegExp(`\\bfunction ${name}\\(|\\b${name}: async `);
      // What is pure may be called so too: it decides, and records nothing.
      const writing = inAreas().filter(({ at, text }) => !at.endsWith('/rules.ts') && begins.test(text));
      const recording = writing.filter(({ calls }) =>
        ['record', ...STEPS].some((step) => calls.includes(step)),
      );
      if (writing.length === 0) return [`${name} is nowhere`];
      return writing.filter((file) => !recording.includes(file)).map(({ at }) => `${name} in ${at}`);
    };
    expect([...ON_BEHALF, ...STEPS].flatMap(silent)).toEqual([]);
    // Of those that take something back each has its own body in one file: each records.
    const bodies = inAreas().flatMap(({ text }) => text.split(/\btakeBack: async /).slice(1));
    const records = new RegExp(`\\b(?:record|${STEPS.join('|')})\\(`);
    expect(bodies.length).toBeGreaterThan(3);
    expect(bodies.filter((body) => !records.test(body))).toEqual([]);
  });

  test('nothing is sent to the world inside a transaction', () => {
    const found = inAreas().flatMap(({ at, deeds }) =>
      deeds
        .flatMap(({ calls }) => calls)
        .filter((name) => name === 'deliver' || name === 'fetch' || name === 'sendMail')
        .map((name) => `${at} ${name}`),
    );
    expect(found).toEqual([]);
  });

  test('inside a transaction no second connection is taken, for a pool of waiting transactions never moves again', () => {
    const second = /\bctx\.database\.(kysely|pool)\b|\breading\(/;
    const found = inAreas().flatMap(({ at, text, deeds }) =>
      deeds.filter(({ start, end }) => second.test(text.slice(start, end))).map(() => at),
    );
    expect(found).toEqual([]);
  });

  test('a handler of a route that looks at tables asks as well', () => {
    const found = productFiles()
      .filter(({ at }) => at.endsWith('/routes.ts') && at !== 'areas/routes.ts')
      .filter(({ calls }) => calls.includes('reading') && !calls.includes('permit'))
      .map(({ at }) => at);
    expect(found).toEqual([]);
  });
});

describe('law 5: every fact and job is listed, wired and handled', () => {
  /** The keys that every `<area>/…/<file>.ts` declares under a name, as often as they are declared. */
  const declared = async (file: string, name: string): Promise<string[]> => {
    const found = productFiles().filter(({ at }) => new RegExp(`^areas/.+/${file}\\.ts$`).test(at));
    const modules = await Promise.all(found.map(({ at }) => import(/* @vite-ignore */ `../../${at}`)));
    return modules.flatMap((module: Record<string, object>) => Object.keys(module[name] ?? {})).sort();
  };

  test('what things declare stands in the roots once: nobody takes another’s name, nobody is left out', async () => {
    expect(await declared('[^/]+/facts', 'facts')).toEqual(Object.keys(FACTS).sort());
    expect(await declared('contract', 'contracts')).toEqual(Object.keys(CONTRACTS).sort());
    expect(await declared('work', 'timers')).toEqual(Object.keys(TIMERS).sort());
    expect(await declared('work', 'jobs')).toEqual(Object.keys(JOBS).sort());
  });

  test('each timer and job has its handler', () => {
    expect(Object.keys(TIMER_HANDLERS).sort()).toEqual(Object.keys(TIMERS).sort());
    expect(Object.keys(JOB_HANDLERS).sort()).toEqual(Object.keys(JOBS).sort());
  });

  test('whoever puts messages into the outbox stands in the list of callers, and once', () => {
    const declared = productFiles().flatMap(({ text }) =>
      [...text.matchAll(/: Purpose = \{ name: '([\w-]+)'/g)].map(([, name]) => name),
    );
    expect(declared.length).toBeGreaterThan(0);
    expect(declared.toSorted()).toEqual(Object.keys(CALLERS).sort());
  });

  test('no fact is listed that nothing records', () => {
    const texts = productFiles()
      .filter(({ at }) => !/\/(facts|wiring)\.ts$/.test(at) && !at.startsWith('apps/console/'))
      .map(({ text }) => text);
    const unused = Object.keys(FACTS).filter((kind) => !texts.some((text) => text.includes(`'${kind}'`)));
    expect(unused).toEqual([]);
  });

  test('no field of a request has the name of an option that every command has', () => {
    const taken = ['body', 'json', 'help'];
    const found = ROUTES.flatMap(({ key, params, query, body }) =>
      [params, query, body]
        .flatMap((shape) => Object.keys(shape?.shape ?? {}))
        .filter((name) => taken.includes(name))
        .map((name) => `${key} ${name}`),
    );
    expect(found).toEqual([]);
  });

  test('route keys and commands are unique', () => {
    const keys = ROUTES.map(({ key }) => key);
    expect(keys.toSorted()).toEqual(Object.keys(CONTRACTS).sort());
    const commands = ROUTES.map(({ command }) => command);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(commands).size).toBe(commands.length);
  });
});

describe('law 6: time is handed in', () => {
  /** Where the world's time enters: the clock itself, and the console, whose clocks tick for the eye. */
  const enters = (at: string): boolean => at === 'kernel/clock.ts' || at.startsWith('apps/console/');

  test('nothing else asks the clock', () => {
    const asks = /\bDate\.now\(|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\(/;
    expect(
      productFiles()
        .filter(({ at, text }) => !enters(at) && asks.test(text))
        .map(({ at }) => at),
    ).toEqual([]);
  });

  test('SQL of ours does not either, outside defaults of bookkeeping columns', () => {
    const asks = /\bnow\(\)|\bcurrent_timestamp\b|\bclock_timestamp\b/i;
    const found = productFiles()
      .filter(({ at, text }) => /(^|\/)store\.ts$|^database\/timers/.test(at) && asks.test(text))
      .map(({ at }) => at);
    expect(found).toEqual([]);
  });

  test('enqueue and setTimer always get a time', () => {
    const found = productFiles()
      .filter(({ timeless }) => timeless > 0)
      .map(({ at }) => at);
    expect(found).toEqual([]);
  });
});

describe('law 7: no any', () => {
  test('the type any is written nowhere', () => {
    const found = productFiles()
      .filter(({ writesAny }) => writesAny)
      .map(({ at }) => at);
    expect(found).toEqual([]);
  });
});
