import { Anchor, Card, Title } from '@mantine/core';
import { DIFFERENCE_WORDS } from '../../../../../areas/survey/publication/words.ts';
import { useSpeech } from '../../language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Empty } from '../../ui/query-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Ago } from '../../ui/time.tsx';
import type { Publication } from './publication-page.tsx';
import { PUBLICATION } from './words.ts';

type Edition = Publication['editions'][number];
const TONES = { added: 'recovery', changed: 'response', withdrawn: 'event', erratum: 'decision' } as const;

/** What changed, each once: several errata of a case are one mark. */
const told = ({ differences }: Edition) =>
  new Map(differences.map((each) => [`${each.kind} ${each.number}`, each]));

/** The address of a file of an edition, by its name. */
function addressOf(cycleId: string, number: number, name: string): string {
  const [, lang = 'ja', format = 'data'] = /^report-(ja|en)\.(\w+)$/.exec(name) ?? [];
  const query = new URLSearchParams({ number: String(number), lang, format });
  return `/api/survey/cycles/${cycleId}/publication/file?${query}`;
}

/** What was published, the newest first, with the hash of every file. */
export function Editions({ cycleId, editions }: { cycleId: string; editions: readonly Edition[] }) {
  const { say } = useSpeech();
  return (
    <Card withBorder component="section" aria-labelledby="publication-editions">
      <Title order={2} id="publication-editions">
        {say(PUBLICATION.editions)}
      </Title>
      {editions.length === 0 && <Empty text={say(PUBLICATION.noEditions)} />}
      {editions.map((edition, at) => (
        <article key={edition.number} className="publication-edition">
          <div className="publication-head">
            <h3>{say(PUBLICATION.edition, { n: edition.number })}</h3>
            <Ago at={edition.madeAt} />
          </div>
          <ul className="publication-marks">
            {edition.differences.length === 0 && <li className="quiet">{say(PUBLICATION.noChange)}</li>}
            {[...told(edition)].map(([key, { kind, number }]) => (
              <li key={key}>
                <Mark tone={TONES[kind]}>
                  {say(DIFFERENCE_WORDS[kind])}
                  {number !== null && ` ${say(PUBLICATION.number, { n: number })}`}
                </Mark>
              </li>
            ))}
          </ul>
          <details open={at === 0}>
            <summary>{say(PUBLICATION.files)}</summary>
            <ul className="publication-files">
              {edition.artefacts.map(({ name, sha256 }) => (
                <li key={name}>
                  <Anchor
                    component="button"
                    type="button"
                    onClick={() => void saveFile(addressOf(cycleId, edition.number, name))}
                  >
                    {name}
                  </Anchor>
                  <code className="publication-hash">{sha256}</code>
                </li>
              ))}
            </ul>
          </details>
        </article>
      ))}
    </Card>
  );
}
