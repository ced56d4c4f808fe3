import type { Bilingual } from '../../../../kernel/language.ts';
import type { Line } from '../../../ledger/schema.ts';
import { SITUATION_WORDS } from '../../../prepare/plans/words.ts';
import { DETECTION_ROUTE_WORDS } from '../../../respond/detections/words.ts';
import { LINK_WORDS } from '../../../respond/incidents/words.ts';
import {
  type About,
  at,
  byThing,
  each,
  namedParty,
  number,
  ofKind,
  partyOf,
  systemName,
  tell,
  word,
  wordOf,
} from './about.ts';
import { type IncidentRecord, type Party, TEAM, type Told } from './schema.ts';
import { aside, bare, inRow, sentence } from './sentence.ts';
import { BESIDE, PIECES, SAID } from './words.ts';

/** How it was noticed, by whom and by what, and when it was said to be an incident. */
export function tellNoticing(lines: readonly Line[], about: About): Told[] {
  const { record } = about;
  const [first, ...others] = ofKind(lines, 'incident.declared');
  const linked = ofKind(lines, 'incident.signals-linked');
  const count = linked.reduce((sum, line) => sum + (number(line, 'count') ?? 0), 0);
  const alarm = record.signals[0];
  const declared = first && {
    template: typeof first.body['ruleId'] === 'string' ? SAID.declaredByRule : SAID.declared,
    more: aside([
      [BESIDE.severity, String(number(first, 'severity') ?? '')],
      [undefined, namedParty(partyOf(about, first))],
    ]),
  };
  return [
    ...each('noticing', ofKind(lines, 'incident.detected'), SAID.detected, (line) => ({
      text: bare(word(line, 'text')),
      more: aside([[undefined, wordOf(DETECTION_ROUTE_WORDS, word(line, 'route'))]]),
    })),
    ...(alarm && linked.length > 0
      ? [
          {
            ...tell(
              'noticing',
              linked,
              sentence(SAID.signals, {
                text: bare(alarm.title, 120),
                more: aside([[undefined, alarm.system], ...alarmsBeside(record.signals.slice(1), count - 1)]),
              }),
              { key: 'signals' },
            ),
            when: { at: alarm.at, precision: 'minute' },
          },
        ]
      : []),
    ...each('noticing', ofKind(lines, 'incident.signals-back'), SAID.signalsBack, (line) => ({
      n: number(line, 'count') ?? 0,
    })),
    ...each('recovery', ofKind(lines, 'incident.signals-ended'), SAID.signalsEnded, (line) => ({
      n: number(line, 'count') ?? 0,
      more: aside([
        [
          undefined,
          (number(line, 'silent') ?? 0) > 0 ? counted(PIECES.silent, number(line, 'silent') ?? 0) : undefined,
        ],
      ]),
    })),
    ...each('noticing', ofKind(lines, 'storm.began'), SAID.storm, () => ({})),
    ...each('noticing', ofKind(lines, 'storm.released'), SAID.stormOver, (line) => ({
      n: number(line, 'groups') ?? 0,
    })),
    ...(first && declared
      ? [
          tell('noticing', [first, ...others], sentence(declared.template, { more: declared.more }), {
            key: 'declared',
          }),
        ]
      : []),
  ];
}

export const counted = (words: Bilingual, n: number): Bilingual =>
  sentence(words, { n: n.toLocaleString('en') });

/** What else came in: each by its title while there are few, and else how many. */
function alarmsBeside(
  signals: readonly { readonly title: string }[],
  rest: number,
): (readonly [Bilingual, Bilingual])[] {
  if (rest <= 0) return [];
  const titles = [...new Set(signals.map(({ title }) => bare(title, 60)))];
  if (titles.length > 0 && titles.length <= 3 && signals.length === rest)
    return [[BESIDE.others, { ja: titles.join('、'), en: titles.join(', ') }]];
  return [[BESIDE.others, { ja: `${rest.toLocaleString('en')}件`, en: rest.toLocaleString('en') }]];
}

/** What surrounded it: systems, who took part, the plan, what it belongs with. */
export function tellSetting(lines: readonly Line[], about: About): Told[] {
  const { record } = about;
  const unlinked = new Set(ofKind(lines, 'incident.unlinked').map((line) => word(line, 'otherId')));
  const marks = ofKind(lines, 'incident.system-marked');
  const { affected, suspected, alerted } = systemsOf(record);
  const responders = respondersOf(record);
  const told: Told[] = [];
  const tellNames = (words: Bilingual, names: readonly string[], of: readonly Line[]): void => {
    const list = listOf(names.map((name) => ({ ja: name, en: name })));
    if (names.length > 0) told.push({ ...tell('setting', of, sentence(words, { list })), untimed: true });
  };
  const marked = (names: readonly string[]): Line[] =>
    marks.filter((line) => names.includes(systemName(about, word(line, 'asset'))));
  tellNames(SAID.affected, affected, marked(affected));
  tellNames(SAID.suspected, suspected, marked(suspected));
  tellNames(SAID.alerted, alerted, ofKind(lines, 'incident.signals-linked'));
  if (responders.length > 0)
    told.push({
      ...tell(
        'setting',
        responders.map(({ line }) => line),
        sentence(SAID.responders, { list: listOf(responders.map(({ party }) => party.name)) }),
      ),
      untimed: true,
    });
  return [
    ...told,
    ...each('setting', ofKind(lines, 'incident.plan-chosen'), SAID.plan, (line) => ({
      name: bare(word(line, 'name'), 100),
    })),
    ...each('setting', ofKind(lines, 'incident.plan-unreadable'), SAID.planUnreadable, () => ({}), {
      routine: true,
    }),
    ...each(
      'setting',
      ofKind(lines, 'incident.linked').filter((line) => !unlinked.has(word(line, 'otherId'))),
      SAID.linked,
      (line) => ({
        n: number(line, 'number') ?? '',
        how: wordOf(LINK_WORDS, word(line, 'how')),
        more: aside([
          [undefined, line.body['noImpact'] === true ? PIECES.noImpact : undefined],
          [BESIDE.note, word(line, 'note')],
        ]),
      }),
    ),
    ...each('setting', ofKind(lines, 'incident.taken-in'), SAID.takenIn, (line) => ({
      n: number(line, 'number') ?? '',
    })),
  ];
}

const MOST_NAMED = 12;
/** Names in a row; of many the first, and how many more there are. */
function listOf(names: readonly Bilingual[]): Bilingual {
  const shown = inRow(names.slice(0, MOST_NAMED));
  const rest = names.length - MOST_NAMED;
  return rest <= 0 ? shown : { ja: `${shown.ja}、ほか${rest}件`, en: `${shown.en} and ${rest} more` };
}

/**
 * Who acted, each with the first line of theirs. Whoever was only named or called did not; and who is of no unit is nobody a
 * reader could tell apart.
 */
export const respondersOf = ({
  lines,
  people,
}: IncidentRecord): { readonly party: Party; readonly line: Line }[] =>
  byThing(
    lines.filter(({ actorId }) => (people.get(actorId) ?? TEAM).key !== TEAM.key),
    ({ actorId }) => people.get(actorId)?.key ?? '',
  ).flatMap(([line]) => {
    const party = line && people.get(line.actorId);
    return line && party ? [{ party, line }] : [];
  });

/** States of a system that somebody found to be hit, whatever became of it since. */
const HIT = ['affected', 'contained', 'restored'];

const lastStates = (marks: readonly Line[]): ReadonlyMap<string, string> =>
  new Map(marks.map((line) => [word(line, 'asset'), word(line, 'state')]));

/** Names of systems as surely as the record knows them: found affected, only suspected, or no more than what an alert was about. */
export function systemsOf({
  lines,
  signals,
  systems,
}: Pick<IncidentRecord, 'lines' | 'signals' | 'systems'>): {
  readonly affected: string[];
  readonly suspected: string[];
  readonly alerted: string[];
} {
  const states = lastStates(ofKind(lines, 'incident.system-marked'));
  const named = (...of: string[]): string[] => [
    ...new Set([...states].flatMap(([key, state]) => (of.includes(state) ? [systems.get(key) ?? key] : []))),
  ];
  const [affected, suspected] = [named(...HIT), named('suspected')];
  const alerted = new Set(signals.flatMap(({ system }) => system ?? []));
  for (const name of [...affected, ...suspected]) alerted.delete(name);
  return { affected, suspected, alerted: [...alerted] };
}

/** Keys of the systems somebody marked, in the order of their first marking; what turned out not to be affected is none. */
export const standing = (marks: readonly Line[]): string[] =>
  [...lastStates(marks)].filter(([, state]) => state !== 'notAffected').map(([key]) => key);

/** What it was taken for, and how grave. */
export function tellSeverity(lines: readonly Line[]): Told[] {
  return [
    ...lines.flatMap((line): Told[] => {
      if (line.kind !== 'incident.changed') return [];
      const from = line.body['from'] as
        | { title?: string; severity?: number; site?: string | null }
        | undefined;
      const severity = number(line, 'severity');
      const told: Told[] = [];
      if (severity !== undefined && severity !== from?.severity)
        told.push(tell('decision', [line], sentence(SAID.severity, { n: severity })));
      if (from && word(line, 'title') !== from.title)
        told.push(
          tell('decision', [line], sentence(SAID.renamed, { title: bare(word(line, 'title'), 200) }), {
            routine: true,
          }),
        );
      const site = word(line, 'site');
      if (site && site !== from?.site)
        told.push(tell('setting', [line], sentence(SAID.site, { name: bare(site, 100) })));
      return told;
    }),
    ...each('decision', ofKind(lines, 'incident.rated'), SAID.rated, (line) => ({
      continuity: number(line, 'continuity') ?? '',
      safety: number(line, 'safety') ?? '',
      trust: number(line, 'trust') ?? '',
      more: aside([[undefined, line.body['afterwards'] === true ? PIECES.afterwards : undefined]]),
    })),
    ...each('decision', ofKind(lines, 'incident.reclassified'), SAID.reclassified, (line) => {
      const from = word(line, 'from');
      return {
        from: from ? sentence(SAID.reclassifiedFrom, { from: wordOf(SITUATION_WORDS, from) }) : '',
        to: word(line, 'to') ? wordOf(SITUATION_WORDS, word(line, 'to')) : SAID.unclassified,
        more: aside([[BESIDE.basis, word(line, 'evidence')]]),
      };
    }),
  ];
}

/** Paging, counted: who was called when is no matter of a case, whether anybody answered is. */
export function tellPaging(lines: readonly Line[], about: About): Told[] {
  const started = ofKind(lines, 'page.started');
  const count = (...kinds: string[]): number => ofKind(lines, ...kinds).length;
  const some = (words: Bilingual, n: number) => [undefined, n > 0 ? counted(words, n) : undefined] as const;
  const [first] = started.length > 0 ? started : lines;
  if (!first) return [];
  const answered = ofKind(lines, 'page.acknowledged')[0];
  return [
    tell(
      'command',
      [first, ...lines.filter(({ seq }) => seq !== first.seq)],
      sentence(started.length > 0 ? SAID.paged : SAID.notPaged, {
        more: aside([
          some(PIECES.started, started.length),
          some(PIECES.acknowledged, count('page.acknowledged')),
          [
            undefined,
            answered && {
              ja: `最初の応答は${at(about, answered).ja}`,
              en: `first answer ${at(about, answered).en}`,
            },
          ],
          some(PIECES.nobody, count('page.exhausted')),
          some(PIECES.passed, count('page.passed-over')),
          some(PIECES.failed, count('page.failed')),
          some(PIECES.noOne, count('page.nobody-to-call')),
        ]),
      }),
      { routine: true },
    ),
  ];
}
