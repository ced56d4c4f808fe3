import type { Line } from '../../../ledger/schema.ts';
import { type About, byThing, each, namedParty, number, ofKind, partyOf, tell, word } from './about.ts';
import { TEAM, type Told } from './schema.ts';
import { aside, bare, sentence } from './sentence.ts';
import { BESIDE, PIECES, SAID } from './words.ts';

/** The body that commanded: proposed, set up in so many minutes, how it met, stood down. */
export function tellHeadquarters(lines: readonly Line[], { record }: About): Told[] {
  // Where it met at first is known while nobody moved it.
  const met = ofKind(lines, 'headquarters.changed').length === 0 ? record.headquarters : undefined;
  return [
    ...each('command', ofKind(lines, 'headquarters.proposed'), SAID.hqProposed, (line) => ({
      name: bare(word(line, 'name'), 80),
      more: aside([[BESIDE.level, String(number(line, 'level') || '')]]),
    })),
    ...each('command', ofKind(lines, 'headquarters.declined'), SAID.hqDeclined, (line) => ({
      more: aside([[BESIDE.why, word(line, 'reason')]]),
    })),
    ...each('command', ofKind(lines, 'headquarters.set-up'), SAID.hqSetUp, (line) => {
      const target = number(line, 'targetMinutes') ?? 0;
      const inTime = line.body['met'];
      const verdict = inTime === true ? PIECES.hqMet : inTime === false ? PIECES.hqMissed : '';
      return {
        name: bare(word(line, 'name'), 80),
        more: aside([
          [undefined, target > 0 ? sentence(PIECES.hqTarget, { n: target, verdict }) : undefined],
          [BESIDE.room, met?.room],
          [
            undefined,
            met && met.briefMinutes > 0 ? sentence(PIECES.briefMinutes, { n: met.briefMinutes }) : undefined,
          ],
        ]),
      };
    }),
    ...each('command', ofKind(lines, 'headquarters.changed'), SAID.hqChanged, (line) => ({
      more: aside([
        [BESIDE.room, word(line, 'room')],
        [undefined, line.body['bridgeChanged'] === true ? PIECES.bridge : undefined],
        [
          undefined,
          (number(line, 'briefMinutes') ?? 0) > 0
            ? sentence(PIECES.briefMinutes, { n: number(line, 'briefMinutes') ?? 0 })
            : undefined,
        ],
      ]),
    })),
    ...each('command', ofKind(lines, 'headquarters.stood-down'), SAID.hqEnded, (line) => ({
      more: aside([[BESIDE.why, word(line, 'reason')]]),
    })),
  ];
}

/** Reports to the management, counted; a draft that was never sent told nobody anything. */
export function tellBriefs(lines: readonly Line[]): Told[] {
  const sent = ofKind(lines, 'brief.sent');
  if (sent.length === 0) return [];
  const read = ofKind(lines, 'brief.read');
  const more = aside([[undefined, sentence(PIECES.briefs, { n: sent.length, read: read.length })]]);
  return [tell('command', [...sent, ...read], sentence(SAID.briefed, { more }), { key: 'briefs' })];
}

/** Who held which role, and when it was handed over. */
export const tellRoles = (lines: readonly Line[], about: About): Told[] =>
  byThing(lines, (line) => word(line, 'role')).flatMap((ofRole): Told[] => {
    const unit = (id: string) => aside([[undefined, namedParty(about.record.people.get(id) ?? TEAM)]]);
    const name = (line: Line) => bare(word(line, 'name'), 80);
    return [
      ...each('command', ofKind(ofRole, 'role.assigned'), SAID.role, (line) => ({
        name: name(line),
        more: unit(word(line, 'personId')),
      })),
      ...each('command', ofKind(ofRole, 'role.offered'), SAID.roleOffered, (line) => ({
        name: name(line),
        more: aside([[BESIDE.note, word(line, 'note')]]),
      })),
      ...each('command', ofKind(ofRole, 'role.taken'), SAID.roleTaken, (line) => ({
        name: name(line),
        more: unit(word(line, 'toId')),
      })),
      ...each(
        'command',
        ofKind(ofRole, 'role.attended'),
        SAID.roleAttended,
        (line) => ({ name: name(line) }),
        { routine: true },
      ),
    ];
  });

/** Who could see the record. */
export const tellSharing = (lines: readonly Line[]): Told[] => [
  ...each('command', ofKind(lines, 'incident.shared'), SAID.shared, () => ({}), { routine: true }),
  ...each('command', ofKind(lines, 'incident.unshared'), SAID.unshared, () => ({}), { routine: true }),
  ...lines.flatMap((line): Told[] => {
    if (line.kind !== 'incident.restricted') return [];
    const words = line.body['restricted'] === true ? SAID.restricted : SAID.unrestricted;
    return [tell('command', [line], sentence(words), { routine: true })];
  }),
];

/** What was decided, on what, by whom and against what else. */
export const tellDecisions = (lines: readonly Line[], about: About): Told[] =>
  lines.map((line) => {
    const options = line.body['options'];
    const others = (Array.isArray(options) ? options.map(String) : []).filter(
      (option) => option.trim() !== word(line, 'decision'),
    );
    const decider = about.record.people.get(word(line, 'deciderId')) ?? partyOf(about, line);
    return tell(
      'decision',
      [line],
      sentence(SAID.decided, {
        question: bare(word(line, 'question'), 160),
        decision: bare(word(line, 'decision'), 220),
        more: aside([
          [BESIDE.by, namedParty(decider)],
          [BESIDE.basis, word(line, 'basis')],
          [BESIDE.options, others.length > 0 ? others.join('／') : undefined],
        ]),
      }),
      { key: `decision-${line.seq}` },
    );
  });
