import { expect, test } from 'vitest';
import { isPress, ownerOf } from './owner.ts';

const place = (...hotkeys: string[]) => ({ acts: () => hotkeys.map((hotkey) => ({ hotkey })) });

test('a key that several places know is the innermost one’s, every other key its own place’s', () => {
  const [everywhere, editor, without] = [place('mod+K', 'mod+Z'), place('mod+S', 'mod+Z'), place()];
  const places = [everywhere, editor, without];
  expect(ownerOf(places, 'mod+Z')).toBe(editor);
  expect(ownerOf(places, 'mod+K')).toBe(everywhere);
  expect(ownerOf(places, 'mod+S')).toBe(editor);
  expect(ownerOf([everywhere, without], 'mod+Z')).toBe(everywhere);
  expect(ownerOf(places, 'T')).toBeUndefined();
});

test('a key held down does once what it does, and goes on only where that is meant', () => {
  const [once, held] = [
    { repeat: false, isComposing: false },
    { repeat: true, isComposing: false },
  ];
  expect([isPress(once, {}), isPress(held, {})]).toEqual([true, false]);
  expect([isPress(once, { repeats: true }), isPress(held, { repeats: true })]).toEqual([true, true]);
  expect(isPress({ repeat: false, isComposing: true }, { repeats: true })).toBe(false);
});
