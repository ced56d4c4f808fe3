import { seededRandom } from '../../kernel/random.ts';
import type { FigureArrow, FigureBox, FigureData, FigureLabel } from './schema.ts';

const WORDS = [
  { ja: '監視で通信の異常を検知', en: 'Monitor detects abnormal traffic' },
  { ja: '担当部門へ報告', en: 'Reported to the department' },
  { ja: '委託先に調査を依頼', en: 'Contractor asked to investigate' },
  { ja: '機器をネットワークから切り離し', en: 'Device cut off the network' },
  { ja: '約1,000台のサーバーが停止', en: 'About 1,000 servers stop' },
  { ja: '利用者へ周知', en: 'Users informed' },
  { ja: '対策本部を設置', en: 'Headquarters set up' },
  { ja: '手順に沿って復旧作業を実施', en: 'Restored by the procedure' },
] as const;
const NAMES = [
  { ja: 'システム部門', en: 'System department' },
  { ja: '業務サーバー', en: 'Business server' },
  { ja: '広報部門', en: 'Public relations' },
  { ja: '認証サーバー', en: 'Authentication server' },
  { ja: '拠点管理部門', en: 'Site management' },
  { ja: 'データベース', en: 'Database' },
] as const;

/**
 * A figure by chance, of the sizes people draw: 4 to 18 leaves, up to 20 arrows and 18 numbered labels. For tests and
 * measurements; the same seed gives the same figure.
 */
export function generatedFigure(seed: number): FigureData {
  const random = seededRandom(seed * 2654435761);
  const upTo = (n: number): number => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
  const leaves = 4 + upTo(15);
  const boxes: FigureBox[] = [
    {
      id: 'op',
      kind: 'operator',
      name: { ja: '重要サービスの事業者', en: 'Operator' },
      stack: false,
      labels: [],
    },
  ];
  const containers = ['op'];
  if (leaves > 7 && random() < 0.6) {
    boxes.push({
      id: 'net',
      kind: 'network',
      name: { ja: '組織内ネットワーク', en: 'Internal network' },
      in: 'op',
      stack: false,
      labels: [],
    });
    containers.push('net');
  }
  for (let i = 0; i < leaves; i++) {
    const outside = i > 1 && random() < 0.3;
    const name = outside ? { ja: `外部事業者${i}`, en: `Firm ${i}` } : pick(NAMES);
    boxes.push({
      id: `b${i}`,
      kind: outside ? 'organisation' : i % 2 ? 'system' : 'department',
      name: outside ? name : { ja: `${name.ja}${i}`, en: `${name.en} ${i}` },
      ...(outside ? {} : { in: i === 1 && containers[1] ? containers[1] : pick(containers) }),
      stack: random() < 0.08,
      labels: [],
    });
  }
  if (containers[1] && !boxes.some((box) => box.in === 'net')) boxes.splice(1, 1);
  const ends = boxes.filter((box) => box.id.startsWith('b')).map((box) => box.id);
  const arrows: FigureArrow[] = [];
  const joined = new Set<string>();
  const wanted = Math.min(3 + upTo(leaves), 20);
  for (let tries = 0; arrows.length < wanted && tries < 200; tries++) {
    const [from, to] = [pick(ends), pick(ends)];
    if (from === to || joined.has([from, to].sort().join())) continue;
    joined.add([from, to].sort().join());
    const link = random() < 0.25;
    arrows.push({ from, to, ways: link ? 'none' : 'one', nature: link ? 'link' : 'act', labels: [] });
  }
  const steps = Math.min(2 + upTo(leaves), 18);
  const numbers = { event: 0, response: 0 };
  for (let i = 0; i < steps; i++) {
    const kind = i === 0 || random() < 0.2 ? 'event' : 'response';
    numbers[kind]++;
    const label: FigureLabel = { kind, numbers: [numbers[kind]], text: pick(WORDS) };
    const acts = arrows.filter((arrow) => arrow.nature === 'act' && arrow.labels.length < 2);
    if (acts.length > 0 && random() < 0.7) pick(acts).labels.push(label);
    else pick(boxes.filter((box) => box.id.startsWith('b'))).labels.push(label);
  }
  return { boxes, arrows };
}
