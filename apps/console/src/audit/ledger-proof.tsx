import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { keepFile } from '../ui/save-file.ts';
import { useLedgerCheck } from './use-ledger-check.ts';
import { AUDIT } from './words.ts';

/** Verifies the ledger, and hands out a signed proof of it to be kept elsewhere. */
export function LedgerProof() {
  const { say } = useSpeech();
  const { query } = useLedgerCheck();
  const save = useMutation({
    mutationFn: () => call('GET /api/ledger/proof', {}),
    onSuccess: ({ lines, text }) =>
      keepFile(new Blob([text], { type: 'text/plain' }), `sonae-ledger-${lines}.txt`),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <>
      <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
        {say(AUDIT.verify)}
      </Button>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {say(AUDIT.saveProof)}
      </Button>
    </>
  );
}
