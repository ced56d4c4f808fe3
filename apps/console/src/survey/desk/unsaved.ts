import type { ReportContent } from '../../../../../areas/survey/content/schema.ts';

/** Whether something is written that is not what was saved last; what was taken back again is not. */
export const isWritten = (saved: ReportContent, now: ReportContent): boolean =>
  saved !== now && JSON.stringify(saved) !== JSON.stringify(now);

/** Which texts beside a report are begun, by their names. */
export type Begun = Readonly<Record<string, boolean>>;

/** The same where nothing changed, so that nothing is drawn anew at each letter. */
export const begunWith = (begun: Begun, name: string, text: string): Begun => {
  const is = text.trim() !== '';
  return (begun[name] ?? false) === is ? begun : { ...begun, [name]: is };
};
export const anyBegun = (begun: Begun): boolean => Object.values(begun).includes(true);

/** By key one goes on from a report that is looked at; not from one whose next version is being written. */
export const goesOn = (editing: boolean, state: string): boolean => !editing || state === 'draft';

/** By key a verdict is recorded once at a time, of a report that nobody is just writing anew. */
export const mayRecord = (now: { wants: boolean; pending: boolean; editing: boolean }): boolean =>
  !now.wants && !now.pending && !now.editing;
