import type { Bilingual } from './language.ts';

interface FaultKind {
  readonly status: number;
  readonly title: Bilingual;
}

/**
 * The closed set of what can go wrong for a caller. The code is the last part of the RFC 9457 `type`;
 * one table, mapped once per transport (HTTP status here, exit code in the command line).
 */
export const FAULTS = {
  'not-signed-in': { status: 401, title: { ja: 'サインインが必要です', en: 'Sign in first' } },
  'wrong-credentials': {
    status: 401,
    title: { ja: 'キーまたは認証情報が正しくありません', en: 'Invalid key or credentials' },
  },
  forbidden: {
    status: 403,
    title: { ja: 'この操作の権限がありません', en: 'You do not have permission to do this' },
  },
  'cross-site': {
    status: 403,
    title: { ja: '別サイトからのリクエストは受け付けません', en: 'Requests from another site are refused' },
  },
  'not-found': { status: 404, title: { ja: '見つかりません', en: 'Not found' } },
  conflict: {
    status: 409,
    title: { ja: '現在の状態ではこの操作はできません', en: 'This is not possible in the current state' },
  },
  gone: {
    status: 410,
    title: {
      ja: 'このリンクは期限切れ、または使用済みです',
      en: 'This link has expired or was already used',
    },
  },
  'too-slow': {
    status: 408,
    title: {
      ja: '送信に時間がかかりすぎたため、受け付けを中止しました',
      en: 'The request took too long to arrive',
    },
  },
  'too-large': { status: 413, title: { ja: '送信内容が大きすぎます', en: 'The request is too large' } },
  'unsupported-media': {
    status: 415,
    title: { ja: '対応していない形式です', en: 'This content type is not supported' },
  },
  invalid: { status: 422, title: { ja: '入力内容を確認してください', en: 'Check your input' } },
  malformed: { status: 400, title: { ja: 'リクエストを読み取れません', en: 'The request cannot be read' } },
  'too-many': {
    status: 429,
    title: {
      ja: 'リクエストが多すぎます。しばらく待ってから、もう一度お試しください',
      en: 'Too many requests. Wait a moment and try again',
    },
  },
  internal: {
    status: 500,
    title: { ja: 'サーバーでエラーが発生しました', en: 'A server error occurred' },
  },
  unavailable: { status: 503, title: { ja: '一時的に利用できません', en: 'Temporarily unavailable' } },
} as const satisfies Record<string, FaultKind>;

export type FaultCode = keyof typeof FAULTS;

/** One field that is wrong, and how to mend it. `field` is a dotted path into the input. */
export interface FieldFault {
  readonly field: string;
  /** What people call the field, where whoever refuses knows better than the table of all routes. */
  readonly name?: Bilingual;
  readonly mend: Bilingual;
}

/** A wrong field called as a screen calls it, by the last part of its path that is no number. */
export function called(fault: FieldFault, words: Readonly<Record<string, Bilingual>>): FieldFault {
  const part = fault.field.split('.').findLast((each) => !/^\d+$/.test(each)) ?? '';
  const name = Object.hasOwn(words, part) ? words[part] : undefined;
  return name ? { ...fault, name } : fault;
}

interface FaultDetails {
  readonly detail?: Bilingual;
  readonly fields?: readonly FieldFault[];
  readonly permission?: string;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** The only error thrown on purpose. Everything else is a defect and answers `internal` without its words. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly details: FaultDetails;

  constructor(code: FaultCode, details: FaultDetails = {}) {
    super(details.detail?.en ?? FAULTS[code].title.en, { cause: details.cause });
    this.name = 'Fault';
    this.code = code;
    this.details = details;
  }
}

/** A single wrong field as a fault. */
export const invalidField = (field: string, mend: Bilingual): Fault =>
  new Fault('invalid', { fields: [{ field, mend }] });
