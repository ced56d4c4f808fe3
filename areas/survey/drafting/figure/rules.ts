import type { Certainty } from '../../../../kernel/certainty.ts';
import { fitTo, fold } from '../../../../kernel/text.ts';
import type { FigureArrow, FigureBox, FigureData, FigureLabel } from '../../../../report/figure/schema.ts';
import { saidIn } from '../../content/rules.ts';
import type { PARTY_KINDS, ReportContent, ReportTime } from '../../content/schema.ts';
import { PARTY_WORDS } from '../../content/words.ts';
import type { ReportTold } from '../../hearings/rules.ts';
import { stepKey } from '../telling/rules.ts';

type PartyKind = (typeof PARTY_KINDS)[number];
/** As what a party is drawn, and what binds it to the operator. */
const DRAWN: Readonly<
  Record<PartyKind, { readonly box: FigureBox['kind']; readonly nature: FigureArrow['nature'] }>
> = {
  operator: { box: 'organisation', nature: 'report' },
  department: { box: 'department', nature: 'report' },
  contractor: { box: 'organisation', nature: 'contract' },
  supplier: { box: 'organisation', nature: 'supply' },
  group: { box: 'organisation', nature: 'report' },
  authority: { box: 'organisation', nature: 'report' },
  customer: { box: 'group', nature: 'use' },
  attacker: { box: 'attacker', nature: 'attack' },
  other: { box: 'organisation', nature: 'report' },
};
const MOST = { boxes: 39, arrows: 60, atOne: 6, numbered: 30 } as const;

interface Node {
  readonly id: string;
  readonly key: string;
  readonly kind: FigureBox['kind'];
  readonly name: string;
  readonly inside: boolean;
  readonly party: { readonly kind: PartyKind; readonly part: string } | undefined;
}

const standing = <I extends { readonly withdrawn?: string | undefined }>(items: readonly I[]): I[] =>
  items.filter(({ withdrawn }) => withdrawn === undefined);

/** Every party and system somebody told of, once by its name, as far as a figure holds them. */
function nodesOf(contents: readonly ReportContent[], operator: string): Node[] {
  const found = new Map<string, Omit<Node, 'id'>>();
  const add = (name: string, kind: FigureBox['kind'], inside: boolean, party: Node['party']): void => {
    const key = fold(name);
    if (key !== fold(operator) && !found.has(key)) found.set(key, { key, name, kind, inside, party });
  };
  for (const { parties, systems } of contents) {
    for (const { name, kind, part } of standing(parties))
      add(name, DRAWN[kind].box, kind === 'department', { kind, part });
    for (const { name, kind } of standing(systems)) add(name, kind, true, undefined);
  }
  return [...found.values()].slice(0, MOST.boxes).map((node, i) => ({ ...node, id: `n${i + 1}` }));
}

interface Step {
  readonly key: string;
  readonly text: string;
  readonly by: string;
  readonly at: number;
}
/** All steps in the order in which they were taken; those without a time after the others, as they were told. */
const stepsOf = (reports: readonly ReportTold[]): Step[] =>
  reports
    .flatMap(({ id, versions }) =>
      standing(versions.at(-1)?.content.steps ?? []).map((step) => {
        const time = saidIn<ReportTime>(step.time);
        const at = time ? Temporal.Instant.from(time.at).epochMilliseconds : Number.POSITIVE_INFINITY;
        return { key: stepKey(id, step.id), text: step.text, by: step.by, at };
      }),
    )
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at));

const lettered = (text: string, certainty: Certainty = 'confirmed'): FigureLabel['text'] => {
  const words = fitTo(text.trim(), 200) || '—';
  const hedges = certainty === 'confirmed' ? undefined : [{ id: 'h1', certainty }];
  return { ja: words, en: words, ...(hedges && { hedges }) };
};

export interface Begun {
  readonly figure: FigureData;
  /** The label that shows a step, by its key. */
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * A figure to begin with: whoever and whatever was told of, what happened as 事象 1, and the steps as 対処 in the order in
 * which they were taken, from whoever took one to what it names. What binds a party to the operator nobody told: it is inferred.
 */
export function figureOf(
  reports: readonly ReportTold[],
  title: string,
  certaintyOf: (stepKey: string) => Certainty,
): Begun {
  const contents = reports.flatMap(({ versions }) => versions.at(-1)?.content ?? []);
  const operator = contents[0]?.operator.name ?? '';
  const nodes = nodesOf(contents, operator);
  const namedIn = (text: string): Node[] => {
    const folded = fold(text);
    return nodes.filter(({ key }) => key !== '' && folded.includes(key));
  };
  const at = new Map<string, FigureLabel[]>();
  const place = (where: string, label: FigureLabel): boolean => {
    const there = at.get(where) ?? [];
    if (there.length >= MOST.atOne) return false;
    at.set(where, [...there, label]);
    return true;
  };
  const struck = namedIn(
    `${title} ${saidIn<string>(contents[0]?.outline ?? { is: 'notStated' }) ?? ''}`,
  ).find(({ party }) => !party);
  place(struck?.id ?? 'op', { kind: 'event', numbers: [1], text: lettered(title) });
  const arrows = new Map<string, Omit<FigureArrow, 'labels'>>();
  const labels = new Map<string, string>();
  const shown = new Map<string, string>();
  for (const step of stepsOf(reports)) {
    // Told again by another report, it is the same step.
    const before = shown.get(fold(step.text));
    if (before) {
      labels.set(step.key, before);
      continue;
    }
    const n = shown.size + 1;
    if (n > MOST.numbered) break;
    const by = (step.by ? namedIn(step.by) : [])[0]?.id ?? 'op';
    const target = namedIn(step.text).find(({ id }) => id !== by);
    const label: FigureLabel = {
      kind: 'response',
      numbers: [n],
      text: lettered(step.text, certaintyOf(step.key)),
    };
    const nature = target?.party ? 'report' : 'act';
    // What the operator does to something of its own stands on that: no arrow leads into the box it begins at.
    const own = target?.inside === true && by === 'op';
    const where = !target ? by : own ? target.id : `${by}>${target.id}>${nature}`;
    const isArrow = target !== undefined && !own;
    if (isArrow && !arrows.has(where) && arrows.size >= MOST.arrows) continue;
    if (!place(where, label)) continue;
    shown.set(fold(step.text), `r${n}`);
    labels.set(step.key, `r${n}`);
    if (isArrow) arrows.set(where, { from: by, to: target.id, ways: 'one', nature });
  }
  let relations = 0;
  for (const { id, party, inside } of nodes) {
    if (!party || inside || arrows.size >= MOST.arrows) continue;
    const joined = [...arrows.values()].some(({ from, to }) => from === id || to === id);
    if (joined && !party.part) continue;
    const { nature } = DRAWN[party.kind];
    const where = `${id}>op>${nature}`;
    if (!arrows.has(where))
      arrows.set(where, {
        from: id,
        to: 'op',
        ways: nature === 'contract' ? 'none' : 'one',
        nature,
        // What its part was somebody told; without it, that anything binds them is inferred.
        ...(!party.part && { inferred: true as const }),
      });
    if (party.part) {
      relations += 1;
      place(where, { id: `rel-${relations}`, kind: 'relation', numbers: [], text: lettered(party.part) });
    }
  }
  const boxName = (name: string) => ({
    ja: fitTo(name.trim(), 120) || '—',
    en: fitTo(name.trim(), 160) || '—',
  });
  const op: FigureBox = {
    id: 'op',
    kind: 'operator',
    name: operator ? boxName(operator) : PARTY_WORDS.operator,
    stack: false,
    labels: at.get('op') ?? [],
  };
  const boxes = nodes.map(
    ({ id, kind, name, inside }): FigureBox => ({
      id,
      kind,
      name: boxName(name),
      ...(inside && { in: 'op' }),
      stack: false,
      labels: at.get(id) ?? [],
    }),
  );
  return {
    figure: {
      boxes: [op, ...boxes],
      arrows: [...arrows].map(([where, arrow]) => ({ ...arrow, labels: at.get(where) ?? [] })),
    },
    labels,
  };
}
