import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf, fillForm, fittingForm } from './rules.ts';
import { FORM_NAMES } from './words.ts';

test('the form follows the attack, then whom it goes to', () => {
  expect(fittingForm('police', 'ddos')).toBe('ddos');
  expect(fittingForm('privacy', 'ransomware')).toBe('ransomware');
  expect(fittingForm('privacy', 'overload')).toBe('privacy');
  expect(fittingForm('ministry', 'dataLeak')).toBe('privacy');
  expect(fittingForm('ministry', null)).toBe('general');
});

const words = fc.record({ form: fc.constantFrom(...FORM_NAMES), final: fc.boolean(), text: fc.string() });

test('an answer goes before the record, nothing is made up, and only what this stage needs is missing', () => {
  fc.assert(
    fc.property(words, fc.integer(), ({ form, final, text }, pick) => {
      const keys = Object.keys(fieldsOf(form));
      const key = keys[Math.abs(pick) % keys.length] ?? '';
      const stage = final ? 'final' : 'first';
      const empty = fillForm(form, stage, {}, {}, 'ja');
      const filled = fillForm(form, stage, { [key]: '記録' }, { [key]: text }, 'ja');
      const field = filled.find((each) => each.key === key);
      expect(empty.every(({ value }) => value === '')).toBe(true);
      expect(empty.map((each) => each.key)).toEqual(keys);
      expect(field?.value).toBe(text.trim() || '記録');
      expect(filled.filter(({ missing }) => missing).length).toBeLessThanOrEqual(
        empty.filter(({ missing }) => missing).length,
      );
    }),
  );
  const missing = (stage: 'first' | 'final') =>
    fillForm('ransomware', stage, {}, {}, 'en')
      .filter((field) => field.missing)
      .map(({ key }) => key);
  expect(missing('first')).toContain('note');
  expect(missing('first')).not.toContain('intrusion');
  expect(missing('final')).toContain('intrusion');
  expect(missing('final')).not.toContain('demand');
});

test('each field says whether somebody answered it or the record did', () => {
  const filled = fillForm(
    'ransomware',
    'first',
    { title: '停止' },
    { title: '  ', reference: ' R-1 ' },
    'ja',
  );
  const of = (key: string) => filled.find((each) => each.key === key);
  expect(of('title')).toMatchObject({ value: '停止', from: 'record' });
  expect(of('reference')).toMatchObject({ value: 'R-1', from: 'answer' });
  expect(of('note')).toMatchObject({ value: '', from: 'answer' });
});
