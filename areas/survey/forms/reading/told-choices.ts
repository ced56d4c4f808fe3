import type { Told } from '../../content/schema.ts';
import { type ChoiceName, NO_ENTRY } from '../choices.ts';
import { at, chosen, offered, type Spot, type Tools, textIn } from './spots.ts';
import { STATE_COLUMNS, toldIn } from './told.ts';

/** Several in several rows, or several in one cell. */
export function toldChoices(
  spots: readonly Spot[],
  list: ChoiceName,
  tools: Tools,
): Told<string[]> | undefined {
  const [first, ...others] = spots;
  if (!first) return undefined;
  const { faults } = tools;
  const keys: string[] = [];
  let wrong = false;
  const take = (spot: Spot, typed: string): boolean => {
    const place = at(spot, 'value');
    const whole = chosen(typed, list, place, tools);
    const parts =
      whole !== undefined
        ? [typed]
        : typed
            .split(/[\n;；、,，]/)
            .map((part) => part.trim())
            .filter((part) => part !== '');
    for (const part of parts) {
      const key = whole ?? chosen(part, list, place, tools);
      if (key === undefined && parts.length === 1) return false;
      if (key === undefined) faults.tell('choice', place, { given: part, choices: offered(list, tools) });
      if (key === undefined || key === 'wrong') wrong = true;
      else if (keys.includes(key)) {
        faults.tell('choiceTwice', place, { given: part });
        wrong = true;
      } else keys.push(key);
    }
    return true;
  };
  const rest = others.map((spot) => ({ spot, typed: textIn(spot, 'value', tools) }));
  const more = rest.some(({ typed }) => typed !== '');
  const words = { choices: offered(list, tools) };
  // What is chosen further down counts where the first row is empty.
  const told = toldIn<string[]>(
    first,
    STATE_COLUMNS,
    tools,
    (typed) => (take(first, typed) ? { value: [] } : undefined),
    'choice',
    words,
  );
  if (!told) return undefined;
  if (told.is !== 'value' && more && told.is !== 'notStated')
    return void faults.tell('stateFilled', at(first, 'state'), {
      state: tools.choices.label('state', told.is, faults.language),
    });
  for (const { spot, typed } of rest) {
    if (typed === undefined) wrong = true;
    else if (typed !== '' && !take(spot, typed)) {
      faults.tell('choice', at(spot, 'value'), { ...words, given: typed });
      wrong = true;
    }
  }
  if (wrong) return undefined;
  if (told.is !== 'value' && keys.length === 0) return told;
  if (!keys.includes(NO_ENTRY)) return { is: 'value', value: keys };
  if (keys.length > 1) return void faults.tell('noneAndMore', at(first, 'value'));
  return { is: 'value', value: [] };
}
