import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figureRemarks, numberingFaults, structureFaults } from '../../../../report/figure/rules.ts';
import { figureData } from '../../../../report/figure/schema.ts';
import { EMPTY_RECORD } from '../../../../test/incident-record.ts';
import type { Line } from '../../../ledger/schema.ts';
import { draftOf } from '../draft.ts';
import { findingsOf } from '../rules.ts';
import { claimsOf } from '../texts/rules.ts';
import type { IncidentRecord, Party } from './schema.ts';

const START = Temporal.Instant.from('2026-03-01T00:00:00Z');
const names = (name: string) => ({ ja: name, en: name });
const PEOPLE: ReadonlyMap<string, Party> = new Map([
  ['a', { key: 'unit-a', name: names('運転管理課'), kind: 'department' }],
  ['b', { key: 'unit-b', name: names('総務課'), kind: 'department' }],
  ['c', { key: 'contractor', name: names('委託先'), kind: 'organisation' }],
  ['e', { key: 'executives', name: names('経営層'), kind: 'executives' }],
]);

/** One act of each kind that a figure shows, about one of a few things. */
const ACTS: readonly ((n: number) => readonly [kind: string, body: Record<string, unknown>])[] = [
  (n) => ['timeline.noted', { text: `作業${n}`, is: 'response', figure: n % 3 === 0 }],
  (n) => ['timeline.noted', { text: `事象${n}`, is: 'event', figure: n % 4 === 0 }],
  (n) => ['incident.detected', { route: ['staff', 'media', 'attacker', 'outsideBody'][n % 4], text: `検知${n}` }],
  (n) => ['incident.system-marked', { asset: `s${n % 9}`, state: n % 2 === 0 ? 'affected' : 'restored' }],
  (n) => ['task.opened', { taskId: `t${n % 5}`, number: n, title: `依頼${n}`, dueAt: null, personId: null }],
  (n) => ['request.answered', { taskId: `t${n % 5}`, number: n, title: '', party: `相手${n % 5}`, answer: '済', done: true }],
  (n) => ['statement.sent', { statementId: `m${n}`, number: n, audience: ['public', 'media', 'staff'][n % 3], kind: 'start', outlet: 'o', text: '停止' }],
  (n) => ['report.submitted', { reportId: `r${n}`, regime: ['police', 'ministry'][n % 2], stage: 'first', receipt: '' }],
  (n) => ['inquiry.logged', { inquiryId: `i${n % 4}`, number: n, question: '使えるか' }],
  (n) => ['inquiry.answered', { inquiryId: `i${n % 4}`, number: n, answer: '使えない' }],
  (n) => ['evidence.handed-over', { to: `受領者${n % 2}`, note: '' }],
  (n) => ['joint.told', { organisation: `他社${n % 2}`, text: '連絡' }],
  (n) => ['decision.recorded', { question: '止めるか', options: [], decision: `止める${n}`, basis: '', deciderId: ['a', 'e'][n % 2] }],
  () => ['headquarters.set-up', { headquartersId: 'h', name: '本部', seconds: 60, targetMinutes: 5, met: true }],
  () => ['brief.sent', { briefId: 'b', number: 1, readerIds: ['e'] }],
  () => ['incident.shared', { personId: 'c' }],
  (n) => ['change.turned', { changeId: `c${n}`, number: n, title: `変更${n}`, state: n % 2 ? 'applied' : 'rolledBack', note: '' }],
]; // biome-ignore format: an act a line

const acts = fc.array(
  fc.record({
    act: fc.nat(ACTS.length - 1),
    n: fc.nat(20),
    by: fc.constantFrom('a', 'b', 'c', 'e', 'nobody'),
  }),
  { maxLength: 60 },
);

test('whatever is on record, every line is told, the figure holds to its own rules, and no label goes without a claim', () => {
  fc.assert(
    fc.property(acts, fc.boolean(), (all, restricted) => {
      const lines = all.map(({ act, n, by }, i): Line => {
        const [kind, body] = ACTS[act]?.(n) ?? ['timeline.noted', { text: '' }];
        return {
          seq: 10 + i,
          kind,
          incidentId: 'i',
          at: START.add({ minutes: i }),
          precision: 'minute',
          recordedAt: START,
          actorKind: 'person',
          actorId: by,
          corrects: null,
          body,
        };
      });
      const declared = { seq: 1, kind: 'incident.declared', body: { number: 1, title: '停止', severity: 2 } };
      const record: IncidentRecord = {
        ...EMPTY_RECORD,
        restricted,
        lines: [{ ...(lines[0] ?? FIRST), ...declared, at: START }, ...lines],
        people: PEOPLE,
        systems: new Map([['s1', '受付']]),
        parties: new Map([['p1', '製造元']]),
        tasks: new Map([
          ['t1', { party: 'p1' }],
          ['t2', { party: 'p2' }],
        ]),
        inquirers: new Map([['i1', 'customers']]),
      };
      const draft = draftOf(record);
      const told = new Set(claimsOf(draft).flatMap(({ source }) => seqsOf(source ?? '')));
      expect(lines.filter(({ seq }) => !told.has(seq)).map(({ seq, kind }) => `${seq} ${kind}`)).toEqual([]);
      expect(figureData.parse(draft.figure)).toEqual(draft.figure);
      expect([...structureFaults(draft.figure), ...numberingFaults(draft.figure)]).toEqual([]);
      // Of the operator alone there is nothing to say where all is withheld.
      const remarks = figureRemarks(draft.figure).filter(({ path }) => !restricted || path !== 'boxes.0');
      if (restricted) expect(draft.figure.boxes.map(({ id }) => id)).toEqual(['op']);
      expect(remarks).toEqual([]);
      const pairs = draft.figure.arrows.map(({ from, to, nature }) => `${from} ${to} ${nature}`);
      expect(new Set(pairs).size).toBe(pairs.length);
      const found = findingsOf(draft).filter(
        ({ path, severity }) =>
          (path.startsWith('figure') && !restricted) ||
          (severity === 'error' && /^sections\..*\d/.test(path)),
      );
      expect(found).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

/** The numbers a source names, runs of them in short. */
const seqsOf = (source: string): number[] =>
  source
    .replace(/^#\d+: /, '')
    .split(', ')
    .flatMap((run) => {
      const [from = 0, to = from] = run.split('–').map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });

const FIRST: Line = {
  seq: 1,
  kind: 'incident.declared',
  incidentId: 'i',
  at: START,
  precision: 'minute',
  recordedAt: START,
  actorKind: 'person',
  actorId: 'a',
  corrects: null,
  body: {},
};
