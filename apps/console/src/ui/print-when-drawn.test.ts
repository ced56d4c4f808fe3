import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { printWhenDrawn } from './print-when-drawn.ts';

let drawing = true;
const print = vi.fn();
beforeEach(() => {
  drawing = true;
  print.mockReset();
  vi.useFakeTimers();
  vi.stubGlobal('window', { print });
  vi.stubGlobal('document', {
    querySelector: () => (drawing ? {} : null),
    fonts: { ready: Promise.resolve() },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a page is printed when what is drawn on it stands there, and not before', async () => {
  const printed = printWhenDrawn();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(print).not.toHaveBeenCalled();
  drawing = false;
  await vi.advanceTimersByTimeAsync(100);
  await printed;
  expect(print).toHaveBeenCalledTimes(1);
});

test('what never comes does not keep the paper away', async () => {
  const printed = printWhenDrawn();
  await vi.advanceTimersByTimeAsync(30_000);
  await printed;
  expect(print).toHaveBeenCalledTimes(1);
});
