import './audit.css';
import { ActionIcon, Button } from '@mantine/core';
import { BREAK_WORDS, CHECK_WORDS } from '../../../../areas/ledger/words.ts';
import type { ReplyOf } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { dateAndTime, fullTime } from '../ui/dates/wall.ts';
import { IconX } from '../ui/icons.ts';
import { Loaded } from '../ui/query-state.tsx';
import { keepFile } from '../ui/save-file.ts';
import { useLedgerCheck } from './use-ledger-check.ts';
import { AUDIT } from './words.ts';

type Verified = ReplyOf<'GET /api/ledger/verification'>;

/** What the check of the audit log came to; it stands until somebody closes it. */
export function LedgerCheck() {
  const { say, language } = useSpeech();
  const { query, close } = useLedgerCheck();
  const { data } = query;
  if (query.error && !query.isFetching)
    return <Loaded query={{ ...query, data: undefined }}>{() => null}</Loaded>;
  if (!data) return null;
  const broken = data.firstBreak !== null || data.proofBreak !== null;
  const rows: readonly (readonly [string, string, boolean?])[] = [
    [say(CHECK_WORDS.checkedAt), fullTime(data.checkedAt, language)],
    [
      say(CHECK_WORDS.what),
      say(CHECK_WORDS.looked, {
        lines: data.lines.toLocaleString(),
        chains: data.chains.toLocaleString(),
        proofs: data.proofs.toLocaleString(),
      }),
    ],
    ...(data.recorded
      ? [
          [
            say(CHECK_WORDS.range),
            `${dateAndTime(data.recorded.from, language)} – ${fullTime(data.recorded.to, language)}`,
          ] as const,
        ]
      : []),
    ...(data.signed
      ? ([
          [say(CHECK_WORDS.root), data.signed.root, true],
          [say(CHECK_WORDS.key), data.signed.key, true],
        ] as const)
      : [[say(CHECK_WORDS.key), say(AUDIT.unsigned)] as const]),
  ];
  return (
    <section className="audit-check" data-broken={broken} aria-labelledby="audit-check-title">
      <div className="audit-check-head">
        <h2 id="audit-check-title">{say(CHECK_WORDS.title)}</h2>
        <strong role="status">
          <span aria-hidden>{broken ? '✕' : '✓'} </span>
          <Result verified={data} />
        </strong>
        <Button
          variant="default"
          onClick={() =>
            keepFile(
              new Blob([data.report], { type: 'text/plain;charset=utf-8' }),
              `sonae-audit-check-${data.checkedAt.slice(0, 10)}.txt`,
            )
          }
        >
          {say(AUDIT.saveReport)}
        </Button>
        <ActionIcon variant="subtle" size="lg" aria-label={say(AUDIT.close)} onClick={close}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <dl>
        {rows.map(([name, value, isCode]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={isCode ? 'mono' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Result({ verified: { firstBreak, proofBreak } }: { verified: Verified }) {
  const { say, language } = useSpeech();
  if (firstBreak)
    return say(CHECK_WORDS.broken, {
      chain: firstBreak.chain,
      link: firstBreak.link,
      kind: say(BREAK_WORDS[firstBreak.kind]),
    });
  if (proofBreak)
    return say(CHECK_WORDS.unproven, {
      at: fullTime(proofBreak.takenAt, language),
      kind: say(BREAK_WORDS[proofBreak.kind]),
    });
  return say(CHECK_WORDS.whole);
}
