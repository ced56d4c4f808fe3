import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LARGEST_MARK_BYTES, MARK_TYPES } from '../../../../../areas/prepare/organisation-mark/schema.ts';
import { MARK_TOO_LARGE } from '../../../../../areas/prepare/organisation-mark/words.ts';
import { ApiError, sendFile } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { lookAgain } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { OrganisationMark } from '../../ui/organisation-mark.tsx';
import { W } from '../../words.ts';
import { ORGANISATION } from './words.ts';

/** The organisation's logo: shown, handed in, taken away. */
export function MarkPart() {
  const { say } = useSpeech();
  const me = useMe().data;
  const manage = useMay()('organisation.manage');
  const client = useQueryClient();
  const [pending, setPending] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const remove = useAct('DELETE /api/prepare/organisation/mark', { stale: ['me', 'organisation'] });
  const hand = async (file: File | null): Promise<void> => {
    if (!file) return;
    if (file.size > LARGEST_MARK_BYTES) return setWrong(say(MARK_TOO_LARGE));
    setPending(true);
    setWrong(undefined);
    try {
      await sendFile(`/api/prepare/organisation/mark?seen=${me?.mark ?? ''}`, file);
      lookAgain(client, ['me', 'organisation']);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setWrong(error.whole);
    } finally {
      setPending(false);
    }
  };
  if (!me) return null;
  return (
    <Stack maw={560} gap="sm">
      {me.mark ? (
        <OrganisationMark hash={me.mark} name={me.organisation.name} />
      ) : (
        <Text className="quiet">{say(ORGANISATION.noMark)}</Text>
      )}
      {wrong && (
        <Text role="alert" c="red">
          {wrong}
        </Text>
      )}
      {manage && (
        <Group gap="sm">
          <FileButton accept={MARK_TYPES.join(',')} onChange={(file) => void hand(file)}>
            {(props) => (
              <Button {...props} variant="default" loading={pending}>
                {say(me.mark ? ORGANISATION.replaceMark : ORGANISATION.chooseMark)}
              </Button>
            )}
          </FileButton>
          {me.mark && (
            <ConfirmButton onConfirm={() => remove.run({ query: { seen: me.mark ?? '' } })}>
              {say(W.remove)}
            </ConfirmButton>
          )}
        </Group>
      )}
    </Stack>
  );
}
