import { deflateRawSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { ReportContent } from '../../../../report/document/content.ts';
import { render } from '../../../../report/document/render.ts';
import { readBytes } from './read-bytes.ts';

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b]+/g, '');
const said = (text: string) => [{ text }];

const CONTENT: ReportContent = {
  language: 'ja',
  title: '報告 みずうみ電鉄',
  issuer: '発行 あおば機構',
  date: '2026-11-29',
  summaryName: '概要',
  continued: '続き',
  cases: [
    {
      number: 1,
      heading: '事例1：北浜の停止',
      summary: [said('髙﨑サーバー（Takasaki server）が停止した。'), said('第二の項目。')],
      figures: [
        {
          svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><text x="5" y="20" font-size="10">図の中の<tspan>文字</tspan></text></svg>',
          alt: '図の説明 Kitahama',
        },
      ],
      labels: { heading: '図のラベル', items: [{ tag: '事象1', text: '停止' }] },
      sections: ['背景', '検知', '対処', '原因', '対策', '教訓'].map((heading, i) => ({
        heading: `${i + 1}. ${heading}`,
        items: [
          {
            text: said(
              `${heading}の本文。長い文章が行をまたいで続くときも、名前は一つの語として読み取られる必要がある。みどり川発電所。`,
            ),
            marks: [],
            notes: [],
            factors: [],
          },
        ],
      })),
    },
  ],
};

describe('a PDF of ours is read by a reader of its own', () => {
  test('every letter another reader finds on a page is found, and what lies beside the pages', async () => {
    const bytes = Buffer.from(await render(CONTENT, 'pdf'));
    const { passages, unread } = readBytes(bytes, 'a.pdf');
    expect(unread).toEqual([]);
    const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
    const pdf = await task.promise;
    for (let page = 1; page <= pdf.numPages; page++) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      const theirs = bare(items.map((item) => ('str' in item ? item.str : '')).join(''));
      const ours = bare(
        passages
          .filter((each) => each.page === page && each.flow === 'pages')
          .map(({ text }) => text)
          .join(''),
      );
      expect([...ours].toSorted().join('')).toBe([...theirs].toSorted().join(''));
      expect(theirs.length).toBeGreaterThan(20);
    }
    await task.destroy();
    const at = (place: string): string =>
      passages
        .filter((each) => each.place === place)
        .map(({ text }) => text)
        .join('\n');
    expect(bare(at('text'))).toContain('図の中の文字');
    expect(at('metadata')).toContain('あおば機構');
    expect(at('metadata')).toContain('みずうみ電鉄');
    expect(at('bookmark')).toContain('背景');
    expect(at('alt text')).toContain('Kitahama');
  });
});

/** A ZIP of one file, by hand. */
function zip(name: string, words: string, encrypted = false): Buffer {
  const packed = deflateRawSync(Buffer.from(words));
  const head = (size: number, magic: number): Buffer => {
    const bytes = Buffer.alloc(size);
    bytes.writeUInt32LE(magic);
    return bytes;
  };
  const local = head(30, 0x04034b50);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(Buffer.byteLength(name), 26);
  const entry = head(46, 0x02014b50);
  entry.writeUInt16LE(encrypted ? 1 : 0, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(Buffer.byteLength(name), 28);
  const end = head(22, 0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + Buffer.byteLength(name) + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

describe('what cannot be read is said, never taken for empty', () => {
  const words = (bytes: Buffer, name: string): string =>
    readBytes(bytes, name)
      .passages.map(({ text }) => text)
      .join('\n');
  test('a file within an archive is read, an encrypted one is not', () => {
    expect(
      words(
        zip('word/document.xml', '<w:p><w:r><w:t>みど</w:t></w:r><w:r><w:t>り川</w:t></w:r></w:p>'),
        'a.docx',
      ),
    ).toContain('みどり川');
    expect(readBytes(zip('a.txt', 'x', true), 'a.zip').unread).toEqual(['a.txt']);
  });
  test('a ZIP that is cut, counts other files than it lists, or is of another kind', () => {
    const whole = zip('a.txt', 'みどり川発電所');
    const end = whole.length - 22;
    const changed = (at: number, bytes: readonly number[]): Buffer => {
      const copy = Buffer.from(whole);
      copy.set(bytes, at);
      return copy;
    };
    expect(readBytes(whole.subarray(0, end), 'a.zip').unread).toEqual(['a ZIP without its list']);
    // It counts none, or two; its list, and what it lists, stand elsewhere.
    const list = whole.readUInt32LE(end + 16);
    for (const broken of [
      changed(end + 10, [0, 0]),
      changed(end + 10, [2, 0]),
      changed(end + 16, [255, 255, 255, 255]),
      changed(list + 42, [255, 255, 255, 255]),
    ])
      expect(() => readBytes(broken, 'a.zip')).toThrow(RangeError);
  });
  test('an encrypted PDF and one without pages', () => {
    expect(
      readBytes(
        Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Encrypt 3 0 R >>'),
        'a.pdf',
      ).unread,
    ).toEqual(['the file is encrypted']);
    expect(
      readBytes(Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj'), 'a.pdf').unread,
    ).toHaveLength(1);
  });
  test('letters of a font without a table', () => {
    const page =
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type0 /Encoding /Identity-H >> >> >> >>\nendobj\n4 0 obj\n<< /Length 26 >>\nstream\nBT /F 9 Tf <00010002> Tj ET\nendstream\nendobj\n';
    expect(readBytes(Buffer.from(page), 'a.pdf').unread).toEqual(['page 1: letters without a table']);
  });
  test('other encodings are tried, and words among bytes are found', () => {
    expect(words(Buffer.from('83678388835e8ea993ae8ed4', 'hex'), 'a.txt')).toContain('トヨタ自動車');
    expect(
      words(
        Buffer.concat([
          Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
          Buffer.from('tEXtAuthor\0みどり川発電所'),
        ]),
        'a.png',
      ),
    ).toContain('みどり川発電所');
  });
});
