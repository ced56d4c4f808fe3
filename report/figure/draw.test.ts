import { expect, test } from 'vitest';
import { drawSheets, dressed } from './draw-sheets.ts';
import { figureData } from './schema.ts';

const draw = (figure: object) => {
  const [drawn] = drawSheets({ figure: figureData.parse(figure), language: 'en', title: 'T', prefix: 'a-' });
  if (!drawn) throw new Error('nothing was drawn');
  return drawn;
};
const box = (id: string, more: object = {}) => ({ id, kind: 'system', name: { ja: id, en: id }, ...more });

test('what became of a box is drawn with its sign, and the key says the word', () => {
  const plain = draw({ boxes: [box('a'), box('b')], arrows: [{ from: 'a', to: 'b', nature: 'supply' }] }).svg;
  const told = draw({
    boxes: [box('a', { state: 'failed' }), box('b', { state: 'restored' })],
    arrows: [{ from: 'a', to: 'b', nature: 'supply' }],
  }).svg;
  for (const word of ['failed', 'restored']) {
    expect(told).toContain(`>${word}</text>`);
    expect(plain).not.toContain(`>${word}</text>`);
  }
  expect(told).toContain('>supply</text>');
  expect(told).not.toContain('>attacked</text>');
});

test('an English picture names its Latin face, and borrows what that lacks letter by letter', () => {
  const { svg } = draw({ boxes: [box('a', { name: { ja: 'a', en: 'Relay 中継 & <1>＊' } }), box('b')] });
  expect(svg).toContain(`font-family="'Inter Variable','Inter','BIZ UDPGothic'"`);
  const lent = (text: string) => `<tspan font-family="'BIZ UDPGothic'">${text}</tspan>`;
  expect(svg).toContain(`Relay ${lent('中継')} &#38; &#60;1&#62;${lent('＊')}`);
});

test('a line alone is drawn without white beside it, so that the frames of its boxes stay whole', () => {
  const { svg } = draw({ boxes: [box('a'), box('b')], arrows: [{ from: 'a', to: 'b' }] });
  expect(svg).not.toMatch(/<path[^>]*stroke="#ffffff"/);
});

test('a picture that was kept gets title and ids of the page it comes to, and no word of it is taken for one', () => {
  const figure = {
    boxes: [box('a', { name: { ja: 'x', en: ' id="x url(#x) <title></title>' } }), box('b')],
    arrows: [{ from: 'a', to: 'b' }],
  };
  const [one] = dressed([draw(figure)], { title: 'never', prefix: 'never-' });
  const fresh = drawSheets({ figure: figureData.parse(figure), language: 'en', title: '', prefix: '' });
  const [kept] = dressed(fresh, { title: 'A & B', prefix: 'p-' });
  expect(kept?.svg).toContain('<title>A &#38; B</title>');
  expect(kept?.svg).toContain('marker-end="url(#p-0-act)"');
  expect(kept?.svg.match(/ id="p-0-/g)).toHaveLength(2);
  expect(kept?.svg.match(/url\(#x\)/g)).toHaveLength(1);
  expect(one?.svg).toContain('<title>T</title>');
});
