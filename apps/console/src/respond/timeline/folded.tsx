import { type ReactNode, useState } from 'react';
import { factDetail, factName, toneOf } from '../../../../../areas/audit/incident-lines/rules.ts';
import { type Line, namedOnce } from '../../../../../areas/audit/lines/rules.ts';
import type { Tone } from '../../../../../areas/fact-kind.ts';
import { useChannelNames } from '../../channel-names.ts';
import { useSpeech } from '../../language.tsx';
import { ToneIcon } from '../../ui/mark.tsx';
import { clockMinute } from '../../ui/time.tsx';
import { W } from '../../words.ts';
import { LineTime, type Names } from './entry.tsx';
import { type Call, countsOf } from './fold/call.ts';
import type { Row } from './fold/rules.ts';
import { FOLD } from './fold/words.ts';

type Say = ReturnType<typeof useSpeech>['say'];
type Folded = Exclude<Row<Line>, { readonly as: 'line' }>;

const TONES: Readonly<Record<Call<Line>['state'], Tone>> = {
  calling: 'event',
  unanswered: 'event',
  answered: 'recovery',
  ended: 'quiet',
  unknown: 'quiet',
};

/** What a call is about, in words. */
function matterOf({ topic, about }: Call<Line>, say: Say): string {
  return about || (topic === 'headquarters' ? say(FOLD.headquartersMatter) : '');
}

/** How a call stands, as one would say it: «広報に 湊 を呼び出し中 1/2 ・ サーバー受理». */
function standing(call: Call<Line>, names: Names, say: Say): string {
  const person = (call.personId && names[call.personId]) || say(W.someone);
  const about = matterOf(call, say);
  const before = about ? say(FOLD.of, { about }) : '';
  if (call.state === 'answered') return before + say(FOLD.answeredBy, { person });
  if (call.state === 'unanswered') return before + say(FOLD.nobody);
  if (call.state === 'ended') return before + say(FOLD.over);
  if (call.state === 'unknown') return before + say(FOLD.unread);
  const words = !about ? FOLD.calling : call.topic.startsWith('role:') ? FOLD.callingFor : FOLD.callingAbout;
  const step = call.steps > 0 ? ` ${say(W.stepOf, { step: call.step, steps: call.steps })}` : '';
  const message = call.message ? ` ・ ${say(factName(call.message))}` : '';
  return `${say(words, { person, about })}${step}${message}`;
}

/** A row names so many of what it stands for. */
const MOST_TOLD = 4;

/** Many lines as one, with its state; pressed, it shows them. */
export function Living({
  row,
  names,
  entry,
}: {
  row: Folded;
  names: Names;
  entry: (line: Line) => ReactNode;
}) {
  const { say, list } = useSpeech();
  const channels = useChannelNames();
  const [first] = row.lines.slice(-1);
  if (!first) return null;
  if (row.as === 'calls') {
    const [only, ...others] = row.calls;
    if (only && others.length === 0)
      return (
        <Unfolding line={first} n={row.lines.length} tone={TONES[only.state]} lines={row.lines} entry={entry}>
          <strong className={`line-kind mark-${TONES[only.state]}`}>{say(FOLD.call)}</strong>{' '}
          <span>{standing(only, names, say)}</span>
        </Unfolding>
      );
    return <Calls row={row} first={first} names={names} entry={entry} />;
  }
  const head = row.as === 'act' ? row.head : first;
  const same = row.lines.filter(({ kind }) => kind === head.kind).toReversed();
  const told = namedOnce(
    same
      .map((line) => factDetail(line, { ...names, ...channels }, { say, clock: clockMinute }))
      .filter(Boolean),
  );
  return (
    <Unfolding line={first} n={row.lines.length} tone={toneOf(head.kind)} lines={row.lines} entry={entry}>
      <strong className={`line-kind mark-${toneOf(head.kind)}`}>{say(factName(head.kind))}</strong>{' '}
      {same.length > 1 && <span className="line-count">{say(FOLD.times, { n: same.length })}</span>}{' '}
      <span>
        {list(told.slice(0, MOST_TOLD))}
        {told.length > MOST_TOLD && ' …'}
      </span>
    </Unfolding>
  );
}

function Calls({
  row,
  first,
  names,
  entry,
}: {
  row: Extract<Folded, { as: 'calls' }>;
  first: Line;
  names: Names;
  entry: (line: Line) => ReactNode;
}) {
  const { say } = useSpeech();
  const { answered, unanswered, ended } = countsOf(row.calls);
  const tone = unanswered > 0 ? 'event' : 'recovery';
  if (row.calls.length === 0)
    return (
      <Unfolding line={first} n={row.lines.length} tone={toneOf(first.kind)} lines={row.lines} entry={entry}>
        <strong className={`line-kind mark-${toneOf(first.kind)}`}>{say(factName(first.kind))}</strong>
      </Unfolding>
    );
  return (
    <Unfolding
      line={first}
      n={row.lines.length}
      tone={tone}
      lines={row.loose}
      entry={entry}
      inside={row.calls.map((call) => {
        const [begun] = call.lines.slice(-1);
        return (
          begun && (
            <Unfolding
              key={call.id}
              line={begun}
              n={call.lines.length}
              tone={TONES[call.state]}
              lines={call.lines}
              entry={entry}
            >
              <span>{standing(call, names, say)}</span>
            </Unfolding>
          )
        );
      })}
    >
      <strong className={`line-kind mark-${tone}`}>{say(FOLD.calls, { n: row.calls.length })}</strong>{' '}
      <span>
        {[
          say(FOLD.answered, { n: answered }),
          say(FOLD.unanswered, { n: unanswered }),
          ...(ended > 0 ? [say(FOLD.ended, { n: ended })] : []),
        ].join(' ・ ')}
      </span>
    </Unfolding>
  );
}

function Unfolding({
  line,
  n,
  tone,
  lines,
  entry,
  inside,
  children,
}: {
  line: Line;
  n: number;
  tone: Tone;
  lines: readonly Line[];
  entry: (line: Line) => ReactNode;
  inside?: ReactNode;
  children: ReactNode;
}) {
  const { say } = useSpeech();
  const [open, setOpen] = useState(false);
  return (
    <li className="line line-living">
      <LineTime line={line} />
      <ToneIcon tone={tone} />
      <div className="line-body">
        <button
          type="button"
          className="line-fold"
          aria-expanded={open}
          onClick={() => setOpen((was) => !was)}
        >
          <span className="line-text">{children}</span>
          <span className="line-note nowrap">
            <span aria-hidden className="line-chevron">
              ▸
            </span>{' '}
            {say(FOLD.lines, { n })}
          </span>
        </button>
        {open && (
          <ol className="lines">
            {inside}
            {lines.map(entry)}
          </ol>
        )}
      </div>
    </li>
  );
}
