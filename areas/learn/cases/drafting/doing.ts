import type { Bilingual } from '../../../../kernel/language.ts';
import type { Line } from '../../../ledger/schema.ts';
import { SWEEP_RESULT_WORDS } from '../../../respond/sweeps/words.ts';
import { type About, at, byThing, each, machines, number, ofKind, tell, word, wordOf } from './about.ts';
import type { Told } from './schema.ts';
import { aside, bare, sentence } from './sentence.ts';
import { momentWords } from './when.ts';
import { BESIDE, CHANGE_SAID, PIECES, SAID } from './words.ts';

/** The last end that was not taken back, in words; that none is recorded where there is none. */
function endOf(
  lines: readonly Line[],
  about: About,
): readonly (readonly [Bilingual | undefined, string | Bilingual | undefined])[] {
  const end = ofKind(lines, 'task.ended').at(-1);
  if (!end) return [[undefined, PIECES.notDone]];
  const done = word(end, 'state') === 'done';
  const dueAt = lines.map((line) => word(line, 'dueAt')).findLast(Boolean);
  const late = dueAt && Temporal.Instant.compare(end.at, Temporal.Instant.from(dueAt)) > 0;
  return [
    [undefined, sentence(done ? PIECES.done : PIECES.cancelled, { when: at(about, end) })],
    [undefined, done && dueAt ? (late ? PIECES.overdue : PIECES.inTime) : undefined],
    [BESIDE.note, word(end, 'note')],
  ];
}

/** Whether a request reached whom it was for: a message that could not be sent asked nobody, until it was done all the same. */
export const wasAsked = (ofTask: readonly Line[]): boolean =>
  ofKind(ofTask, 'request.not-sent').length === 0 ||
  ofKind(ofTask, 'request.sent', 'request.answered').length > 0 ||
  ofKind(ofTask, 'task.ended').some((line) => word(line, 'state') === 'done');

/** The lines that open what was asked of somebody outside, where it reached them. */
export function requestsOf({ record: { lines, tasks } }: About): Line[] {
  const ofTask = Map.groupBy(lines, (line) => word(line, 'taskId'));
  return ofKind(lines, 'task.opened').filter((line) => {
    const id = word(line, 'taskId');
    return tasks.get(id)?.party && wasAsked(ofTask.get(id) ?? []);
  });
}

/** What somebody was to do, and what was asked of whom outside, from its beginning to its end. */
export const tellTasks = (lines: readonly Line[], about: About): Told[] =>
  byThing(lines, (line) => word(line, 'taskId')).flatMap((ofTask): Told[] => {
    const opened = ofKind(ofTask, 'task.opened')[0];
    const first = opened ?? ofTask[0];
    if (!first) return [];
    const task = about.record.tasks.get(word(first, 'taskId'));
    const asked = ofKind(ofTask, 'request.sent', 'request.not-sent')[0];
    const key = task?.party ?? '';
    const party = about.record.parties.get(key) || (asked && word(asked, 'party')) || key;
    const title = bare(ofTask.map((line) => word(line, 'title')).find(Boolean) ?? '', 200);
    const late = ofKind(ofTask, 'task.timed-out')[0];
    const more = aside([
      ...(late ? [[undefined, sentence(PIECES.late, { when: at(about, late) })] as const] : []),
      ...endOf(ofTask, about),
    ]);
    const answers = ofKind(ofTask, 'request.answered');
    const told = tell(
      'work',
      ofTask.filter(({ kind }) => kind !== 'request.answered' && kind !== 'request.not-sent'),
      party
        ? sentence(wasAsked(ofTask) ? SAID.requested : SAID.requestNoted, {
            party: bare(party, 80),
            title,
            more,
          })
        : sentence(SAID.task, { title, more }),
      { key: `task-${word(first, 'taskId')}`, routine: !party },
    );
    return [
      told,
      ...each('work', ofKind(ofTask, 'request.not-sent'), SAID.notSent, (line) => ({
        party: bare(word(line, 'party'), 80),
      })),
      ...each('work', answers, SAID.answered, (line) => ({
        party: bare(word(line, 'party'), 80),
        answer: bare(word(line, 'answer')),
      })),
    ];
  });

/** Changes outside the usual procedure, each with its way back and what became of it. */
export const tellChanges = (lines: readonly Line[], { bases }: About): Told[] =>
  byThing(lines, (line) => word(line, 'changeId')).flatMap((ofChange): Told[] => {
    const proposed = ofKind(ofChange, 'change.proposed');
    const title = (line: Line): string => bare(word(line, 'title'), 160);
    const replaced = ofKind(ofChange, 'change.turned').some((line) => word(line, 'state') === 'replaced');
    return [
      ...each('work', proposed, SAID.change, (line) => ({
        title: title(line),
        more: aside([
          [BESIDE.skipped, word(line, 'skipped')],
          [BESIDE.sideEffects, word(line, 'sideEffects')],
          [BESIDE.rollback, word(line, 'rollback')],
          [BESIDE.expires, momentWords(word(line, 'expiresAt'), bases)],
        ]),
      })),
      ...each('work', ofKind(ofChange, 'change.turned'), SAID.changeTurned, (line) => ({
        title: title(line),
        state: wordOf(CHANGE_SAID, word(line, 'state')),
        more: aside([[undefined, word(line, 'note')]]),
      })),
      ...each('work', ofKind(ofChange, 'change.expired'), SAID.changeExpired, (line) => ({
        title: title(line),
      })),
      ...proposed.flatMap((line): Told[] => {
        const text = word(line, 'permanentFix');
        if (!text) return [];
        return [
          {
            ...tell('fix', [line], sentence(SAID.permanentFix, { text: bare(text) }), {
              own: true,
              more: { done: replaced ? 'done' : 'planned' },
            }),
            untimed: true,
          },
        ];
      }),
    ];
  });

/** Evidence, pictures and files. */
export const tellEvidence = (lines: readonly Line[]): Told[] => [
  ...each('work', ofKind(lines, 'evidence.kept'), SAID.evidence, (line) => ({
    what: bare(word(line, 'what'), 160),
    more: aside([[BESIDE.room, word(line, 'place')]]),
  })),
  ...each('work', ofKind(lines, 'evidence.handed-over'), SAID.handed, (line) => ({
    to: bare(word(line, 'to'), 80),
    more: aside([[BESIDE.note, word(line, 'note')]]),
  })),
  ...each(
    'work',
    ofKind(lines, 'timeline.attached'),
    SAID.attached,
    (line) => ({ name: bare(word(line, 'name'), 80), more: aside([[BESIDE.note, word(line, 'note')]]) }),
    { routine: true },
  ),
];

/** What every host of something was looked at for. */
export const tellSweeps = (lines: readonly Line[]): Told[] => [
  ...each('work', ofKind(lines, 'sweep.hosts-added'), SAID.sweep, (line) => ({
    title: bare(word(line, 'title'), 160),
    n: machines(number(line, 'count') ?? 0),
  })),
  ...byThing(
    ofKind(lines, 'sweep.reported'),
    (line) => `${word(line, 'taskId')} ${word(line, 'result')} ${word(line, 'party')} ${word(line, 'note')}`,
  ).map((alike) => {
    const [line] = alike;
    const count = alike.reduce((sum, each) => sum + (number(each, 'count') ?? 0), 0);
    return tell(
      'work',
      alike,
      sentence(SAID.swept, {
        title: bare(line ? word(line, 'title') : '', 160),
        n: machines(count),
        result: line ? wordOf(SWEEP_RESULT_WORDS, word(line, 'result')) : '',
        more: aside([
          [BESIDE.by_, line && word(line, 'party')],
          [undefined, line && word(line, 'note')],
        ]),
      }),
    );
  }),
];
