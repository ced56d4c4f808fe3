import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OpenStreams } from './open-streams.ts';

test('whatever is opened and closed, each has the newest so many of theirs, and nobody loses one for another', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.boolean(), fc.nat(5)), { maxLength: 60 }),
      (acts) => {
        const streams = new OpenStreams(3);
        const open = new Map<string, { end: () => void }[]>([
          ['a', []],
          ['b', []],
        ]);
        for (const [who, opens, which] of acts) {
          const theirs = open.get(who) ?? [];
          if (opens) {
            const mine: { end: () => void } = { end: () => {} };
            mine.end = streams.open(who, () => theirs.splice(theirs.indexOf(mine), 1));
            theirs.push(mine);
          } else theirs.splice(which, 1)[0]?.end();
          expect(theirs.length).toBeLessThanOrEqual(3);
        }
        for (const theirs of open.values()) for (const { end } of [...theirs]) end();
        expect(streams.people).toBe(0);
      },
    ),
  );
});
