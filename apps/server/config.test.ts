import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const origins = (env: NodeJS.ProcessEnv, host?: string) =>
  readConfig({ host, port: '8080' }, env).trustedOrigins;

test('where an address is named, nothing else is trusted', () => {
  expect(origins({ SONAE_URL: 'https://sonae.example.jp' })).toEqual(['https://sonae.example.jp']);
  expect(origins({ SONAE_URL: 'https://sonae.example.jp/' }, '0.0.0.0')).toEqual([
    'https://sonae.example.jp',
  ]);
  expect(origins({ SONAE_URL: 'http://localhost:8080' })).toEqual(['http://localhost:8080']);
});

test('on one machine without a name, its own addresses are', () => {
  expect(origins({})).toEqual(['http://localhost:8080', 'http://127.0.0.1:8080']);
  expect(origins({}, '0.0.0.0')).toEqual(['http://localhost:8080']);
});

test('an address for the application alone is one for a server of one’s own', () => {
  expect(readConfig({}, { DATABASE_APP_URL: 'postgres://x' }).databaseAppUrl).toBeUndefined();
  expect(
    readConfig({}, { DATABASE_URL: 'postgres://o', DATABASE_APP_URL: 'postgres://x' }).databaseAppUrl,
  ).toBe('postgres://x');
});

test('a further font that cannot be read is named at the start, not when something is printed', () => {
  expect(() => readConfig({}, { SONAE_FONTS: '/nowhere/font.ttf' })).toThrow(/SONAE_FONTS.*nowhere/);
});

test('the language of the demonstration is Japanese unless it is said, and another one is refused by name', () => {
  expect(readConfig({}, {}).demoLanguage).toBe('ja');
  expect(readConfig({}, { SONAE_DEMO_LANGUAGE: 'en' }).demoLanguage).toBe('en');
  expect(() => readConfig({}, { SONAE_DEMO_LANGUAGE: 'fr' })).toThrow(
    'SONAE_DEMO_LANGUAGE=fr: give ja or en',
  );
});
