import { afterEach, expect, test, vi } from 'vitest';
import { addressOf, showOrganisation } from './shown-organisation.ts';

// The language is read from the page as soon as the client of the API is there.
vi.stubGlobal('document', { documentElement: {} });
const { call, request, sendFile } = await import('./api.ts');

afterEach(() => {
  showOrganisation(undefined);
  vi.unstubAllGlobals();
});

test('every request says which organisation this tab shows, and none before one is shown', async () => {
  const said: unknown[] = [];
  vi.stubGlobal('fetch', (_url: string, { headers }: { headers: Record<string, string> }) => {
    said.push(headers['sonae-organisation']);
    return Promise.resolve(Response.json({}, { status: 200 }));
  });
  const all = async () => {
    await request('POST', '/api/respond/incidents', {});
    await call('GET /api/account/me', {});
    await sendFile('/api/survey/packages/received', new File([], 'x'));
  };
  await all();
  showOrganisation('a');
  await all();
  expect(said).toEqual([undefined, undefined, undefined, 'a', 'a', 'a']);
});

test('an address that the browser asks for by itself names it too', () => {
  expect(addressOf('/api/stream')).toBe('/api/stream');
  showOrganisation('a b');
  expect(addressOf('/api/stream')).toBe('/api/stream?sonae-organisation=a+b');
  expect(addressOf('/mark?v=1')).toBe('/mark?v=1&sonae-organisation=a+b');
  expect(addressOf('/mark', 'c')).toBe('/mark?sonae-organisation=c');
});
