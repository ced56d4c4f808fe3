import { type RefObject, useEffect, useRef } from 'react';
import { undoesCase, undoFocus } from './undo-place.ts';

const fields = new WeakMap<Element, string>();
let count = 0;

/** The text field that is being typed in; choosing and pressing are no typing. */
export function fieldTypedIn(): string | undefined {
  const field = document.activeElement;
  const isText =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && field.type === 'text' && field.role !== 'combobox');
  if (!isText || field.readOnly) return undefined;
  const name = fields.get(field) ?? `field ${++count}`;
  fields.set(field, name);
  return name;
}

/** After these a new step of undo begins: what is taken back is a few words, never a page. */
const ENDS = /[\s。、．，.,!?！？）)」』]$/u;
const MOVES = /^(Arrow|Home|End|Page)/;

interface Acts {
  readonly pause: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/**
 * Cuts what is typed within an element into steps, and takes over the browser's own undo where the words are the case's:
 * from its menu or a shake of the phone it knows single fields only.
 */
export function useTypedSteps(within: RefObject<HTMLElement | null>, acts: Acts): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const element = within.current;
    if (!element) return;
    let ended = false;
    let kind = '';
    const pause = (): void => latest.current.pause();
    const beforeInput = (event: InputEvent): void => {
      const { inputType, data } = event;
      if (inputType.startsWith('history')) {
        if (!undoesCase(undoFocus(document.activeElement))) return;
        event.preventDefault();
        if (inputType === 'historyUndo') latest.current.undo();
        else latest.current.redo();
        return;
      }
      const now = event.isComposing
        ? 'insertComposition'
        : (/^(insertText|insertComposition|delete)/.exec(inputType)?.[0] ?? inputType);
      if (ended || now !== kind) pause();
      kind = now;
      ended = now !== 'insertComposition' && ENDS.test(data ?? '');
    };
    const composed = (): void => {
      ended = true;
    };
    const pressed = ({ key, isComposing }: KeyboardEvent): void => {
      if (!isComposing && MOVES.test(key)) pause();
    };
    element.addEventListener('beforeinput', beforeInput);
    element.addEventListener('compositionend', composed);
    element.addEventListener('keydown', pressed);
    element.addEventListener('pointerdown', pause);
    element.addEventListener('focusout', pause);
    return () => {
      element.removeEventListener('beforeinput', beforeInput);
      element.removeEventListener('compositionend', composed);
      element.removeEventListener('keydown', pressed);
      element.removeEventListener('pointerdown', pause);
      element.removeEventListener('focusout', pause);
    };
  }, [within]);
}
