import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AskFields } from './ask-types.ts';
import { clashes, mergeBegun } from './merge-begun.ts';
import { faultsIn, isRequired, told } from './rules.ts';

const shape = z.object({
  title: z.string().trim().min(1).max(5),
  note: z.string().default(''),
  role: z.string().min(1).nullable().default(null),
  minutes: z.int().min(1).optional(),
  tags: z.array(z.string()).min(1).optional(),
  filter: z.object({ site: z.string().min(1).optional(), wave: z.int().nullable() }).default({ wave: null }),
});

describe('what a form tells a route', () => {
  test('an empty field goes as its shape takes it: empty, null or not at all', () => {
    expect(
      told(shape, {
        title: 'web',
        note: '',
        role: '',
        minutes: null,
        tags: [],
        filter: { site: '', wave: null },
      }),
    ).toEqual({ title: 'web', note: '', role: null, filter: { wave: null } });
  });

  test('what may be left out is, unless somebody emptied it', () => {
    const find = z.object({
      site: z.string().trim().max(5).optional(),
      keys: z.array(z.string()).optional(),
    });
    expect(told(find, { site: '', keys: [] })).toEqual({});
    expect(told(find, { site: '', keys: [] }, { site: 'x', keys: ['y'] })).toEqual({ site: '', keys: [] });
  });

  test('names that the route does not know are kept back', () => {
    expect(told(shape, { title: 'web', other: 1 })).toEqual({ title: 'web' });
  });

  test('what a shape takes after telling has no fault', () => {
    fc.assert(
      fc.property(
        fc.record({
          title: fc.constantFrom('a', 'web'),
          note: fc.constantFrom('', ' ', 'text'),
          role: fc.constantFrom('', null, 'lead'),
          minutes: fc.constantFrom(null, 10),
          tags: fc.constantFrom([], ['x']),
          filter: fc.record({ site: fc.constantFrom('', 'tokyo'), wave: fc.constantFrom(null, 2) }),
        }),
        (draft) => {
          expect(faultsIn(shape, told(shape, draft), 'en')).toEqual({});
        },
      ),
    );
  });
});

describe('what a form says is wrong', () => {
  test('a field that is missing and one that is too long name the mend, in either language', () => {
    expect(faultsIn(shape, told(shape, { title: '' }), 'ja')).toEqual({ title: '入力してください' });
    expect(faultsIn(shape, { title: 'too long' }, 'en')).toEqual({
      title: 'At most 5 characters, now 8. Shorten it',
    });
    expect(faultsIn(shape, { title: 'web', filter: { wave: 'x' } }, 'en')).toHaveProperty('filter.wave');
  });

  test('a choice that was not made is asked for, and lists no keys', () => {
    const choice = z.object({ kind: z.enum(['wave', 'sameEvent']) });
    expect(faultsIn(choice, told(choice, { kind: '' }), 'en')).toEqual({ kind: 'Choose one' });
  });

  test('only what nothing can stand for is required', () => {
    expect(isRequired(shape, 'title', '')).toBe(true);
    expect(isRequired(shape, 'note', '')).toBe(false);
    expect(isRequired(shape, 'role', null)).toBe(false);
    expect(isRequired(shape, 'filter.site', '')).toBe(false);
  });
});

describe('a form somebody else’s change comes in on', () => {
  test('takes it where nothing was typed, and keeps what was', () => {
    const begun = { name: 'A', routes: ['x'] };
    expect(
      mergeBegun({ name: 'A', routes: ['x', 'y'] }, begun, { name: 'B', routes: ['x'], added: 1 }),
    ).toEqual({ name: 'B', routes: ['x', 'y'], added: 1 });
  });

  test('clashes only where both changed one field, and to something else', () => {
    const begun = { name: 'A', routes: ['x'] };
    const typed = { name: 'A', routes: ['x', 'y'] };
    expect(clashes(typed, begun, { name: 'A', routes: ['z'] })).toBe(true);
    expect(clashes(typed, begun, { name: 'B', routes: ['x'] })).toBe(false);
    expect(clashes(typed, begun, { name: 'A', routes: ['x', 'y'] })).toBe(false);
    expect(clashes(begun, begun, { name: 'B', routes: ['z'] })).toBe(false);
  });

  test('changes nothing when nothing changed', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.string()),
        fc.dictionary(fc.string(), fc.string()),
        (begun, typed) => {
          const draft = {
            ...begun,
            ...Object.fromEntries(Object.entries(typed).filter(([name]) => Object.hasOwn(begun, name))),
          };
          expect(mergeBegun(draft, begun, begun)).toEqual(draft);
        },
      ),
    );
  });
});

describe('the fields of a form are those of its route', () => {
  interface Route {
    title: string;
    kind?: 'task' | 'request' | undefined;
  }
  const title = { label: '', kind: 'line' } as const;

  test('a missing, wrong or unknown field does not compile', () => {
    const whole: AskFields<Route> = { title };
    // @ts-expect-error the route must be told a title
    const missing: AskFields<Route> = {};
    // @ts-expect-error a title is no number
    const wrong: AskFields<Route> = { title: { label: '', kind: 'number' } };
    // @ts-expect-error the route knows no colour
    const unknown: AskFields<Route> = { title, colour: title };
    const choices = [{ value: 'sweep', label: '' }] as const;
    // @ts-expect-error nor a sweep
    const choice: AskFields<Route> = { title, kind: { label: '', kind: 'choice', choices } };
    expect([whole, missing, wrong, unknown, choice]).toHaveLength(5);
  });
});
