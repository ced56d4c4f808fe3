import { expect, test } from 'vitest';
import { firstOutlet } from './rules.ts';

const outlet = (key: string, audiences: string[], ...down: string[]) => ({ key, audiences, down });
const van = outlet('van', ['customers']);
const press = outlet('press', ['media']);
const page = outlet('status-page', ['customers', 'public']);
const web = outlet('web', ['customers'], 'データセンター');

test.each([
  ['the public page before others that are meant for them', [van, page], undefined, 'status-page'],
  ['by what they were told last', [van, page], 'van', 'van'],
  ['what works before what does not', [web, press, van], 'web', 'van'],
  ['whatever works, where nothing is meant for them', [web, press], undefined, 'press'],
  ['the one there is, where nothing works', [web], undefined, 'web'],
  ['none, where there is none', [], undefined, undefined],
])('%s', (_name, outlets, last, wanted) => {
  expect(firstOutlet(outlets, 'customers', last)?.key).toBe(wanted);
});
