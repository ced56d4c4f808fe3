import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CERTAINTIES, type Certainty, type Hedged, rankOf } from '../../../kernel/certainty.ts';
import { labelsOf } from '../../../report/figure/rules.ts';
import { draftOf, type IncidentRecord, TEAM } from './draft.ts';

const RECORD: IncidentRecord = {
  number: 7,
  drill: false,
  title: '配信の停止',
  organisation: '事業者',
  signals: [],
  systems: ['配信サーバー'],
  parties: [],
  notes: [],
  endings: [],
  causes: [],
};

/** The least certain grade a text is printed with. */
const gradeOf = (text: Hedged): Certainty =>
  (text.hedges ?? [])
    .map(({ certainty }): Certainty => certainty)
    .reduce((least, each) => (rankOf(each) < rankOf(least) ? each : least), 'confirmed');

test('a draft is nowhere more certain than the record: in no claim and on no label', () => {
  const graded = fc.record({
    text: fc.string({ minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== ''),
    certainty: fc.constantFrom(...CERTAINTIES),
  });
  const note = fc.record({
    event: fc.boolean(),
    forFigure: fc.boolean(),
    told: graded,
  });
  fc.assert(
    fc.property(fc.array(note, { maxLength: 8 }), fc.array(graded, { maxLength: 4 }), (notes, causes) => {
      // Each text says which one it is, so that it is found again however it was cut.
      const named = notes.map(({ told, ...rest }, i) => ({
        ...rest,
        text: `注${i}番 ${told.text}`,
        certainty: told.certainty,
        seq: i,
        party: TEAM.key,
        outcome: 'unknown' as const,
      }));
      const found = causes.map(({ text, certainty }, i) => ({
        text: `因${i}番 ${text}`,
        certainty,
        outcome: '',
      }));
      const draft = draftOf({ ...RECORD, notes: named, causes: found });
      const said = [
        ...Object.values(draft.sections).flatMap((claims) => claims.map(({ text }) => text)),
        ...labelsOf(draft.figure).map(({ label }) => label.text),
      ];
      for (const { text, certainty } of [...named, ...found]) {
        const name = text.slice(0, 3);
        const places = said.filter(({ ja }) => ja.startsWith(name));
        expect(places.length).toBeGreaterThan(0);
        for (const place of places) expect(gradeOf(place)).toBe(certainty);
      }
    }),
  );
});
