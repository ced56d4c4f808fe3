import { ANSWERED_AFTER_SECONDS, BEGAN_MINUTES_AGO, pumpStop } from './content/pump-stop.ts';
import { hearPumpStop } from './hear-signals.ts';
import { playBeats, weighPlan } from './play-incident.ts';
import type { Story } from './story.ts';

/** The incident that runs: a signal becomes an incident by a rule, duty is paged and answers, and people go to work. */
export async function playPumpStop(story: Story, sourceId: string): Promise<void> {
  const began = story.before({ seconds: BEGAN_MINUTES_AGO * 60 });
  const soon = began.add({ seconds: 1 });
  await hearPumpStop(story, sourceId, began);
  await story.due(soon, 'weigh-signals', {});
  const { incidents } = await story.kept(soon, '', 'GET /api/respond/incidents');
  const incidentId = incidents.find(({ state }) => state === 'open')?.id;
  if (!incidentId) throw new Error('the demonstration has no open incident');
  await story.due(soon, 'start-page', { incidentId });
  await weighPlan(story, soon, incidentId);
  await answerPage(story, began.add({ seconds: ANSWERED_AFTER_SECONDS }));
  await playBeats(story, incidentId, began, pumpStop(story.say));
}

async function answerPage(story: Story, at: Temporal.Instant): Promise<void> {
  const { pages } = await story.did('mizuno', at, '', 'GET /api/respond/pages');
  for (const { id } of pages)
    await story.did('mizuno', at, id, 'POST /api/respond/pages/:id/acknowledge', undefined, { id });
}
