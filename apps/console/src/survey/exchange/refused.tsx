import { call, type ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { usePages } from '../../ui/pages.ts';
import { Ago } from '../../ui/time.tsx';
import { Row, Rows, useReason } from './rows.tsx';
import { EXCHANGE } from './words.ts';

type Refused = ReplyOf<'GET /api/survey/packages/refused'>['packages'][number];

/** What was turned away, why, and as whose it came. */
export function Refused() {
  const { say } = useSpeech();
  const reasonOf = useReason();
  const { rows, query } = usePages<Refused, string>(
    ['survey-packages', 'refused'],
    async (before, signal) => {
      const { packages, next } = await call(
        'GET /api/survey/packages/refused',
        { query: { before } },
        signal,
      );
      return { rows: packages, next };
    },
  );
  return (
    <Rows rows={rows} query={query} empty={say(EXCHANGE.refusedEmpty)}>
      {(each) => (
        <Row
          key={each.id}
          title={each.sender || say(EXCHANGE.unknownSender)}
          mark={<Mark tone="event">{say(EXCHANGE.refusedList)}</Mark>}
          details={
            <>
              <Ago at={each.lastAt} />
              {` · ${say(each.door === 'file' ? EXCHANGE.byFile : EXCHANGE.byNetwork)} · ${say(EXCHANGE.times, { n: each.times })}`}
            </>
          }
          reason={reasonOf(each.detail === '' ? each.reason : `${each.reason}: ${each.detail}`)}
        />
      )}
    </Rows>
  );
}
