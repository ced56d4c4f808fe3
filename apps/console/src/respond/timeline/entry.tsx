import { ActionIcon, Group } from '@mantine/core';
import { factDetail, factName, toneOf } from '../../../../../areas/audit/incident-lines/rules.ts';
import { actorName, type Line } from '../../../../../areas/audit/lines/rules.ts';
import { useChannelNames } from '../../channel-names.ts';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { IconArrowsSplit2, IconMessagePlus, IconPencil, IconScale } from '../../ui/icons.ts';
import { Mark, ToneIcon } from '../../ui/mark.tsx';
import { clockMinute, clockTime, dayAndMinute, fullTime, otherDay } from '../../ui/time.tsx';
import { RECORD } from '../room/record-words.ts';
import { ROOM } from '../room/words.ts';
import type { How as Amending } from './amend.tsx';
import { Attached } from './attached/attached.tsx';
import { Words } from './mentions.tsx';
import { TIMELINE } from './words.ts';

/** What may be done about a line that stands. */
export type How = Amending | 'judge';
type Say = ReturnType<typeof useSpeech>['say'];
export type Names = Readonly<Record<string, string>>;

/** As exact as it is known: a day has no hour, an hour no minutes. */
function shownClock(at: string, precision: string, say: Say): string {
  const clock = clockTime(at);
  if (precision === 'second') return clock;
  if (precision === 'minute') return clock.slice(0, 5);
  if (precision === 'about') return say(ROOM.aboutTime, { time: clock.slice(0, 5) });
  return precision === 'hour' ? say(ROOM.aboutHour, { hour: clock.slice(0, 2) }) : say(ROOM.someTime);
}

/** Who did it; of what was entered when it was over, who entered it and when. */
function enteredBy(line: Line, name: string, say: Say): string {
  const late = Date.parse(line.recordedAt) - Date.parse(line.at) > 120_000;
  if (!late || line.actor.kind === 'system' || line.actor.kind === 'source') return name;
  return say(TIMELINE.afterwards, { at: dayAndMinute(line.recordedAt), name });
}

const sideOf = (line: Line): 'event' | 'response' | undefined =>
  line.body['is'] === 'event' || line.body['is'] === 'response' ? line.body['is'] : undefined;

/** When it was, as exactly as it is known. */
export function LineTime({ line }: { line: Line }) {
  const { say, language } = useSpeech();
  return (
    <time dateTime={line.at} title={fullTime(line.at, language)}>
      {otherDay(line.at) && <div className="nowrap">{otherDay(line.at)}</div>}
      {shownClock(line.at, line.precision, say)}
    </time>
  );
}

/** Acts that take an earlier one back, where they name one. */
const UNDOINGS: ReadonlySet<string> = new Set([
  'task.reopened',
  'task.assigned',
  'role.released',
  'incident.changed',
]);
const relationOf = ({ kind, body }: Line) => {
  if (UNDOINGS.has(kind) || body['struck'] === true) return TIMELINE.undoingOf;
  return kind === 'timeline.corrected' ? TIMELINE.correctionOf : TIMELINE.annotationOf;
};

export interface EntryProps {
  readonly line: Line;
  readonly names: Names;
  /** The line that it corrects or annotates. */
  readonly about: Line | undefined;
  readonly corrected: boolean;
  /** It was taken back by whoever wrote it. */
  readonly struck?: boolean;
  readonly onAmend: ((line: Line, how: How) => void) | undefined;
}

/** One line of the record: when, what, in whose words. */
export function Entry({ line, names, about, corrected, struck = false, onAmend }: EntryProps) {
  const { say } = useSpeech();
  const channels = useChannelNames();
  const attached = line.kind === 'timeline.attached';
  // Its name and size stand with the file itself.
  const detail = attached
    ? String(line.body['note'])
    : factDetail(line, { ...names, ...channels }, { say, clock: clockMinute });
  const mentions = Array.isArray(line.body['mentions']) ? (line.body['mentions'] as string[]) : [];
  const mentioned = mentions.flatMap((id) => names[id] ?? []);
  const is = sideOf(line);
  const tone = is ?? toneOf(line.kind);
  const name = is ? say(is === 'event' ? TIMELINE.anEvent : TIMELINE.aResponse) : say(factName(line.kind));
  return (
    <li
      className={`line${corrected ? ' line-corrected' : ''}`}
      data-seq={line.seq}
      // A finger has no hover: touched, a line shows what may be done about it.
      tabIndex={-1}
    >
      <LineTime line={line} />
      <ToneIcon tone={tone} />
      <div className="line-body">
        {about && <div className="line-note">{say(relationOf(line), { time: clockTime(about.at) })}</div>}
        <div className="line-text">
          <strong className={`line-kind mark-${tone}`}>{name}</strong>{' '}
          <Words text={detail} names={mentioned} />
          {corrected && <Mark tone="decision">{say(struck ? TIMELINE.struck : TIMELINE.correctedBy)}</Mark>}
        </div>
        {attached && <Attached line={line} />}
        <div className="line-note">{enteredBy(line, actorName(line, names, say), say)}</div>
        {onAmend && !line.kind.startsWith('timeline.corrected') && (
          <Actions line={line} onAmend={(how) => onAmend(line, how)} />
        )}
      </div>
    </li>
  );
}

/** What may be written beside a line; shown where the pointer or the keyboard is. */
function Actions({ line, onAmend }: { line: Line; onAmend: (how: How) => void }) {
  const { say } = useSpeech();
  const me = useMe();
  const may = useMay();
  const mayCorrect = line.actor.personId === me.data?.personId || may('incident.command');
  return (
    <Group gap={0} wrap="nowrap" className="line-actions no-print">
      {sideOf(line) === 'response' && (
        <Act label={say(TIMELINE.judge)} onClick={() => onAmend('judge')} icon={IconScale} />
      )}
      <Act label={say(TIMELINE.annotate)} onClick={() => onAmend('annotate')} icon={IconMessagePlus} />
      {line.kind === 'timeline.noted' && (
        <Act label={say(RECORD.dispute)} onClick={() => onAmend('dispute')} icon={IconArrowsSplit2} />
      )}
      {mayCorrect && (
        <Act label={say(TIMELINE.correct)} onClick={() => onAmend('correct')} icon={IconPencil} />
      )}
    </Group>
  );
}

function Act({
  label,
  onClick,
  icon: Icon,
}: {
  label: string;
  onClick: () => void;
  icon: typeof IconPencil;
}) {
  return (
    <ActionIcon size="md" aria-label={label} title={label} onClick={onClick}>
      <Icon size={15} />
    </ActionIcon>
  );
}
