import type { LinkKind } from '../../sending/links/schema.ts';
import type { Purpose } from '../../sending/outbox/schema.ts';

/** Mails that invite to a hearing, move or cancel it, or ask for its minutes to be confirmed. */
export const HEARING_MAIL: Purpose = { name: 'survey-hearing', urgent: false };
/** Where minutes are read, put right and confirmed. */
export const HEARING_LINK: LinkKind = { purpose: 'survey hearing', path: 'hearing' };
export const HEARING_LINK_DAYS = 30;

/** What a mail is about: a hearing, as it was planned in one of its versions. */
export const aboutOf = (hearingId: string, version: number): string => `${hearingId}~${version}`;
export function readAbout(about: string): { readonly hearingId: string; readonly version: number } {
  const [hearingId = '', version] = about.split('~');
  return { hearingId, version: Number(version) };
}
