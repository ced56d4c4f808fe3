import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ListName } from '../../../../../areas/prepare/list-views/schema.ts';
import { useSpeech } from '../../language.tsx';
import { IconX } from '../icons.ts';
import { keepFile } from '../save-file.ts';
import type { View } from './rules.ts';
import { csvOf } from './rules.ts';
import { type ListColumn, MOST_ROWS } from './use-list-look.ts';
import { useSavedViews } from './use-saved-views.ts';
import { LIST } from './words.ts';

/** What the menu of a list needs of how it is looked at, whatever its rows are. */
interface Look<Row> {
  readonly label: string;
  readonly all: readonly ListColumn<Row>[];
  readonly view: View;
  readonly look: (view: View) => void;
  readonly plain: () => void;
  readonly list: ListName;
  readonly rows: readonly Row[];
  readonly chosenRows: readonly Row[];
  readonly letGo: () => void;
  readonly query: { readonly hasNextPage: boolean; readonly fetchNextPage: () => unknown };
  readonly cut: boolean;
}

/** Keeps rows as a file of what their columns say. */
function keepAsFile<Row>({ label, all, view: { hidden } }: Look<Row>, rows: readonly Row[]): void {
  const shown = all.filter(({ id }) => !hidden.includes(id));
  const lines = [
    shown.map(({ header }) => header),
    ...rows.map((row) => shown.map((each) => each.valueOf(row))),
  ];
  const day = new Date().toISOString().slice(0, 10);
  keepFile(new Blob([csvOf(lines)], { type: 'text/csv;charset=utf-8' }), `${label} ${day}.csv`);
}

/** Columns, views that were saved, and the list as a file. */
export function ListMenu<Row>({ look, wholeFile }: { look: Look<Row>; wholeFile?: () => Promise<void> }) {
  const { say } = useSpeech();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" width={280} trapFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpened(!opened)} aria-haspopup="dialog">
          {say(LIST.view)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <ColumnBoxes look={look} />
          <SavedViews look={look} onDone={() => setOpened(false)} />
          {wholeFile ? (
            <FromServer wholeFile={wholeFile} onDone={() => setOpened(false)} />
          ) : (
            <Whole look={look} onDone={() => setOpened(false)} />
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function ColumnBoxes<Row>({ look: { all, view, look, plain } }: { look: Look<Row> }) {
  const { say } = useSpeech();
  const shown = all.length - view.hidden.length;
  return (
    <fieldset className="bare">
      <Text component="legend" fw={600} mb={4}>
        {say(LIST.columns)}
      </Text>
      <Stack gap={6}>
        {all.map(({ id, header }) => {
          const isShown = !view.hidden.includes(id);
          return (
            <Checkbox
              key={id}
              size="sm"
              label={header}
              checked={isShown}
              disabled={isShown && shown === 1}
              onChange={() =>
                look({
                  ...view,
                  hidden: isShown ? [...view.hidden, id] : view.hidden.filter((each) => each !== id),
                })
              }
            />
          );
        })}
      </Stack>
      <Button variant="subtle" mt={4} px={0} onClick={plain}>
        {say(LIST.reset)}
      </Button>
    </fieldset>
  );
}

function SavedViews<Row>({ look, onDone }: { look: Look<Row>; onDone: () => void }) {
  const { say } = useSpeech();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const views = useSavedViews(
    look.list,
    look.all.map(({ id }) => id),
  );
  return (
    <div>
      <Text fw={600} mb={4}>
        {say(LIST.saved)}
      </Text>
      {views.saved.map((each) => (
        <Group key={each.name} justify="space-between" wrap="nowrap">
          <Button
            variant="subtle"
            px={0}
            onClick={() => {
              look.look(each.view);
              onDone();
              void navigate({ to: `${location.pathname}${each.search}` });
            }}
          >
            {each.name}
          </Button>
          <ActionIcon
            aria-label={say(LIST.forget, { name: each.name })}
            onClick={() => views.forget(each.name)}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          views.save({ name: name.trim(), view: look.view, search: location.search });
          setName('');
        }}
      >
        <Group gap="sm" wrap="nowrap" align="end">
          <TextInput
            label={say(LIST.name)}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={name.trim() === ''}>
            {say(LIST.save)}
          </Button>
        </Group>
      </form>
    </div>
  );
}

/** The whole list as a file of the server's. */
function FromServer({ wholeFile, onDone }: { wholeFile: () => Promise<void>; onDone: () => void }) {
  const { say } = useSpeech();
  const [pending, setPending] = useState(false);
  return (
    <Button
      variant="default"
      loading={pending}
      onClick={() => {
        setPending(true);
        void wholeFile().finally(() => {
          setPending(false);
          onDone();
        });
      }}
    >
      {say(LIST.csv)}
    </Button>
  );
}

/** The whole list as a file: what is not here yet is brought first. */
function Whole<Row>({ look, onDone }: { look: Look<Row>; onDone: () => void }) {
  const { say } = useSpeech();
  const bring = async (): Promise<void> => {
    let { hasNextPage } = look.query;
    let rows = look.rows;
    while (hasNextPage && rows.length < MOST_ROWS) {
      const next = (await look.query.fetchNextPage()) as {
        readonly hasNextPage: boolean;
        readonly data?: { readonly pages: readonly { readonly rows: Row[] }[] };
      };
      hasNextPage = next.hasNextPage;
      rows = next.data?.pages.flatMap((page) => page.rows) ?? rows;
    }
    keepAsFile(look, rows);
    onDone();
  };
  return (
    <>
      <Button variant="default" onClick={() => void bring()}>
        {say(LIST.csv)}
      </Button>
      {look.cut && <Text className="quiet">{say(LIST.most, { n: MOST_ROWS.toLocaleString() })}</Text>}
    </>
  );
}

/** What is chosen, and what can be done with it. */
export function ChosenBar<Row>({ look, children }: { look: Look<Row>; children?: ReactNode }) {
  const { say } = useSpeech();
  const { length } = look.chosenRows;
  if (length === 0) return null;
  return (
    <div className="chosen-bar" role="status">
      <strong>{say(LIST.chosen, { n: length })}</strong>
      <Button variant="default" onClick={() => keepAsFile(look, look.chosenRows)}>
        {say(LIST.csvChosen, { n: length })}
      </Button>
      {children}
      <Button variant="subtle" onClick={look.letGo}>
        {say(LIST.letGo)}
      </Button>
    </div>
  );
}
