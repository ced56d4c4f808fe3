import type { Hedged } from '../../../../kernel/certainty.ts';
import type { Bilingual } from '../../../../kernel/language.ts';
import type { ArrowNature, BoxKind } from '../../../../report/figure/schema.ts';
import type { Line } from '../../../ledger/schema.ts';
import { AUDIENCE_WORDS } from '../../../prepare/plans/words.ts';
import { STATEMENT_KIND_WORDS } from '../../../respond/communications/words.ts';
import { RECOVERY_PLAN_WORDS } from '../../../respond/recovery/words.ts';
import { nameInLine, STAGE_WORDS } from '../../../respond/regimes/words.ts';
import { entriesOf } from '../../../respond/timeline/rules.ts';
import { type About, byThing, ofKind, partyOf, systemName, word, wordOf } from './about.ts';
import { requestsOf } from './doing.ts';
import { NAMED, ROUTE_PARTY, SHOWN } from './figure-words.ts';
import { type Party, TEAM } from './schema.ts';
import { bare, doubted, inRow, sentence, small } from './sentence.ts';

/** A box of the figure before it has its id: known again by its key. */
export interface Node {
  readonly key: string;
  readonly name: Bilingual;
  readonly kind: BoxKind;
  /** Stands inside the operator. */
  readonly ours: boolean;
}

/** Something that happened or was done, at a box or between two. */
export interface Mark {
  readonly kind: 'event' | 'response' | 'relation';
  readonly at: Temporal.Instant;
  readonly seqs: readonly number[];
  readonly text: Hedged | undefined;
  readonly from: Node;
  readonly to?: Node;
  readonly nature?: ArrowNature;
  /** Marked on the timeline as belonging on the figure; the first alert stands there beside what is. */
  readonly wanted?: 'marked' | 'alarm';
}

const SHORT = 40;

/** Whoever took part; somebody outside is the same one whether they have an account or were only named. */
export const nodeOf = ({ key, name, kind }: Party): Node =>
  kind === 'department' || kind === 'executives' ? { key, name, kind, ours: true } : outside(name, kind);
export const systemNode = (about: About, key: string): Node => named(systemName(about, key));
const named = (name: string): Node => ({
  key: `system ${name}`,
  name: { ja: name, en: name },
  kind: 'system',
  ours: true,
});
/** Somebody outside, the same one whatever named them. */
const outside = (name: Bilingual, kind: BoxKind = 'organisation'): Node => ({
  key: `outside ${name.ja}`,
  name,
  kind,
  ours: false,
});
/** Who was told something: staff are the operator's own. */
const audienceNode = (audience: string): Node => {
  const name = wordOf(AUDIENCE_WORDS, audience);
  return audience === 'staff' ? { key: 'staff', name, kind: 'group', ours: true } : outside(name, 'group');
};
const alike = (name: string): Bilingual => ({ ja: name, en: name });

const mark = (
  kind: Mark['kind'],
  lines: readonly Line[],
  text: Hedged | undefined,
  from: Node,
  to?: Node,
  nature: ArrowNature = 'report',
): Mark[] => {
  const [first] = lines;
  if (!first) return [];
  return [{ kind, at: first.at, seqs: lines.map(({ seq }) => seq), text, from, ...(to && { to, nature }) }];
};

/** Where an event stands: at the system it speaks of, at the only one there is, or where the first alert came from. */
function placeOf(text: string, about: About, systems: readonly Node[], teller: Node): Node {
  const spoken = systems.find(({ name }) => text.includes(name.ja));
  const alarmed = about.record.signals.find(({ system }) => system)?.system;
  return (
    spoken ??
    (systems.length === 1 ? systems[0] : alarmed ? named(alarmed) : undefined) ??
    systems[0] ??
    teller
  );
}

function noteMarks(about: About, systems: readonly Node[]): Mark[] {
  return entriesOf(about.record.lines).flatMap((entry): Mark[] => {
    const text = sentence(SHOWN.quoted, {
      text: { words: bare(entry.text, 60), certainty: entry.certainty ?? 'confirmed' },
    });
    const teller = nodeOf(partyOf(about, entry));
    const from = entry.is === 'event' ? placeOf(entry.text, about, systems, teller) : teller;
    const kind = entry.is === 'event' ? 'event' : 'response';
    return [
      {
        kind,
        at: entry.at,
        seqs: [entry.seq],
        text,
        from,
        ...(entry.forFigure && { wanted: 'marked' as const }),
      },
    ];
  });
}

function noticedMarks(about: About, systems: readonly Node[], team: Node): Mark[] {
  const { lines, signals } = about.record;
  const detected = ofKind(lines, 'incident.detected').flatMap((line) => {
    const text = sentence(SHOWN.quoted, { text: bare(word(line, 'text'), SHORT) });
    const route = ROUTE_PARTY[word(line, 'route')];
    const ours = nodeOf(partyOf(about, line));
    if (!route || !ours.ours) return mark('event', [line], text, ours);
    const kind = word(line, 'route') === 'attacker' ? 'attacker' : 'organisation';
    return mark('event', [line], text, outside(route, kind), ours);
  });
  const linked = ofKind(lines, 'incident.signals-linked');
  const [first] = signals;
  if (!first || linked.length === 0) return detected;
  const text = sentence(SHOWN.quoted, { text: bare(first.title, 60) });
  const place = first.system ? named(first.system) : placeOf(first.title, about, systems, team);
  return [
    ...detected,
    ...mark('event', linked, text, place).map((each): Mark => ({ ...each, at: first.at, wanted: 'alarm' })),
  ];
}

function commandMarks(about: About): Mark[] {
  const { lines, people } = about.record;
  const by = (line: Line): Node => nodeOf(partyOf(about, line));
  const executives: Node = { key: 'executives', name: NAMED.executives, kind: 'executives', ours: true };
  const briefs = ofKind(lines, 'brief.sent');
  const readers = briefs.some((line) =>
    (Array.isArray(line.body['readerIds']) ? line.body['readerIds'] : []).some(
      (id) => people.get(String(id))?.key === 'executives',
    ),
  );
  return [
    ...ofKind(lines, 'headquarters.set-up').flatMap((line) =>
      mark('response', [line], sentence(SHOWN.hq, { name: bare(word(line, 'name'), 20) }), by(line)),
    ),
    ...ofKind(lines, 'decision.recorded').flatMap((line) =>
      mark(
        'response',
        [line],
        sentence(SHOWN.decided, { text: bare(word(line, 'decision'), SHORT) }),
        nodeOf(people.get(word(line, 'deciderId')) ?? TEAM),
      ),
    ),
    ...(readers && briefs[0] ? mark('response', briefs, SHOWN.briefed, by(briefs[0]), executives) : []),
    ...ofKind(lines, 'incident.shared').flatMap((line) => {
      const party = people.get(word(line, 'personId'));
      return party && party.kind === 'organisation'
        ? mark('relation', [line], SHOWN.shared, by(line), nodeOf(party))
        : [];
    }),
  ];
}

function workMarks(about: About): Mark[] {
  const { lines, tasks, parties } = about.record;
  const by = (line: Line): Node => nodeOf(partyOf(about, line));
  const partyNode = (key: string): Node => outside(alike(parties.get(key) ?? key));
  const requests = byThing(
    requestsOf(about),
    (line) => `${by(line).key} ${tasks.get(word(line, 'taskId'))?.party}`,
  );
  return [
    ...requests.flatMap((group) => {
      const [line] = group;
      if (!line) return [];
      const text =
        group.length === 1
          ? sentence(SHOWN.requested, { text: bare(word(line, 'title'), SHORT) })
          : sentence(SHOWN.requests, { n: group.length });
      return mark('response', group, text, by(line), partyNode(tasks.get(word(line, 'taskId'))?.party ?? ''));
    }),
    ...byThing(ofKind(lines, 'request.answered'), (line) => word(line, 'party')).flatMap((group) => {
      const [line] = group;
      const task =
        line &&
        lines.find((each) => each.kind === 'task.opened' && word(each, 'taskId') === word(line, 'taskId'));
      const name = line ? word(line, 'party') : '';
      return mark(
        'response',
        group,
        SHOWN.answered,
        outside(alike(parties.get(name) ?? name)),
        task ? by(task) : nodeOf(TEAM),
      );
    }),
    ...ofKind(lines, 'change.turned').flatMap((line) => {
      const state = word(line, 'state');
      const words =
        state === 'applied' ? SHOWN.applied : state === 'rolledBack' ? SHOWN.rolledBack : undefined;
      return words
        ? mark('response', [line], sentence(words, { text: bare(word(line, 'title'), SHORT) }), by(line))
        : [];
    }),
    ...ofKind(lines, 'recovery.strategy-chosen').flatMap((line) =>
      mark(
        'response',
        [line],
        sentence(SHOWN.strategy, { text: wordOf(RECOVERY_PLAN_WORDS, word(line, 'method')) }),
        by(line),
      ),
    ),
    ...ofKind(lines, 'evidence.handed-over').flatMap((line) =>
      mark('response', [line], SHOWN.handed, by(line), outside(alike(bare(word(line, 'to')))), 'supply'),
    ),
    ...byThing(
      ofKind(lines, 'sweep.reported').filter((line) => word(line, 'party')),
      (line) => word(line, 'party'),
    ).flatMap((group) => {
      const name = group[0] ? word(group[0], 'party') : '';
      return mark('response', group, SHOWN.swept, outside(alike(parties.get(name) ?? name)), nodeOf(TEAM));
    }),
  ];
}

function outsideMarks(about: About): Mark[] {
  const { lines } = about.record;
  const by = (line: Line): Node => nodeOf(partyOf(about, line));
  const kinds = (
    group: readonly Line[],
    table: Readonly<Record<string, Bilingual>>,
    key: string,
  ): Bilingual =>
    inRow([...new Set(group.map((line) => word(line, key)))].map((each) => small(wordOf(table, each))));
  // Whoever asked may be a person with a telephone number: a case names no more than that somebody did.
  const inquirers = (line: Line): Node => {
    const audience = about.record.inquirers.get(word(line, 'inquiryId'));
    return audience === undefined ? outside(NAMED.inquirers, 'group') : audienceNode(audience);
  };
  return [
    ...byThing(
      ofKind(lines, 'statement.sent'),
      (line) => `${by(line).key} ${word(line, 'audience')}`,
    ).flatMap((group) => {
      const [line] = group;
      const text = sentence(SHOWN.stated, { kinds: kinds(group, STATEMENT_KIND_WORDS, 'kind') });
      return line ? mark('response', group, text, by(line), audienceNode(word(line, 'audience'))) : [];
    }),
    ...byThing(
      ofKind(lines, 'report.submitted'),
      (line) => `${by(line).key} ${word(line, 'regime')}`,
    ).flatMap((group) => {
      const [line] = group;
      const text = sentence(SHOWN.reported, { stages: kinds(group, STAGE_WORDS, 'stage') });
      return line ? mark('response', group, text, by(line), outside(nameInLine(line.body))) : [];
    }),
    ...byThing(ofKind(lines, 'inquiry.logged'), (line) => `${by(line).key} ${inquirers(line).key}`).flatMap(
      (group) => {
        const [line] = group;
        if (!line) return [];
        const ids = new Set(group.map((each) => word(each, 'inquiryId')));
        const answers = ofKind(lines, 'inquiry.answered').filter((each) => ids.has(word(each, 'inquiryId')));
        return [
          ...mark('relation', group, SHOWN.inquiry, inquirers(line), by(line)),
          ...mark('relation', answers, SHOWN.answered, by(line), inquirers(line)),
        ];
      },
    ),
    ...byThing(ofKind(lines, 'individuals.notified'), (line) => by(line).key).flatMap((group) =>
      group[0]
        ? mark('relation', group, SHOWN.notified, by(group[0]), outside(NAMED.individuals, 'group'))
        : [],
    ),
    ...(['joint.told', 'joint.heard'] as const).flatMap((kind) =>
      byThing(ofKind(lines, kind), (line) => word(line, 'organisation')).flatMap((group) => {
        const [line] = group;
        if (!line) return [];
        const peer = outside(alike(bare(word(line, 'organisation'))));
        const ours = nodeOf(kind === 'joint.told' ? partyOf(about, line) : TEAM);
        return kind === 'joint.told'
          ? mark('relation', group, SHOWN.told, ours, peer)
          : mark('relation', group, SHOWN.told, peer, ours);
      }),
    ),
  ];
}

/** What was found of a system, as surely as it was found; a suspicion confirms nothing. */
const FOUND: Readonly<Record<string, Hedged>> = {
  suspected: doubted(SHOWN.suspected, 'possible'),
  affected: SHOWN.affected,
  contained: SHOWN.contained,
  restored: SHOWN.restored,
};

/** Who found each system as it stands. */
function systemMarks(about: About, keys: readonly string[]): Mark[] {
  const marks = ofKind(about.record.lines, 'incident.system-marked');
  return keys.flatMap((key) => {
    const own = marks.filter((line) => word(line, 'asset') === key);
    const last = own.at(-1);
    if (!last) return [];
    return mark(
      'relation',
      own,
      FOUND[word(last, 'state')],
      nodeOf(partyOf(about, last)),
      systemNode(about, key),
      'act',
    );
  });
}

/** Everything a figure could show, from the record alone. */
export function marksOf(about: About, keys: readonly string[]): Mark[] {
  const systems = keys.map((key) => systemNode(about, key));
  return [
    ...noteMarks(about, systems),
    ...noticedMarks(about, systems, nodeOf(TEAM)),
    ...commandMarks(about),
    ...workMarks(about),
    ...outsideMarks(about),
    ...systemMarks(about, keys),
    // Nobody asks, tells or gives anything to themselves.
  ].filter(({ from, to }) => from.key !== to?.key);
}
