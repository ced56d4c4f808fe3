import { receiveSignals } from '../../../areas/detect/signals/receive-signals.ts';
import type { Alert } from '../../../sources/source.ts';
import { firing, ordinary, pumpStopped, type ToldSignal } from './content/signals.ts';
import type { Story } from './story.ts';

type Told = Pick<ToldSignal, 'name' | 'title' | 'severity' | 'service'>;

const alert = (
  { name, title, severity, service }: Told,
  state: Alert['state'],
  startsAt: Temporal.Instant,
): Alert => ({
  labels: { alertname: name, service, severity },
  annotations: { summary: title },
  state,
  title,
  severity,
  url: '',
  startsAt,
  expiresAt: undefined,
});

/** What monitoring sent in the last day. */
export async function hearADay(story: Story, sourceId: string): Promise<void> {
  for (const told of [...ordinary(story.say), ...firing(story.say)].toSorted((a, b) => b.hours - a.hours)) {
    const at = story.before({ seconds: Math.round(told.hours * 3_600) });
    const sent = Array.from({ length: told.times }, () => alert(told, 'firing', at));
    await receiveSignals(story.system(at), {
      sourceId,
      alerts: told.over ? [...sent, alert(told, 'resolved', at)] : sent,
    });
  }
}

export async function hearPumpStop(story: Story, sourceId: string, at: Temporal.Instant): Promise<void> {
  await receiveSignals(story.system(at), { sourceId, alerts: [alert(pumpStopped(story.say), 'firing', at)] });
}
