import { Button, FileButton, Group, Stack, Table, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, sendFile } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { lookAgain } from '../../queries.ts';
import { saveFile } from '../../ui/save-file.ts';
import { DESK } from './words.ts';

interface Taken {
  readonly id: string | null;
  readonly faults: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly field: string;
    readonly text: string;
  }[];
}

/** A form that came back by mail becomes a draft; where it is wrong, each cell is named and nothing is kept. */
export function TakeForm({ onTaken }: { onTaken: (id: string) => void }) {
  const { say, language } = useSpeech();
  const client = useQueryClient();
  const [pending, setPending] = useState(false);
  const [faults, setFaults] = useState<Taken['faults']>([]);
  const [refused, setRefused] = useState<string>();
  const take = async (file: File) => {
    setPending(true);
    setFaults([]);
    setRefused(undefined);
    try {
      const taken = (await sendFile(
        `/api/survey/forms?name=${encodeURIComponent(file.name)}`,
        file,
      )) as Taken;
      if (taken.id !== null) {
        lookAgain(client, ['survey']);
        onTaken(taken.id);
      } else setFaults(taken.faults);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefused(error.whole);
    } finally {
      setPending(false);
    }
  };
  return (
    <Stack>
      <Text>{say(DESK.formHint)}</Text>
      <Group>
        <FileButton
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(file) => file && void take(file)}
        >
          {(props) => (
            <Button {...props} loading={pending}>
              {say(DESK.chooseForm)}
            </Button>
          )}
        </FileButton>
        <Button variant="default" onClick={() => void saveFile(`/api/survey/form?lang=${language}`)}>
          {say(DESK.blankForm)}
        </Button>
      </Group>
      {refused !== undefined && (
        <Text role="alert" c="var(--mantine-color-error)">
          {refused}
        </Text>
      )}
      {faults.length > 0 && (
        <>
          <Text role="alert" c="var(--mantine-color-error)">
            {say(DESK.formFaults, { n: faults.length })}
          </Text>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say(DESK.cell)}</Table.Th>
                <Table.Th>{say(DESK.fault)}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {faults.map(({ sheet, cell, field, text }) => (
                <Table.Tr key={`${sheet} ${cell} ${field} ${text}`}>
                  <Table.Td>{[sheet, cell].filter(Boolean).join(' ') || '—'}</Table.Td>
                  <Table.Td>{text}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </Stack>
  );
}
