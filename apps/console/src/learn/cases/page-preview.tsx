import './page-preview.css';
import './paper-fonts.ts';
import { ledClaims } from '../../../../../areas/learn/cases/factors/rules.ts';
import { lifeWords } from '../../../../../areas/learn/cases/life/words.ts';
import { type CaseDocument, CLAIM_SECTIONS } from '../../../../../areas/learn/cases/schema.ts';
import { claimsOf } from '../../../../../areas/learn/cases/texts/rules.ts';
import { FACTOR_WORDS, SECTION_WORDS } from '../../../../../areas/learn/cases/words.ts';
import { spelledText } from '../../../../../kernel/hedges.ts';
import { useSpeech } from '../../language.tsx';
import { FigurePicture } from './figure-view.tsx';
import { Said } from './said.tsx';
import type { Drawing } from './use-figure.ts';
import { CASE } from './words.ts';

const Lines = ({ lines }: { lines: readonly string[] }) =>
  lines.map((line) => (
    <div key={line} className="sheet-note">
      {line}
    </div>
  ));

/** The two pages as they will be printed, small: where each thing stands and how full a page is. The PDF sets the type. */
export function PagePreview({ document, sheets }: { document: CaseDocument; sheets: Drawing['sheets'] }) {
  const { say, language } = useSpeech();
  const title = spelledText(document.title, language) || document.title.ja;
  const printed = (claims: CaseDocument['sections']['cause']) =>
    claims.filter(({ disclosure }) => disclosure !== 'withhold');
  const all = claimsOf(document);
  const parts = [
    ...CLAIM_SECTIONS.map((section) => ({
      heading: say(SECTION_WORDS[section]),
      items: ledClaims(printed(document.sections[section])).map(({ claim, factors }) => (
        <li key={claim.id}>
          <Said text={claim.text} />
          <Lines lines={lifeWords(claim, all, language)} />
          {factors.map(({ certainty, claims }) => (
            <div key={certainty}>
              {say(FACTOR_WORDS[certainty])}
              <ul>
                {claims.map((fact) => (
                  <li key={fact.id}>
                    <Said text={fact.text} />
                    <Lines lines={lifeWords(fact, all, language)} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </li>
      )),
    })),
    {
      heading: say(SECTION_WORDS.lessons),
      items: document.lessons.map(({ id, title: lead, body }) => (
        <li key={id}>
          <Said text={lead} /> <Said text={body} />
        </li>
      )),
    },
  ];
  return (
    <section aria-label={say(CASE.pagePreview)}>
      <h2>{say(CASE.pagePreview)}</h2>
      <div className="sheet" lang={language}>
        <div className="sheet-head">
          {title} <span>1/2</span>
        </div>
        <ul className="sheet-summary">
          {document.summary.map((each, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a bullet is its place
            <li key={i}>
              <Said text={each} />
            </li>
          ))}
        </ul>
        <FigurePicture sheets={sheets} />
      </div>
      <div className="sheet" lang={language}>
        <div className="sheet-head">
          {title} <span>2/2</span>
        </div>
        <div className="sheet-columns">
          {parts.map(({ heading, items }, i) => (
            <div key={heading}>
              <div className="sheet-bar">
                {i + 1}. {heading}
              </div>
              <ul>{items}</ul>
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
