import type { Bilingual } from '../../kernel/language.ts';

/** What every event has to have (CloudEvents 1.0, §3.1). */
const REQUIRED = ['id', 'source', 'specversion', 'type'] as const;
const PREFIX = 'ce-';
const JSON_BODY = /^(application|text)\/([\w.+-]+\+)?json\b/i;

/** A header value as its event has it: percent-encoded where it is not plain ASCII. */
function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/**
 * An event in binary mode – its attributes in headers, its data the body – as the JSON that structured mode would have sent,
 * so that one mapping reads both. Anything else is left as it is.
 */
export function structured(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  body: string,
): string {
  if (headers['ce-specversion'] === undefined && headers['ce-type'] === undefined) return body;
  const attributes = Object.entries(headers)
    .filter(([name, value]) => name.startsWith(PREFIX) && typeof value === 'string')
    .map(([name, value]) => [name.slice(PREFIX.length), unescaped(String(value))]);
  const kind = String(headers['content-type'] ?? 'application/json');
  const event = { ...Object.fromEntries(attributes), datacontenttype: kind };
  if (body.trim() === '') return JSON.stringify(event);
  // As it was written: a number keeps its digits, and what is no JSON is found to be none by whoever reads it.
  const data = JSON_BODY.test(kind) ? body : JSON.stringify(body);
  return `${JSON.stringify(event).slice(0, -1)},"data":${data}}`;
}

/** An event without an attribute that every one has to have. */
export function missingAttributes(item: unknown): Bilingual[] {
  if (item === null || typeof item !== 'object' || !Object.hasOwn(item, 'specversion')) return [];
  const given = item as Record<string, unknown>;
  const missing = REQUIRED.filter((name) => typeof given[name] !== 'string' || given[name] === '');
  if (missing.length === 0) return [];
  return [
    {
      ja: `CloudEventsに必要な${missing.join('、')}がありません`,
      en: `CloudEvents requires ${missing.join(', ')}, which is missing`,
    },
  ];
}
