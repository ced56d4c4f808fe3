import './composer.css';
import { Alert, Button, Textarea, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { LONGEST_NOTE } from '../../../../../../areas/respond/attachments/schema.ts';
import {
  completionsOf,
  nameBegun,
  namedIn,
  nameUnmet,
  readQuick,
  wholeNamed,
} from '../../../../../../areas/respond/timeline/quick/rules.ts';
import { CERTAINTY_WORDS, type Certainty } from '../../../../../../kernel/certainty.ts';
import { newClientId } from '../../../client-id.ts';
import { useSpeech } from '../../../language.tsx';
import { useMay, useMe } from '../../../me.ts';
import { lazyPart } from '../../../ui/lazy-part.tsx';
import { Part } from '../../../ui/part.tsx';
import type { Precision } from '../../room/precision-select.tsx';
import { ROOM } from '../../room/words.ts';
import { FileButton } from '../attached/file-button.tsx';
import { StagedFiles } from '../attached/staged.tsx';
import { useFiles } from '../attached/use-files.ts';
import { WAITING } from '../waiting-words.ts';
import { TIMELINE } from '../words.ts';
import { type Chosen, useKeptDraft } from './kept-draft.ts';
import { PersonPicker, usePeopleFound } from './person-picker.tsx';
import { problemOf, wantedOf } from './rules.ts';
import { useSending } from './use-sending.ts';
import { WaitingNotes } from './waiting.tsx';
import { COMPOSER } from './words.ts';

const PastTime = lazyPart(() => import('./past-time.tsx'), 'PastTime');

type Is = 'event' | 'response' | undefined;
const KINDS = [
  ['event', TIMELINE.anEvent],
  ['response', TIMELINE.aResponse],
  [undefined, COMPOSER.note],
] as const;

const PROBLEMS = {
  unknown: TIMELINE.quickUnknown,
  untimely: ROOM.noTimeHere,
  empty: ROOM.quickEmpty,
  unmet: COMPOSER.unmet,
} as const;

/** The one line of an incident: events, responses and notes, and by a slash tasks and decisions; an @ names who. */
export function Composer({ incidentId }: { incidentId: string }) {
  const { say, language, list } = useSpeech();
  const me = useMe().data?.personId ?? '';
  const mayName = useMay()('person.read');
  const [draft, keep] = useKeptDraft(incidentId, me);
  const { text, chosen } = draft;
  const [is, setIs] = useState<Is>();
  const [certainty, setCertainty] = useState<Certainty>();
  const [timing, setTiming] = useState(false);
  const [at, setAt] = useState('');
  const [precision, setPrecision] = useState<Precision>('minute');
  /** Undefined: as goes without saying; an event or a response is meant for the figure, a note is not. */
  const [asked, setFigure] = useState<boolean>();
  const [tried, setTried] = useState(false);
  const [composing, setComposing] = useState(false);
  const [caret, setCaret] = useState(0);
  const [marked, setMarked] = useState(0);
  const [dropping, setDropping] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const add = useSending(() => {
    keep({ text: '', chosen: [] });
    setTried(false);
    setIs(undefined);
    setCertainty(undefined);
    setTiming(false);
    setAt('');
    setFigure(undefined);
    setPrecision('minute');
  });
  const attaching = useFiles(incidentId);
  const names = chosen.map(({ name }) => name);
  const read = readQuick(text, names);
  // While an input method is at work the words are not typed yet.
  const offered = composing ? [] : completionsOf(text, language);
  const begun = mayName && !composing ? nameBegun(text.slice(0, caret)) : undefined;
  const naming = begun !== undefined && !chosen.some(({ name }) => name === begun.typed);
  const asksWho =
    (read.kind === 'task' && read.unmet !== undefined) ||
    // An address that was pasted into a note is looked for too, and nothing is asked about it.
    (read.kind === 'note' && namedIn(text, chosen).length === 0);
  const unmet = mayName && !composing && asksWho ? nameUnmet(text) : undefined;
  /** The name to look for: the one being typed, else one that was typed or pasted whole. */
  const named = naming
    ? { ...begun, to: caret }
    : unmet && { ...unmet, to: unmet.from + unmet.typed.length + 1 };
  const { found, settled } = usePeopleFound(named?.typed);
  const meant = unmet && settled && !naming ? wholeNamed(text, found) : undefined;
  const who = meant ? [...chosen, meant] : chosen;
  const quick = meant ? readQuick(text, [...names, meant.name]) : read;
  const mentioned = quick.kind === 'note' ? namedIn(quick.text, who) : [];
  const side = quick.kind === 'note' ? (quick.is ?? is) : undefined;
  const figure = asked ?? side !== undefined;
  const put = (next: string, people: readonly Chosen[] = chosen, to = next.length) => {
    keep({ text: next, chosen: people });
    setCaret(to);
    const field = box.current;
    field?.focus();
    // The words come with the next drawing, the caret after them.
    requestAnimationFrame(() => field?.setSelectionRange(to, to));
  };
  const pick = (person: Chosen) => {
    if (!named) return;
    const before = `${text.slice(0, named.from)}@${person.name} `;
    put(
      before + text.slice(named.to).trimStart(),
      [...chosen.filter(({ id }) => id !== person.id), person],
      before.length,
    );
    setMarked(0);
  };
  /** From anywhere in the room, but not past a dialog; what is begun stays. */
  const begin = (words: string) => {
    if (!document.querySelector('[role="dialog"]')) put(text === '' ? words : text);
  };
  useHotkeys([
    ['/', () => begin('/')],
    ['t', () => begin(language === 'ja' ? '/タスク ' : '/task ')],
    ['d', () => begin(language === 'ja' ? '/決定 ' : '/decide ')],
  ]);
  const problem = problemOf(quick, {
    at,
    tried,
    begun: begun !== undefined,
    // What may still become a command is not one that does not exist.
    begins: offered.length > 0 || text.trim().length <= 1,
  });
  /** @returns whether the line itself is still to be sent: words without more to them are the note of the first file */
  const sendFiles = async (): Promise<boolean> => {
    const words = text.trim();
    const alone =
      quick.kind !== 'note' ||
      mentioned.length > 0 ||
      side ||
      certainty ||
      at ||
      asked ||
      words.length > LONGEST_NOTE;
    const more = words !== '' && Boolean(alone);
    if (more && problemOf(quick, { at, tried: true, begun: false, begins: false })) {
      setTried(true);
      return false;
    }
    const { first, all } = await attaching.send(more ? '' : words);
    // What was typed meanwhile is another line.
    if (first && !more && box.current?.value.trim() === words) keep({ text: '', chosen: [] });
    return all && more;
  };
  const submit = async () => {
    if (attaching.files.length > 0 && !(await sendFiles())) return;
    setTried(true);
    const wanted = wantedOf(quick, who, me);
    if (!wanted || problemOf(quick, { at, tried: true, begun: false, begins: false })) return;
    const note = {
      clientId: newClientId(),
      text: quick.kind === 'note' ? quick.text : text.trim(),
      ...(quick.kind === 'note' && {
        ...(at && { at, precision }),
        ...(figure && { figure: true }),
        ...(side && { is: side }),
        ...(certainty && { certainty }),
        ...(mentioned.length > 0 && { mentions: mentioned.map(({ id }) => id) }),
      }),
    };
    void add.run({ incidentId, personId: me, note, ...wanted });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // An input method takes Enter and the arrows for itself; some browsers say so by this number alone.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const take = (act: () => void) => {
      event.preventDefault();
      act();
    };
    const person = found[Math.min(marked, found.length - 1)];
    if (person && naming) {
      if (event.key === 'ArrowDown') return take(() => setMarked((n) => (n + 1) % found.length));
      if (event.key === 'ArrowUp') return take(() => setMarked((n) => (n + found.length - 1) % found.length));
      if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab')
        return take(() => pick(person));
    }
    const [first] = offered;
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (plain && (event.key === 'Tab' || event.key === 'Enter') && first && text.trim().length > 1)
      return take(() => put(`/${first.word} `));
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) take(() => void submit());
  };
  const picking = named !== undefined && meant === undefined && (naming || quick.kind === 'task');
  return (
    <form
      className={`composer no-print${dropping ? ' composer-dropping' : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => {
        setDropping(false);
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        attaching.add([...event.dataTransfer.files]);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Textarea
        ref={box}
        variant="unstyled"
        aria-label={say(TIMELINE.addNote)}
        placeholder={say(COMPOSER.hint)}
        value={text}
        onChange={(event) => {
          add.clear();
          setMarked(0);
          setCaret(event.currentTarget.selectionStart);
          keep({ text: event.currentTarget.value, chosen });
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={(event) => {
          setComposing(false);
          setCaret(event.currentTarget.selectionStart);
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const { files, types } = event.clipboardData;
          // A table or a page that is copied brings its picture along: there the words are meant.
          if (files.length === 0 || types.includes('text/plain')) return;
          event.preventDefault();
          attaching.add([...files]);
        }}
        {...(picking &&
          found.length > 0 && { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${marked}` })}
        autosize
        minRows={1}
        maxRows={10}
        error={
          problem
            ? say(PROBLEMS[problem], {
                command: quick.kind === 'unknown' ? quick.command : '',
                name: (quick.kind === 'task' && quick.unmet) || '',
              })
            : (add.wrong('text') ??
              add.wrong('mentions') ??
              add.wrong('minutes') ??
              add.wrong('title') ??
              add.wrong('decision'))
        }
      />
      {picking && (
        <PersonPicker
          id={listId}
          typed={named.typed}
          found={found}
          settled={settled}
          marked={marked}
          onPick={pick}
        />
      )}
      {offered.length > 0 && (
        <fieldset className="composer-row" aria-label={say(WAITING.commands)}>
          {offered.map(({ command, word }) => (
            <Button key={command} size="compact-md" variant="default" onClick={() => put(`/${word} `)}>
              /{word}
            </Button>
          ))}
        </fieldset>
      )}
      {mentioned.length > 0 && (
        <div className="composer-summary" role="status">
          {say(COMPOSER.tells, { who: list(mentioned.map(({ name }) => name)) })}
        </div>
      )}
      {quick.kind === 'task' && !picking && (
        <div className="composer-summary" role="status">
          {say(COMPOSER.summary, {
            title: quick.title,
            minutes: quick.minutes,
            who: quick.who ?? say(ROOM.noOne),
          })}
        </div>
      )}
      <StagedFiles files={attaching.files} onRemove={attaching.remove} />
      <div className="composer-row">
        <FileButton onFiles={attaching.add} />
        {quick.kind !== 'task' && quick.kind !== 'decision' && (
          <>
            <fieldset className="composer-kinds" aria-label={say(COMPOSER.kind)}>
              {KINDS.map(([value, words]) => (
                <UnstyledButton
                  key={value ?? 'note'}
                  className={`chip chip-${value ?? 'quiet'}`}
                  aria-pressed={side === value}
                  onClick={() => setIs(value)}
                >
                  {say(words)}
                </UnstyledButton>
              ))}
            </fieldset>
            <select
              className="composer-select"
              aria-label={say(COMPOSER.certainty)}
              value={certainty ?? ''}
              onChange={(event) =>
                setCertainty((event.currentTarget.value || undefined) as Certainty | undefined)
              }
            >
              <option value="">{say(COMPOSER.certainty)}</option>
              {Object.entries(CERTAINTY_WORDS).map(([value, words]) => (
                <option key={value} value={value}>
                  {say(words)}
                </option>
              ))}
            </select>
            <label className="composer-check">
              <input
                type="checkbox"
                checked={figure}
                onChange={(event) => setFigure(event.currentTarget.checked)}
              />
              {say(TIMELINE.forFigure)}
            </label>
            <UnstyledButton
              className="composer-select"
              aria-expanded={timing}
              onClick={() => {
                setTiming((was) => !was);
                setAt('');
              }}
            >
              {say(timing ? COMPOSER.now : COMPOSER.otherTime)}
            </UnstyledButton>
          </>
        )}
        <Button
          type="submit"
          loading={add.pending || attaching.pending}
          title={say(COMPOSER.keys)}
          className="composer-send"
        >
          {say(
            quick.kind === 'task'
              ? TIMELINE.quickTask
              : quick.kind === 'decision'
                ? TIMELINE.quickDecision
                : TIMELINE.addNote,
          )}
        </Button>
      </div>
      {timing && (
        <Part>
          <PastTime
            at={at}
            precision={precision}
            wrong={add.wrong('at')}
            onAt={setAt}
            onPrecision={setPrecision}
          />
        </Part>
      )}
      {add.failed && (
        <Alert color="red" role="alert">
          {add.failed}
        </Alert>
      )}
      <WaitingNotes incidentId={incidentId} personId={me} />
    </form>
  );
}
