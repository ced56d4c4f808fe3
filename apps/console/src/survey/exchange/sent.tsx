import { Button } from '@mantine/core';
import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { Mark } from '../../ui/mark.tsx';
import { usePages } from '../../ui/pages.ts';
import { saveFile } from '../../ui/save-file.ts';
import { Ago } from '../../ui/time.tsx';
import { kindWord, Row, Rows, useReason } from './rows.tsx';
import { EXCHANGE } from './words.ts';

type Sent = ReplyOf<'GET /api/survey/packages/sent'>['packages'][number];
const TONES = {
  queued: 'quiet',
  sending: 'quiet',
  'by-hand': 'decision',
  delivered: 'response',
  receipted: 'recovery',
  refused: 'event',
} as const satisfies Record<Sent['state'], string>;

/** What was sent, and what the recipient signed about it. */
export function Sent() {
  const { say } = useSpeech();
  const reasonOf = useReason();
  const mayRead = useMay()('report.send');
  const { rows, query } = usePages<Sent, string>(['survey-packages', 'sent'], async (before, signal) => {
    const { packages, next } = await call('GET /api/survey/packages/sent', { query: { before } }, signal);
    return { rows: packages, next };
  });
  return (
    <Rows rows={rows} query={query} empty={say(EXCHANGE.sentEmpty)}>
      {(each) => (
        <Row
          key={each.id}
          title={`${say(kindWord(each.kind))} ${each.number} → ${each.peer}`}
          mark={<Mark tone={TONES[each.state]}>{say(EXCHANGE[each.state])}</Mark>}
          details={
            <>
              <Ago at={each.madeAt} />
              {each.state !== 'receipted' && each.tries > 0 && ` · ${say(EXCHANGE.tries, { n: each.tries })}`}
            </>
          }
          reason={each.reason === '' ? undefined : reasonOf(each.reason)}
        >
          {mayRead && (
            <Button
              size="compact-md"
              variant="default"
              onClick={() => void saveFile(`/api/survey/packages/sent/${each.id}/file`)}
            >
              {say(EXCHANGE.saveFile)}
            </Button>
          )}
        </Row>
      )}
    </Rows>
  );
}
