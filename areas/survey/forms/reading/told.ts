import type { ABSENCES, Told } from '../../content/schema.ts';
import type { ChoiceName } from '../choices.ts';
import type { Column } from '../plan.ts';
import { readAbsence, readRange, readYesNo } from '../typed/rules.ts';
import type { FaultWord } from '../words.ts';
import { at, choiceIn, chosen, type Got, offered, type Spot, type Tools, textIn } from './spots.ts';

type State = 'value' | (typeof ABSENCES)[number];

/** Where a field has its state and the reason for it. */
export interface StateColumns {
  readonly value: Column;
  readonly state: Column;
  readonly reason: Column;
}
export const STATE_COLUMNS: StateColumns = { value: 'value', state: 'state', reason: 'reason' };
export const STEP_STATE: StateColumns = { value: 'time', state: 'timeState', reason: 'timeReason' };

/**
 * A field with its state: what is typed is a value unless it says that there is none; a state beside it has the last word.
 * @param read the value of a text that is not empty; undefined where the text is no such value, `wrong` where that was told
 */
export function toldIn<V>(
  spot: Spot,
  columns: StateColumns,
  tools: Tools,
  read: (typed: string, stated: boolean) => Got<V> | undefined,
  unread: FaultWord,
  values: Readonly<Record<string, string>> = {},
): Told<V> | undefined {
  const { faults, choices } = tools;
  const typed = textIn(spot, columns.value, tools);
  const reason = textIn(spot, columns.reason, tools);
  const given = choiceIn(spot, columns.state, 'state', tools);
  if (typed === undefined || reason === undefined || given === 'wrong') return undefined;
  const state = given.value as State | undefined;
  const name = state === undefined ? '' : choices.label('state', state, faults.language);
  const absence = readAbsence(typed);
  const empty = typed === '' || (absence !== undefined && absence === state);
  if (reason !== '' && state !== 'withheld' && state !== 'withdrawn')
    faults.tell('reasonAlone', at(spot, columns.reason));
  if (!empty) {
    if (state !== undefined && state !== 'value')
      return void faults.tell('stateFilled', at(spot, columns.state), { state: name });
    const got = read(typed, state === 'value');
    if (got === 'wrong') return undefined;
    if (got) return { is: 'value', value: got.value };
    if (absence && state === undefined) return { is: absence };
    return void faults.tell(unread, at(spot, columns.value), { ...values, given: typed });
  }
  if (state === 'value') return void faults.tell('stateEmpty', at(spot, columns.state), { state: name });
  if (state !== 'withheld' && state !== 'withdrawn') return { is: state ?? 'notStated' };
  if (reason === '') return void faults.tell('reasonMissing', at(spot, columns.reason), { state: name });
  return { is: state, reason };
}

/** Text is what it is, but for what says that there is nothing to say. */
export const toldText = (spot: Spot, tools: Tools): Told<string> | undefined =>
  toldIn(
    spot,
    STATE_COLUMNS,
    tools,
    (typed, stated) => (readAbsence(typed) && !stated ? undefined : { value: typed }),
    'outside',
  );

export const toldChoice = (spot: Spot, list: ChoiceName, tools: Tools): Told<string> | undefined =>
  toldIn(
    spot,
    STATE_COLUMNS,
    tools,
    (typed) => {
      const key = chosen(typed, list, at(spot, 'value'), tools);
      return key === undefined || key === 'wrong' ? key : { value: key };
    },
    'choice',
    { choices: offered(list, tools) },
  );

export const toldYesNo = (spot: Spot, tools: Tools): Told<boolean> | undefined =>
  toldIn(
    spot,
    STATE_COLUMNS,
    tools,
    (typed) => {
      const value = readYesNo(typed);
      return value === undefined ? undefined : { value };
    },
    'yesNo',
  );

export const toldRange = (spot: Spot, tools: Tools): Told<{ low: number; high: number }> | undefined =>
  toldIn(
    spot,
    STATE_COLUMNS,
    tools,
    (typed) => {
      const range = readRange(typed);
      if (!('wrong' in range)) return { value: range };
      if (range.wrong === 'unread' || readAbsence(typed)) return undefined;
      const word = range.wrong === 'open' ? 'rangeOpen' : 'rangeUpsideDown';
      tools.faults.tell(word, at(spot, 'value'), { given: typed });
      return 'wrong';
    },
    'range',
  );
