import { TOLD_FIELDS } from '../../../../../areas/survey/content/fields/schema.ts';
import type { Difference, Told } from '../../../../../areas/survey/content/schema.ts';
import { calledAt, DIFFERENCE_WORDS } from '../../../../../areas/survey/content/words.ts';
import { useSpeech } from '../../language.tsx';
import { Mark } from '../../ui/mark.tsx';
import { type Lists, toldText } from './told-text.ts';
import { DIFFERENCE_TONES } from './tones.ts';
import { DESK } from './words.ts';

const KINDS = new Map(TOLD_FIELDS.map(([path, kind]) => [path as string, kind]));
/** What an entry of a list, or a plain text, is called. */
const entryText = (value: unknown): string => {
  if (value === null || value === undefined) return '—';
  if (typeof value !== 'object') return String(value) || '—';
  const { text, name } = value as { text?: string; name?: string };
  return text ?? name ?? '—';
};

/** What a version changed, the old beside the new: nothing that was told is gone. */
export function Differences({ differences, lists }: { differences: readonly Difference[]; lists: Lists }) {
  const { say, language } = useSpeech();
  const shown = (path: string, value: unknown): string => {
    const kind = KINDS.get(path);
    return kind ? toldText(value as Told<unknown>, kind, { say, language, lists }) : entryText(value);
  };
  return (
    <table className="report-differences">
      <thead>
        <tr>
          <th scope="col" />
          <th scope="col">{say(DESK.before)}</th>
          <th scope="col">{say(DESK.after)}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ path, kind, before, after }) => {
          const name = calledAt(path);
          return (
            <tr key={path}>
              <th scope="row">
                {name ? say(name) : path}{' '}
                <Mark tone={DIFFERENCE_TONES[kind]}>{say(DIFFERENCE_WORDS[kind])}</Mark>
              </th>
              <td>{shown(path, before)}</td>
              <td>{shown(path, after)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
