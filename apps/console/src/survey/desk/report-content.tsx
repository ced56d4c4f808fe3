import { FIELD_GROUPS, TOLD_FIELDS } from '../../../../../areas/survey/content/fields/schema.ts';
import type { Difference, ReportContent, Told } from '../../../../../areas/survey/content/schema.ts';
import {
  DIFFERENCE_WORDS,
  FIELD_WORDS,
  PARTY_WORDS,
  STEP_OUTCOME_WORDS,
  SYSTEM_WORDS,
  TLP_WORDS,
} from '../../../../../areas/survey/content/words.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';
import { useSpeech } from '../../language.tsx';
import { fullTime } from '../../ui/dates/wall.ts';
import { Mark } from '../../ui/mark.tsx';
import { at, type Lists, toldText } from './told-text.ts';
import { DIFFERENCE_TONES } from './tones.ts';

/** Every field of a version, with what this version changed marked by a word. */
export function ReportContentView({
  content,
  lists,
  differences,
}: {
  content: Omit<ReportContent, 'contacts'>;
  lists: Lists;
  differences: readonly Difference[];
}) {
  const { say, language } = useSpeech();
  const changed = (path: string) => {
    const found = differences.find((each) => each.path === path);
    return found && <Mark tone={DIFFERENCE_TONES[found.kind]}>{say(DIFFERENCE_WORDS[found.kind])}</Mark>;
  };
  const heading = (path: string) => {
    const group = (FIELD_GROUPS as Partial<Record<string, Bilingual>>)[path];
    return group && <h3>{say(group)}</h3>;
  };
  return (
    <div className="report-content">
      <dl>
        <Field name={say(FIELD_WORDS['operator.name'])} mark={changed('operator.name')}>
          {[content.operator.name, content.operator.department].filter((each) => each !== '').join(' ') ||
            '—'}
        </Field>
        <Field name={say(FIELD_WORDS.tlp)} mark={changed('tlp')}>
          {say(TLP_WORDS[content.tlp])}
        </Field>
      </dl>
      {TOLD_FIELDS.map(([path, kind]) => {
        const field = at(content, path) as Told<unknown>;
        return (
          <div key={path}>
            {heading(path)}
            <dl>
              <Field name={say(FIELD_WORDS[path])} mark={changed(path)} empty={field.is !== 'value'}>
                {toldText(field, kind, { say, language, lists })}
              </Field>
            </dl>
          </div>
        );
      })}
      {content.steps.length > 0 && (
        <Listed title={say(FIELD_WORDS.steps)}>
          {content.steps.map(({ id, text, by, time, outcome, withdrawn }) => (
            <li key={id} data-withdrawn={withdrawn !== undefined}>
              {time.is === 'value' && <span className="quiet">{fullTime(time.value.at, language)} </span>}
              {text}
              <span className="quiet">
                {' '}
                {[by, say(STEP_OUTCOME_WORDS[outcome]), withdrawn].filter(Boolean).join(' · ')}
              </span>{' '}
              {changed(`steps.${id}`)}
            </li>
          ))}
        </Listed>
      )}
      {content.parties.length > 0 && (
        <Listed title={say(FIELD_WORDS.parties)}>
          {content.parties.map(({ id, name, kind, part, withdrawn }) => (
            <li key={id} data-withdrawn={withdrawn !== undefined}>
              {name}{' '}
              <span className="quiet">
                {[say(PARTY_WORDS[kind]), part, withdrawn].filter(Boolean).join(' · ')}
              </span>{' '}
              {changed(`parties.${id}`)}
            </li>
          ))}
        </Listed>
      )}
      {content.systems.length > 0 && (
        <Listed title={say(FIELD_WORDS.systems)}>
          {content.systems.map(({ id, name, kind, withdrawn }) => (
            <li key={id} data-withdrawn={withdrawn !== undefined}>
              {name}{' '}
              <span className="quiet">
                {[say(SYSTEM_WORDS[kind]), withdrawn].filter(Boolean).join(' · ')}
              </span>{' '}
              {changed(`systems.${id}`)}
            </li>
          ))}
        </Listed>
      )}
      {content.remarks !== '' && (
        <dl>
          <Field name={say(FIELD_WORDS.remarks)} mark={changed('remarks')}>
            {content.remarks}
          </Field>
        </dl>
      )}
    </div>
  );
}

function Field({
  name,
  mark,
  empty = false,
  children,
}: {
  name: string;
  mark: React.ReactNode;
  empty?: boolean;
  children: React.ReactNode;
}) {
  return (
    <div className="report-field">
      <dt>{name}</dt>
      <dd className={empty ? 'quiet' : ''}>
        {children} {mark}
      </dd>
    </div>
  );
}

function Listed({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="report-list">{children}</ul>
    </>
  );
}
