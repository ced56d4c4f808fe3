import fc from 'fast-check';
import { expect, test } from 'vitest';
import { structureFaults } from '../../../../report/figure/rules.ts';
import { EMPTY_RECORD, RECORD_BEGINS, recordLine } from '../../../../test/incident-record.ts';
import type { Line } from '../../../ledger/schema.ts';
import { draftOf } from '../draft.ts';
import { caseDocument } from '../schema.ts';
import { claimsOf } from '../texts/rules.ts';
import type { IncidentRecord, Party } from './schema.ts';

/** What people and machines write: in characters of two units, of spaces, of stops, or of any length. */
const words = fc.oneof(
  fc
    .tuple(fc.constantFrom('🚨', '𠮷', '受', 'x', ' ', '。', '👩‍👩‍👧'), fc.nat(700))
    .map(([one, n]) => one.repeat(n)),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);
const act = (kind: string, body: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ kind: fc.constant(kind), body: fc.record(body), by: fc.nat(60) });
const certainty = fc.constantFrom('confirmed', 'possible', 'unknown');
const any = fc.nat(60).map(String);
const acts = fc.array(
  fc.oneof(
    act('timeline.noted', { text: words, is: fc.constantFrom('event', 'response'), certainty, figure: fc.boolean() }),
    act('incident.detected', { route: fc.constantFrom('media', 'staff', 'contractor'), text: words }),
    act('incident.system-marked', { asset: any, state: fc.constantFrom('affected', 'suspected', 'restored') }),
    act('decision.recorded', { question: words, decision: words, basis: words, options: fc.array(words, { maxLength: 2 }) }),
    act('statement.sent', { statementId: any, audience: fc.constantFrom('public', 'media'), kind: fc.constant('start'), text: words }),
    act('evidence.handed-over', { to: words, note: words }),
    act('joint.told', { organisation: words, text: words }),
    act('hypothesis.opened', { hypothesisId: any, text: words, cyber: fc.boolean() }),
    act('hypothesis.settled', { hypothesisId: any, text: words, certainty, state: fc.constantFrom('supported', 'excluded'), outcome: words }),
    act('headquarters.set-up', { name: words }),
    act('change.proposed', { changeId: any, title: words, permanentFix: words }),
    act('task.opened', { taskId: any, title: words }),
  ),
  { maxLength: 120 },
); // biome-ignore format: an act a line

const lineOf = (seq: number, kind: string, body: Record<string, unknown>, actorId: string): Line =>
  recordLine(seq, kind, body, { actorId });
const unit = (n: number, name: string): Party => ({
  key: `u${n}`,
  name: { ja: name, en: name },
  kind: 'department',
});

const recordOf = (lines: readonly Line[], more: Partial<IncidentRecord>): IncidentRecord => ({
  ...EMPTY_RECORD,
  lines: [lineOf(1, 'incident.declared', { number: 1, title: '停止', severity: 2 }, 'nobody'), ...lines],
  ...more,
});

test('whatever was written, by however many, the draft is a case that can be kept', () => {
  fc.assert(
    fc.property(acts, words, words, words, (all, title, organisation, name) => {
      const draft = draftOf(
        recordOf(
          all.map(({ kind, body, by }, i) => lineOf(10 + i, kind, body, `p${by}`)),
          {
            title,
            organisation,
            people: new Map(Array.from({ length: 61 }, (_, n) => [`p${n}`, unit(n, `${name}第${n}課`)])),
            systems: new Map(Array.from({ length: 20 }, (_, n) => [String(n), `${name}${n}`])),
            parties: new Map(Array.from({ length: 20 }, (_, n) => [String(n), `${n}${name}`])),
            tasks: new Map(Array.from({ length: 61 }, (_, n) => [String(n), { party: String(n) }])),
            signals: [{ title, system: name, at: RECORD_BEGINS }],
          },
        ),
      );
      expect(caseDocument.parse(draft)).toEqual(draft);
      expect(JSON.stringify(draft)).toSatisfy((text: string) => !/\\ud[89a-f]/.test(text));
      expect(structureFaults(draft.figure)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('forty units that each asked two parties are a figure that holds: what says most stays, and no box is silent', () => {
  const people = new Map(Array.from({ length: 40 }, (_, n) => [`p${n}`, unit(n, `第${n}課`)]));
  const asked = Array.from({ length: 80 }, (_, i) =>
    lineOf(10 + i, 'task.opened', { taskId: `t${i}`, title: `依頼${i}` }, `p${i % 40}`),
  );
  const noted = Array.from({ length: 10 }, (_, i) =>
    lineOf(100 + i, 'timeline.noted', { text: `作業${i}`, is: 'response', figure: true }, `p${30 + i}`),
  );
  const tasks = new Map(asked.map((_, i) => [`t${i}`, { party: `相手${i % 8}` }]));
  const draft = draftOf(recordOf([...asked, ...noted], { people, tasks }));
  const { boxes, arrows } = draft.figure;
  expect([boxes.length <= 40, arrows.length <= 60]).toEqual([true, true]);
  // Who has a marked entry is there before who has none.
  for (let i = 30; i < 40; i += 1) expect(boxes.map((box) => box.name.ja)).toContain(`第${i}課`);
  const joined = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  expect(boxes.filter(({ id, labels }) => id !== 'op' && labels.length === 0 && !joined.has(id))).toEqual([]);
  const references = new Set(
    draft.figure.boxes.flatMap(({ labels }) => labels.map(({ numbers }) => `r${numbers[0]}`)),
  );
  for (const label of claimsOf(draft)
    .flatMap(({ labels }) => labels)
    .filter((each) => !each.startsWith('rel')))
    expect(references).toContain(label);
});
