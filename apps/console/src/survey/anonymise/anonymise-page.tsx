import './anonymise.css';

import { Button, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { OpenPoint } from '../../../../../areas/survey/anonymise/schema.ts';
import { spelledText } from '../../../../../kernel/hedges.ts';
import type { ReplyOf } from '../../api.ts';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { useAct } from '../../ui/form.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { AppLink } from '../../ui/links.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Part } from '../../ui/part.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { TITLES } from '../review/titles.ts';
import { OPEN_WORDS, PUBLIC } from './words.ts';

const route = getRouteApi('/shell/survey/cases/$id/public');
const WordPass = lazyPart(() => import('./word-pass.tsx'), 'WordPass');
const Names = lazyPart(() => import('./names.tsx'), 'Names');
const Texts = lazyPart(() => import('./texts.tsx'), 'Texts');
const Linkage = lazyPart(() => import('./linkage.tsx'), 'Linkage');
type Editions = ReplyOf<'GET /api/survey/cases/:id/editions'>;

const PARTS = ['words', 'names', 'texts', 'linkage'] as const;
type PartName = (typeof PARTS)[number];
/** Where each kind of open point is closed. */
const CLOSED_IN: Readonly<Record<OpenPoint['kind'], PartName>> = {
  word: 'words',
  obstacle: 'texts',
  leak: 'texts',
  linkage: 'linkage',
  attempt: 'linkage',
  stale: 'texts',
};

/** A case on its way to the public: words, names, both texts, what could identify it, and what is still open. */
export function AnonymisePage() {
  const { id } = route.useParams();
  const { part } = route.useSearch();
  const { say } = useSpeech();
  const navigate = useNavigate();
  const params = { id };
  const editions = useQuery(
    reading('GET /api/survey/cases/:id/editions', { params }, 'public-editions', 'case'),
  );
  const open = (kind: OpenPoint['kind']) =>
    editions.data?.open.filter((point) => point.kind === kind).length ?? 0;
  const counts: Readonly<Record<PartName, number>> = {
    words: open('word'),
    names: 0,
    texts: open('obstacle') + open('leak'),
    linkage: open('linkage') + open('attempt'),
  };
  return (
    <div className="page">
      <Loaded query={editions}>{(shown) => <Head caseId={id} editions={shown} />}</Loaded>
      <Tabs
        value={part}
        keepMounted={false}
        onChange={(next) =>
          void navigate({
            to: '/survey/cases/$id/public',
            params,
            search: { part: (next ?? 'words') as PartName },
            replace: true,
          })
        }
      >
        <Tabs.List mb="sm">
          {PARTS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {say(PUBLIC[each])}
              {counts[each] > 0 && <span className="public-count">{counts[each]}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="words">
          <Part height={420}>
            <WordPass caseId={id} />
          </Part>
        </Tabs.Panel>
        <Tabs.Panel value="names">
          <Part height={420}>
            <Names caseId={id} />
          </Part>
        </Tabs.Panel>
        <Tabs.Panel value="texts">
          <Part height={420}>
            <Texts caseId={id} />
          </Part>
        </Tabs.Panel>
        <Tabs.Panel value="linkage">
          <Part height={420}>
            <Linkage caseId={id} />
          </Part>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function Head({ caseId, editions: { editions, open } }: { caseId: string; editions: Editions }) {
  const { say, language } = useSpeech();
  const may = useMay();
  const { data } = useQuery(reading('GET /api/learn/cases/:id', { params: { id: caseId } }, 'case'));
  const make = useAct('POST /api/survey/cases/:id/editions', {
    stale: ['public-editions'],
    said: say(PUBLIC.made),
    formless: true,
  });
  const [newest] = editions;
  return (
    <header className="public-head">
      <div>
        <Title order={1}>{data ? spelledText(data.document.title, language) : say(PUBLIC.title)}</Title>
        <Text component="div" className="quiet public-about">
          <span>{say(PUBLIC.title)}</span>
          <Mark tone={newest ? 'decision' : 'quiet'}>
            {newest ? say(PUBLIC.edition, { n: newest.number }) : say(PUBLIC.none)}
          </Mark>
          <AppLink to="/learn/cases/$id" params={{ id: caseId }}>
            {say(PUBLIC.toCase)}
          </AppLink>
          <AppLink to="/survey/cases/$id/review" params={{ id: caseId }}>
            {say(TITLES.reviews)}
          </AppLink>
        </Text>
      </div>
      {may('survey.manage') && (
        <Button loading={make.pending} onClick={() => make.run({ params: { id: caseId }, body: {} })}>
          {say(PUBLIC.make)}
        </Button>
      )}
      <OpenList caseId={caseId} open={open} />
    </header>
  );
}

const MOST_SHOWN = 3;
/** What is still open, by its kind, each leading to where it is closed. */
function OpenList({ caseId, open }: { caseId: string; open: readonly OpenPoint[] }) {
  const { say, language } = useSpeech();
  const kinds = [...Map.groupBy(open, ({ kind }) => kind)];
  return (
    <section className="public-open" aria-labelledby="public-open">
      <h2 id="public-open">{say(PUBLIC.open)}</h2>
      {kinds.length === 0 && <Mark tone="recovery">{say(PUBLIC.nothingOpen)}</Mark>}
      <ul>
        {kinds.map(([kind, points]) => (
          <li key={kind}>
            <AppLink to="/survey/cases/$id/public" params={{ id: caseId }} search={{ part: CLOSED_IN[kind] }}>
              {say(OPEN_WORDS[kind])} <b>{points.length}</b>
            </AppLink>
            {kind === 'word' ? null : (
              <ul className="quiet">
                {points.slice(0, MOST_SHOWN).map(({ field, mend }) => (
                  <li key={`${field} ${mend.en}`}>{mend[language]}</li>
                ))}
                {points.length > MOST_SHOWN && <li>{say(PUBLIC.more, { n: points.length - MOST_SHOWN })}</li>}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
