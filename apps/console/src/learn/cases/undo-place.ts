/** Put on a text field whose words are the case's own: what is taken back in it is taken back in the case. */
export const CASE_WORDS = { 'data-case-words': true } as const;

/** Where the focus is, as far as undo goes. */
export interface Focus {
  /** On the page itself, as after a button that went grey. */
  readonly nowhere: boolean;
  /** In the editor, or in what has opened from it. */
  readonly inEditor: boolean;
  /** In a field one types in. */
  readonly typing: boolean;
  /** Its words are the case's own. */
  readonly caseWords: boolean;
}

/** A search, a half-typed length of time and what lies over the page have an undo of their own, the browser's. */
export const undoesCase = ({ nowhere, inEditor, typing, caseWords }: Focus): boolean =>
  nowhere || (inEditor && (!typing || caseWords));

const isTyping = (field: Element): boolean =>
  (field instanceof HTMLTextAreaElement && !field.readOnly) ||
  (field instanceof HTMLInputElement && !field.readOnly && /^(text|search|number)$/.test(field.type));

export function undoFocus(field: Element | null): Focus {
  const of = field ?? document.body;
  return {
    nowhere: of === document.body || of === document.documentElement,
    inEditor: of.closest('form.case, [data-edits]') !== null,
    typing: isTyping(of),
    caseWords: of.hasAttribute('data-case-words'),
  };
}
