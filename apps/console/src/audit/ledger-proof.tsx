import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { call, type ReplyOf } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { keepFile } from '../ui/save-file.ts';
import { fullTime } from '../ui/time.tsx';
import { AUDIT } from './words.ts';

type Verified = ReplyOf<'GET /api/ledger/verification'>;

/** Verifies the ledger, and hands out a signed proof of it to be kept elsewhere. */
export function LedgerProof() {
  const { say, language } = useSpeech();
  const told = ({ lines, chains, firstBreak, proofs, proofBreak }: Verified): string => {
    if (firstBreak)
      return say(AUDIT.broken, {
        chain: firstBreak.chain,
        link: firstBreak.link,
        kind: say(AUDIT[firstBreak.kind]),
      });
    if (proofBreak)
      return say(AUDIT.unproven, {
        at: fullTime(proofBreak.takenAt, language),
        kind: say(AUDIT[proofBreak.kind]),
      });
    return say(AUDIT.verified, {
      lines: lines.toLocaleString(),
      chains: chains.toLocaleString(),
      proofs: proofs.toLocaleString(),
    });
  };
  const onError = (error: Error) => notifications.show({ color: 'red', message: error.message });
  const verify = useMutation({
    mutationFn: () => call('GET /api/ledger/verification', {}),
    onSuccess: (answer) => {
      const broken = answer.firstBreak !== null || answer.proofBreak !== null;
      notifications.show({
        message: told(answer),
        color: broken ? 'red' : 'green',
        ...(broken && { autoClose: false }),
      });
    },
    onError,
  });
  const save = useMutation({
    mutationFn: () => call('GET /api/ledger/proof', {}),
    onSuccess: ({ lines, text }) =>
      keepFile(new Blob([text], { type: 'text/plain' }), `sonae-ledger-${lines}.txt`),
    onError,
  });
  return (
    <>
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
        {say(AUDIT.verify)}
      </Button>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {say(AUDIT.saveProof)}
      </Button>
    </>
  );
}
