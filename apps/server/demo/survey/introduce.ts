import type { Name } from '../content/organisation.ts';
import type { Story } from '../story.ts';
import type { BodyStory } from './lay-body.ts';

/** The utility and the body know each other's keys, so that reports pass between them as between two servers. */
export async function introduce(utility: Story, body: BodyStory, at: Temporal.Instant): Promise<string> {
  for (const story of [utility, body])
    await story.kept(at, '', 'POST /api/survey/exchange/key', undefined, undefined);
  await meet(body, utility, at);
  return meet(utility, body, at);
}

/** One takes the other's card and compares the fingerprint with what is read out by telephone. @returns the other's id */
async function meet(one: Story | BodyStory, other: Story | BodyStory, at: Temporal.Instant): Promise<string> {
  const { card, fingerprint } = await other.kept(
    at,
    '',
    'GET /api/survey/exchange/card',
    undefined,
    undefined,
  );
  const { id } = await one.kept(at, '', 'POST /api/survey/peers', { card: card ?? '', allowInner: true }, undefined); // biome-ignore format: one line
  await one.kept(at, id, 'POST /api/survey/peers/:id/confirmation', { fingerprint: fingerprint ?? '' });
  return id;
}

/** A report of an incident that is over, as far as it can be sent: somebody has only to press it. */
export async function prepareOwnReport(
  story: Story,
  by: Name,
  {
    incidentId,
    peerId,
    at,
  }: { readonly incidentId: string; readonly peerId: string; readonly at: Temporal.Instant },
): Promise<void> {
  const { id } = await story.did(
    by,
    at,
    '',
    'POST /api/survey/own-reports',
    { incidentId, peerId },
    undefined,
  );
  const { content, draftSeen: seen } = await story.did(by, at, id, 'GET /api/survey/own-reports/:id');
  const filled = {
    ...content,
    sector: { is: 'value' as const, value: 'water' },
    eventType: { is: 'value' as const, value: 'unavailable' },
    causes: { is: 'value' as const, value: ['equipmentFailure'] },
    surveyContact: { is: 'value' as const, value: true },
  };
  await story.did(by, at, id, 'PUT /api/survey/own-reports/:id', { content: filled, peerId, seen });
}
