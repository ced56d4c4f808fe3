import type { Act, Beat, Incident } from './beats.ts';
import type { Name } from './content/organisation.ts';
import type { Story } from './story.ts';

/** What was named in an incident and is spoken of again. */
interface Scene {
  readonly story: Story;
  readonly id: string;
  readonly tasks: Map<string, string>;
  readonly hypotheses: Map<string, string>;
}

/** Declares an incident, and everything that was done in it, in its order. */
export async function playIncident(
  story: Story,
  began: Temporal.Instant,
  incident: Incident,
): Promise<string> {
  const { title, situation, severity, site, drill, note, declaredBy, beats } = incident;
  const body = { title, situation, severity, site, drill, note, page: false };
  const { id } = await story.did(declaredBy, began, '', 'POST /api/respond/incidents', body, undefined);
  await weighPlan(story, began, id);
  await playBeats(story, id, began, beats);
  return id;
}

/** Soon after it began somebody, or something, looked what the plan says. */
export const weighPlan = (story: Story, at: Temporal.Instant, incidentId: string): Promise<void> =>
  story.due(at.add({ seconds: 2 }), 'weigh-headquarters', { incidentId, anyway: false });

export async function playBeats(
  story: Story,
  id: string,
  began: Temporal.Instant,
  beats: readonly Beat[],
): Promise<void> {
  const scene: Scene = { story, id, tasks: new Map(), hypotheses: new Map() };
  for (const [minutes, by, act] of beats)
    await play(scene, by, began.add({ seconds: Math.round(minutes * 60) }), act);
}

const earlier = (now: Temporal.Instant, minutes: number): string =>
  now.subtract({ seconds: Math.round(minutes * 60) }).toString();

async function play(scene: Scene, by: Name, now: Temporal.Instant, act: Act): Promise<void> {
  const { story, id, tasks, hypotheses } = scene;
  switch (act.is) {
    case 'event':
    case 'response':
    case 'note':
      return note(scene, by, now, act);
    case 'time': {
      const { which, ago = 0, precision = 'minute', noChecks = '' } = act;
      const told = { which, at: earlier(now, ago), precision, noChecks };
      await story.did(by, now, id, 'POST /api/respond/incidents/:id/times', told);
      return;
    }
    case 'known':
      await story.did(by, now, id, 'PUT /api/respond/incidents/:id/estimate', {
        input: act.input,
        value: act.value,
      });
      return weighPlan(story, now, id);
    case 'headquarters': {
      const { room, bridge, briefMinutes = 0 } = act;
      await story.did(by, now, id, 'POST /api/respond/incidents/:id/headquarters', {
        room,
        bridge,
        briefMinutes,
      });
      return;
    }
    case 'stand-down':
      await story.did(by, now, id, 'POST /api/respond/incidents/:id/headquarters/end', {
        reason: act.reason,
      });
      return;
    case 'attend':
      await story.did(by, now, id, 'POST /api/respond/incidents/:id/roles/attend', { role: act.role });
      return;
    case 'decision': {
      const { is: _, ...decided } = act;
      const told = { ...decided, deciderId: story.idOf(by) };
      await story.did(by, now, id, 'POST /api/respond/incidents/:id/decisions', told);
      return;
    }
    case 'task': {
      const { title, to, minutes, onTimeout = 'escalate' } = act;
      const task = { title, personId: story.idOf(to), minutes, onTimeout };
      const made = await story.did(by, now, id, 'POST /api/respond/incidents/:id/tasks', task);
      if (act.key) tasks.set(act.key, made.id);
      return;
    }
    case 'done': {
      const task = tasks.get(act.task) ?? '';
      await story.did(
        by,
        now,
        task,
        'POST /api/respond/tasks/:id/end',
        { state: 'done', note: act.note },
        { id: task },
      );
      return;
    }
    case 'system':
      await story.did(by, now, id, 'PUT /api/respond/incidents/:id/systems', {
        asset: act.asset,
        state: act.state,
      });
      return;
    case 'hypothesis': {
      const { text, why, test, cyber = false, minutes = null } = act;
      const told = { text, why, test, cyber, minutes };
      const made = await story.did(by, now, id, 'POST /api/respond/incidents/:id/hypotheses', told);
      if (act.key) hypotheses.set(act.key, made.id);
      return;
    }
    case 'settled': {
      const about = hypotheses.get(act.hypothesis) ?? '';
      const { state, certainty, outcome } = act;
      await story.did(
        by,
        now,
        about,
        'POST /api/respond/hypotheses/:id/settle',
        { state, certainty, outcome },
        { id: about },
      );
      return;
    }
    case 'withhold': {
      const { audience, term, reason } = act;
      await story.did(by, now, id, 'POST /api/respond/incidents/:id/withheld', {
        ...{ audience, term, reason },
        // Readings that are known for a word are of Japanese.
        suggest: story.language === 'ja',
      });
      return;
    }
    case 'statement':
      return statement(scene, by, now, act);
    case 'enquiry':
      return enquiry(scene, by, now, act);
    case 'report': {
      await story.did(by, now, id, 'POST /api/respond/incidents/:id/reports', { regime: 'ministry' });
      const first = await reportOf(scene, by, now, 'first');
      const dueAt = now.add({ seconds: Math.round(act.dueIn * 60) }).toString();
      await story.did(by, now, first, 'PUT /api/respond/reports/:id', { dueAt }, { id: first });
      return;
    }
    case 'submitted': {
      const report = await reportOf(scene, by, now, act.stage);
      const { text, receipt } = act;
      await story.did(
        by,
        now,
        report,
        'POST /api/respond/reports/:id/submit',
        { text, receipt },
        { id: report },
      );
      return;
    }
    case 'share':
      await story.did(by, now, id, 'POST /api/respond/incidents/:id/shares', {
        personId: story.idOf(act.with),
      });
      return;
    case 'growth': {
      const { affected, note } = act;
      await story.did(by, now, id, 'POST /api/respond/incidents/:id/recovery/growth', { affected, note });
      return;
    }
    case 'cause':
      await story.did(by, now, id, 'PUT /api/respond/incidents/:id/recovery/cause', {
        cause: act.cause,
        note: act.note,
      });
      return;
    case 'resolved':
      await story.did(by, now, id, 'POST /api/respond/incidents/:id/resolve', { note: act.note });
      return;
    case 'closed': {
      await story.did(by, now, id, 'POST /api/respond/incidents/:id/close', {
        note: act.note,
        left: act.left,
      });
      return story.due(now, 'draft-case', { incidentId: id });
    }
  }
}

type Told<I extends Act['is']> = Extract<Act, { readonly is: I }>;

async function note(
  { story, id }: Scene,
  by: Name,
  now: Temporal.Instant,
  { is, text, figure, certainty, ago, precision, judged, disputed }: Told<'event' | 'response' | 'note'>,
): Promise<void> {
  await story.did(by, now, id, 'POST /api/respond/incidents/:id/timeline', {
    text,
    ...(is !== 'note' && { is }),
    ...(figure && { figure }),
    ...(certainty && { certainty }),
    ...(ago !== undefined && { at: earlier(now, ago), precision: precision ?? 'minute' }),
  });
  if (!judged && !disputed) return;
  const { lines } = await story.did(by, now, id, 'GET /api/respond/incidents/:id/timeline');
  const seq = String(
    Math.max(...lines.filter(({ kind }) => kind === 'timeline.noted').map((line) => line.seq)),
  );
  const line = { id, seq };
  if (judged)
    await story.did(
      judged.by,
      now,
      id,
      'POST /api/respond/incidents/:id/timeline/:seq/judge',
      { outcome: judged.outcome },
      line,
    );
  if (disputed) {
    const { text: other, source } = disputed;
    await story.did(
      disputed.by,
      now,
      id,
      'POST /api/respond/incidents/:id/timeline/:seq/dispute',
      { text: other, source },
      line,
    );
  }
}

/** Written, approved word by word, and sent; half a minute lies between each. */
async function statement(
  { story, id }: Scene,
  by: Name,
  now: Temporal.Instant,
  { audience, kind, outlet, text, services = [], approved, sent, nextUpdateMinutes = 0 }: Told<'statement'>,
): Promise<void> {
  const made = await story.did(by, now, id, 'POST /api/respond/incidents/:id/statements', {
    audience,
    kind,
    outlet,
    text,
    services,
  });
  let at = now;
  for (const approver of approved) {
    at = at.add({ seconds: 25 });
    await story.did(
      approver,
      at,
      made.id,
      'POST /api/respond/statements/:id/approve',
      { text, outlet, services },
      { id: made.id },
    );
  }
  if (!sent) return;
  const promised = { nextUpdateMinutes: nextUpdateMinutes || null };
  await story.did(by, at.add({ seconds: 10 }), made.id, 'POST /api/respond/statements/:id/send', promised, {
    id: made.id,
  });
}

async function enquiry(
  { story, id }: Scene,
  by: Name,
  now: Temporal.Instant,
  { from, question, answer }: Told<'enquiry'>,
): Promise<void> {
  const told = { cameFrom: from, question };
  const made = await story.did(by, now, id, 'POST /api/respond/incidents/:id/inquiries', told);
  if (!answer) return;
  const at = now.add({ minutes: 3 });
  await story.did(
    answer.by,
    at,
    made.id,
    'POST /api/respond/inquiries/:id/answer',
    { answer: answer.text },
    { id: made.id },
  );
  await story.did(
    answer.approvedBy,
    at.add({ minutes: 1 }),
    made.id,
    'POST /api/respond/inquiries/:id/approve',
    { answer: answer.text },
    { id: made.id },
  );
}

async function reportOf(
  { story, id }: Scene,
  by: Name,
  now: Temporal.Instant,
  stage: 'first' | 'final',
): Promise<string> {
  const { reports } = await story.did(by, now, id, 'GET /api/respond/incidents/:id/reports');
  const report = reports.find((each) => each.stage === stage && each.state === 'due');
  if (!report) throw new Error(`the demonstration has no ${stage} report that is due`);
  return report.id;
}
