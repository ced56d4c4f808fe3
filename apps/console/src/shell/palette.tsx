import './palette.css';
import { Highlight, Loader, Modal, Text } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useSpeech } from '../language.tsx';
import { reading } from '../queries.ts';
import { IconSearch } from '../ui/icons.ts';
import { W } from '../words.ts';
import { Keys } from './keys-list.tsx';
import type { Line, LineGroup } from './palette-lines.ts';
import { FIND } from './palette-words.ts';
import { useLines } from './use-lines.ts';

/** As long as a finger rests between two letters. */
const SETTLED_MS = 120;

/** Everything reachable from the keyboard: Ctrl-K, a few letters, Enter. Opens whenever it is asked for once more. */
export function Palette({ asked }: { asked: number }) {
  const { say } = useSpeech();
  const [opened, setOpened] = useState(false);
  const phone = useMediaQuery('(max-width: 47.99em)') === true;
  useEffect(() => {
    if (asked > 0) setOpened(true);
  }, [asked]);
  const close = () => setOpened(false);
  return (
    <Modal
      opened={opened}
      onClose={close}
      size={phone ? '100%' : 640}
      {...(phone && { xOffset: 0, yOffset: 'var(--sonae-top)', radius: 0 })}
      padding={0}
      withCloseButton={false}
      transitionProps={{ duration: 0 }}
      title={say(W.palette)}
      classNames={{ header: 'palette-title', body: 'palette' }}
    >
      {opened && <Asking close={close} phone={phone} />}
    </Modal>
  );
}

/** What is found for what was typed; answers to earlier letters stay until those to the last are there. */
function useFound(said: string) {
  const [settled] = useDebouncedValue(said, SETTLED_MS);
  const query = useQuery({
    ...reading('GET /api/search', { query: { q: settled } }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return {
    groups: said === '' ? [] : (query.data?.groups ?? []),
    failed: said !== '' && query.isError,
    pending: said !== '' && !query.isError && (settled !== said || query.isFetching),
  };
}

function Asking({ close, phone }: { close: () => void; phone: boolean }) {
  const { say } = useSpeech();
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // Enter was pressed before the answer came: what it finds first is opened then.
  const [eager, setEager] = useState(false);
  const list = useId();
  const said = typed.trim();
  const found = useFound(said);
  const groups = useLines(said, found.groups, (address) => router.history.push(address));
  const lines = groups.flatMap((group) => group.lines);
  const active = Math.min(at, lines.length - 1);
  const choose = (line: Line | undefined) => {
    if (!line) return;
    close();
    line.run();
  };
  useEffect(() => {
    if (!eager || found.pending) return;
    setEager(false);
    const first = lines[active];
    if (!first) return;
    close();
    first.run();
  }, [eager, found.pending, lines, active, close]);
  const press = (event: KeyboardEvent) => {
    // The Enter that takes what an input method offers chooses nothing.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (lines.length > 0) setAt((active + step + lines.length) % lines.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (found.pending) setEager(true);
      else choose(lines[active]);
    }
  };
  return (
    <>
      <div className="palette-field">
        <IconSearch size={18} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={lines[active] ? `${list} ${lines[active].key}` : undefined}
          aria-autocomplete="list"
          aria-label={say(W.palette)}
          placeholder={say(W.palette)}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={100}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
            setEager(false);
          }}
          onKeyDown={press}
        />
        {found.pending && <Loader size="xs" aria-label={say(FIND.searching)} />}
        {phone && (
          <button type="button" className="palette-close" onClick={close}>
            {say(FIND.close)}
          </button>
        )}
      </div>
      <Listed id={list} groups={groups} active={lines[active]?.key} said={said} choose={choose} />
      {lines.length === 0 && !found.pending && (
        <div className="palette-nothing" role="status">
          <Text fw={600}>{found.failed ? say(FIND.failed) : say(FIND.nothing, { said })}</Text>
          {!found.failed && <Text className="quiet">{say(FIND.nothingMore)}</Text>}
        </div>
      )}
      {!phone && (
        <div className="palette-foot quiet">
          <span>
            <Keys of="↑+↓" /> {say(FIND.choose)}
          </span>
          <span>
            <Keys of="Enter" /> {say(FIND.open)}
          </span>
          <span>
            <Keys of="Esc" /> {say(FIND.close)}
          </span>
        </div>
      )}
    </>
  );
}

function Listed({
  id,
  groups,
  active,
  said,
  choose,
}: {
  id: string;
  groups: readonly LineGroup[];
  active: string | undefined;
  said: string;
  choose: (line: Line) => void;
}) {
  const { say } = useSpeech();
  const shown = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line that is chosen changes with it.
  useEffect(() => {
    shown.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div id={id} ref={shown} className="palette-list" role="listbox" aria-label={say(FIND.results)}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a list box are grouped so.
        <div key={group.key} role="group" aria-labelledby={`${id} of ${group.key}`}>
          <div id={`${id} of ${group.key}`} className="palette-group quiet">
            {group.name}
          </div>
          {group.lines.map((line) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus.
            <div
              key={line.key}
              id={`${id} ${line.key}`}
              role="option"
              aria-selected={line.key === active}
              className="palette-line"
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(line)}
            >
              <Highlight component="span" className="palette-label" highlight={said} color="transparent">
                {line.label}
              </Highlight>
              {line.hint && <span className="palette-hint quiet">{line.hint}</span>}
              {line.hotkey && <Keys of={line.hotkey} />}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
