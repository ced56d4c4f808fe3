import { afterEach, expect, test, vi } from 'vitest';
import { arrivalAt, arrive, forgetOrganisation, switchOrganisation } from './organisation.ts';

vi.mock('../offline/keep-pack.ts', () => ({ dropPack: () => Promise.resolve() }));

afterEach(() => vi.unstubAllGlobals());

test('an address says which organisation was chosen, and only to the tab in which it was', () => {
  const at = 'https://sonae.example/survey/reports?state=new&sonae-organisation=b#top';
  expect(arrivalAt(at, 'b')).toEqual({ orgId: 'b', to: '/survey/reports?state=new#top' });
  expect(arrivalAt('https://sonae.example/?sonae-organisation=b', 'b')).toEqual({ orgId: 'b', to: '/' });
  for (const chosen of [null, 'a', '']) expect(arrivalAt(at, chosen)).toBeUndefined();
  expect(arrivalAt('https://sonae.example/survey/reports', 'b')).toBeUndefined();
});

/** A browser as far as it is used: what it keeps, where it is, and what other tabs heard. */
function browser() {
  const kept = new Map<string, string>();
  const page = { cookie: '', href: 'https://sonae.example/', heard: [] as unknown[] };
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('document', page);
  vi.stubGlobal('navigator', {});
  const going: string[] = [];
  vi.stubGlobal('location', {
    get href() {
      return page.href;
    },
    origin: 'https://sonae.example',
    protocol: 'https:',
    assign: (to: URL) => going.push(String(to)),
  });
  vi.stubGlobal('history', {
    state: null,
    replaceState: (_: unknown, __: string, to: string) => (page.href = to),
  });
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      postMessage = (said: unknown) => page.heard.push(said);
      close = () => undefined;
    },
  );
  return { page, going };
}

test('nothing is changed and no tab is told before the page of the other organisation is there', () => {
  const { page, going } = browser();
  switchOrganisation('b', '/survey/reports');
  expect([page.cookie, page.heard, going]).toEqual([
    '',
    [],
    ['https://sonae.example/survey/reports?sonae-organisation=b'],
  ]);
  // Asked about unsaved changes, one stayed, and loads the page again later: still the same organisation.
  arrive();
  expect([page.cookie, page.heard]).toEqual(['', []]);
  switchOrganisation('b', '/survey/reports');
  page.href = going[1] ?? '';
  arrive();
  expect([page.cookie.split(';')[0], page.heard, page.href]).toEqual([
    'sonae-organisation=b',
    ['b'],
    '/survey/reports',
  ]);
});

test('whoever signs out leaves no organisation behind for the next person', () => {
  const { page } = browser();
  forgetOrganisation();
  expect(page.cookie).toMatch(/^sonae-organisation=; path=\/; max-age=0;/);
});
