import type { Bilingual } from '../../../../kernel/language.ts';
import type { Line } from '../../../ledger/schema.ts';
import { ITEM_STATE_WORDS, RECOVERY_PLAN_WORDS } from '../../../respond/recovery/words.ts';
import { correctedTexts, timesOf } from '../../../respond/timeline/rules.ts';
import { TIMES, type TimeName } from '../../../respond/timeline/schema.ts';
import { TIME_WORDS } from '../../../respond/timeline/words.ts';
import type { CaseTime } from '../life/schema.ts';
import {
  type About,
  at,
  byThing,
  each,
  machines,
  number,
  ofKind,
  systemName,
  tell,
  word,
  wordOf,
} from './about.ts';
import type { Told } from './schema.ts';
import { aside, bare, inRow, sentence } from './sentence.ts';
import { caseTime, distance, spanWords } from './when.ts';
import { BESIDE, PIECES, SAID } from './words.ts';

/** How it was brought back: what, in which way, in which order, and why it came back. */
export function tellRecovery(lines: readonly Line[], about: About): Told[] {
  return [
    ...each('recovery', ofKind(lines, 'recovery.began'), SAID.recoveryBegan, (line) => ({
      n: machines(number(line, 'count') ?? 0),
      more: aside([[BESIDE.wave, String(number(line, 'wave') ?? '')]]),
    })),
    ...each('recovery', ofKind(lines, 'recovery.strategy-chosen'), SAID.strategy, (line) => ({
      system: word(line, 'asset')
        ? sentence(SAID.ofSystem, { name: systemName(about, word(line, 'asset')) })
        : RECOVERY_PLAN_WORDS.forAll,
      method: wordOf(RECOVERY_PLAN_WORDS, word(line, 'method')),
      more: aside([[BESIDE.criteria, word(line, 'criteria')]]),
    })),
    ...each('recovery', ofKind(lines, 'recovery.order-answered'), SAID.orderAnswered, (line) => ({
      name: systemName(about, word(line, 'asset')),
      answer: line.body['agreed'] === true ? RECOVERY_PLAN_WORDS.agree : RECOVERY_PLAN_WORDS.object,
      more: aside([[BESIDE.note, word(line, 'note')]]),
    })),
    ...each(
      'recovery',
      ofKind(lines, 'recovery.page-opened'),
      SAID.technicians,
      (line) => ({ name: bare(word(line, 'name'), 80) }),
      { routine: true },
    ),
    ...each(
      'recovery',
      ofKind(lines, 'recovery.page-ended'),
      SAID.techniciansEnded,
      (line) => ({ name: bare(word(line, 'name'), 80) }),
      { routine: true },
    ),
    ...tellMoved(ofKind(lines, 'recovery.moved'), about),
    ...ofKind(lines, 'recovery.attributed').map((line) =>
      tell(
        'recovery',
        [line],
        sentence(SAID.recoveredBy, {
          cause: wordOf(RECOVERY_PLAN_WORDS, word(line, 'cause')),
          more: aside([[undefined, word(line, 'note')]]),
        }),
      ),
    ),
  ];
}

const MOST_MOVES = 8;

/** Machines as they moved: each move while there are few, and else how many reached each state. */
function tellMoved(lines: readonly Line[], about: About): Told[] {
  if (lines.length === 0) return [];
  const groups =
    lines.length <= MOST_MOVES ? lines.map((line) => [line]) : byThing(lines, (line) => word(line, 'state'));
  const values = groups.flatMap((group): Bilingual[] => {
    const last = group.at(-1);
    if (!last) return [];
    const count = group.reduce((sum, line) => sum + (number(line, 'count') ?? 0), 0);
    const state = word(last, 'state');
    return [
      sentence(SAID.movedValue, {
        when: at(about, last),
        state: state ? wordOf(ITEM_STATE_WORDS, state) : { ja: '変更', en: 'changed' },
        n: count.toLocaleString('en'),
        more: aside([
          [undefined, group.length === 1 ? word(last, 'where') : undefined],
          [BESIDE.blocker, group.length === 1 ? word(last, 'blocker') : undefined],
        ]),
      }),
    ];
  });
  return [
    { ...tell('recovery', lines, sentence(SAID.moved, { values: inRow(values, '; ') })), untimed: true },
  ];
}

const isLeft = (value: unknown): value is { name: string; what: string; why: string }[] =>
  Array.isArray(value);

/** When it was said to be over, taken up again, and closed; what was said too early was put right by what came next. */
export function tellEnds(lines: readonly Line[], { record }: About): Told[] {
  // A report that was judged not required is told as such.
  const dropped = new Set(ofKind(record.lines, 'report.not-needed').map((line) => word(line, 'regime')));
  const corrected = correctedTexts(lines);
  const ends = ofKind(lines, 'incident.resolved', 'incident.reopened', 'incident.closed');
  const words = {
    'incident.resolved': SAID.resolved,
    'incident.reopened': SAID.reopened,
    'incident.closed': SAID.closed,
  } as Record<string, Bilingual>;
  return ends.flatMap((line, i): Told[] => {
    const next = ends[i + 1];
    const note = corrected.get(line.seq) ?? word(line, 'note');
    const reopened = next?.kind === 'incident.reopened';
    const besides = lines.filter(({ corrects }) => corrects === line.seq);
    const told = tell(
      'recovery',
      [line, ...besides],
      sentence(words[line.kind] ?? SAID.closed, { more: aside([[undefined, note]]) }),
      {
        key: `end-${line.seq}`,
        ...(reopened && { own: true, later: { by: `end-${next.seq}`, how: 'revised' as const } }),
        ...(line.kind === 'incident.reopened' && { own: true }),
      },
    );
    return [told, ...tellLeft(line, dropped)];
  });
}

/** What was left as it was, each with its reason. */
function tellLeft(line: Line, dropped: ReadonlySet<string>): Told[] {
  const { left } = line.body;
  if (!isLeft(left)) return [];
  return left
    .filter(({ name }) => !dropped.has(name))
    .map(({ what, why }) =>
      tell('left', [line], sentence(SAID.left, { what: bare(what, 160), more: aside([[BESIDE.why, why]]) })),
    );
}

/** The times of an incident as the record knows them, from its occurrence to its end, and how long it took. */
export function tellCourse(about: About): Told[] {
  const { bases, record } = about;
  const known = timesOf(record.lines);
  const stated = record.lines.filter(({ kind }) => kind === 'incident.time-stated');
  const times = TIMES.flatMap((which): CaseTime[] => {
    const time = known[which];
    const what = TIME_WORDS[which];
    if (!time) return which === 'occurred' ? [{ what, unstated: 'notStated' }] : [];
    // What all are counted from needs no distance from itself.
    if (which === (bases.occurred ? 'occurred' : 'noticed')) return [];
    const told = caseTime(time, bases, what);
    return told ? [told] : [];
  });
  const over = known.restored;
  const from = bases.occurred ?? bases.noticed;
  const span = over && distance(from, over, bases.zone);
  const more =
    span && span.minutes > 0
      ? sentence(bases.occurred ? SAID.courseSpan : SAID.courseFromNotice, { span: spanWords(span, true) })
      : { ja: '', en: '' };
  const text = { ja: SAID.course.ja + more.ja, en: SAID.course.en + more.en };
  const seqs = [...stated.map(({ seq }) => seq), ...Object.values(known).flatMap((time) => time?.seq ?? [])];
  const course: Told = {
    topic: 'course',
    text,
    seqs: [...new Set(seqs)].toSorted((a, b) => a - b),
    own: true,
    more: { times },
  };
  return [...(times.length > 1 ? [course] : []), ...tellTimeNotes(stated)];
}

/** What somebody wrote beside a time. */
const tellTimeNotes = (lines: readonly Line[]): Told[] =>
  lines
    .filter((line) => word(line, 'note') || word(line, 'noChecks'))
    .map((line) => ({
      ...tell(
        'course',
        [line],
        sentence(SAID.timeNote, {
          which: TIME_WORDS[word(line, 'which') as TimeName],
          more: aside([
            [undefined, word(line, 'note')],
            [PIECES.noChecks, word(line, 'noChecks')],
          ]),
        }),
      ),
      untimed: true,
    }));
