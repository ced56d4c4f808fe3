import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from '../read-case.ts';
import { inReportOrder, reportContent } from '../report-content.ts';
import { findingsOf } from '../rules.ts';
import type { CaseDocument } from '../schema.ts';
import { causeFindings, editionFor, isCause, newestEdition, sortedBefore } from './rules.ts';
import { CAUSE_EDITIONS, CAUSE_WORDS, GROUP_WORDS } from './words.ts';

const text = fs.readFileSync(new URL('../../../../cases/06-faulty-patch.yaml', import.meta.url), 'utf8');
const patch = readCase(text);
const of = (causeGroup: CaseDocument['causeGroup'], causeEdition: number, order = 1): CaseDocument => ({
  ...patch,
  id: `${causeGroup}-${order}`.toLowerCase(),
  order,
  causeGroup,
  causeEdition,
});
const headings = async (cases: readonly CaseDocument[]) => {
  const { frame } = await reportContent(cases, 'ja', { figures: false, draw: async () => [] });
  return {
    groups: frame?.overview.groups.map(({ heading, rows }) => [heading, rows.map(({ number }) => number)]),
    note: frame?.front[0]?.paragraphs[1],
  };
};

describe('cause groups are editions', () => {
  test('each later one keeps every group there was, and every group has its words', () => {
    for (const [i, { edition, groups }] of CAUSE_EDITIONS.entries()) {
      expect(edition).toBe(i + 1);
      expect(new Set(groups).size).toBe(groups.length);
      expect(groups).toEqual(expect.arrayContaining([...(CAUSE_EDITIONS[i - 1]?.groups ?? [])]));
    }
    expect(Object.keys(CAUSE_WORDS).sort()).toEqual([...newestEdition().groups].sort());
    expect(Object.keys(GROUP_WORDS).sort()).toEqual([...newestEdition().groups].sort());
  });

  test('a case that names none is of the first, as all were; a group it did not have is refused by name', () => {
    expect(patch.causeEdition).toBe(1);
    expect(causeFindings(patch)).toEqual([]);
    expect(causeFindings(of('supplier', 2))).toEqual([]);
    expect(findingsOf(of('supplier', 1)).map(({ path }) => path)).toEqual(['causeGroup']);
    expect(causeFindings(of('supplier', 3))).toHaveLength(1);
  });

  test('not known, not stated and withheld are three things, and none is a cause two cases share', () => {
    const open = newestEdition().groups.filter((group) => !isCause(group));
    expect(open).toEqual(['unknown', 'notStated', 'withheld']);
    expect(new Set(open.map((group) => CAUSE_WORDS[group].ja)).size).toBe(3);
  });
});

describe('a report', () => {
  test('groups by the newest edition among its cases, numbers running on', async () => {
    const cases = [
      of('unknown', 2),
      of('supplier', 2),
      of('cyberAttack', 2, 2),
      of('insider', 2),
      of('withheld', 2),
    ];
    expect(inReportOrder(cases).map(({ causeGroup }) => causeGroup)).toEqual([
      'cyberAttack',
      'insider',
      'supplier',
      'unknown',
      'withheld',
    ]);
    expect(await headings(cases)).toEqual({
      groups: [
        ['サイバー攻撃によるサービスの障害', [1]],
        ['内部不正によるサービスの障害', [2]],
        ['外部サービス・委託先の障害によるサービスの障害', [3]],
        ['原因が不明なサービスの障害', [4]],
        ['原因が非公開のサービスの障害', [5]],
      ],
      note: undefined,
    });
  });

  test('tells how many were sorted while there were fewer groups; of one edition alone it tells nothing', async () => {
    const mixed = [of('systemDefect', 1), of('cyberAttack', 1), of('workError', 2)];
    expect(editionFor(mixed).edition).toBe(2);
    expect(sortedBefore(mixed)).toBe(2);
    expect((await headings(mixed)).note).toContain('このうち2件');
    const older = [of('systemDefect', 1), of('cyberAttack', 1)];
    expect(await headings(older)).toMatchObject({ note: undefined });
    expect(editionFor(older).groups).toHaveLength(2);
  });

  test('no case is lost, whatever its group and edition', () => {
    for (const { edition, groups } of CAUSE_EDITIONS)
      for (const group of groups)
        expect(inReportOrder([of(group, edition), of('cyberAttack', 1, 9)])).toHaveLength(2);
  });
});
