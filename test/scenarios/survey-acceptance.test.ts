import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callRoute } from '../../areas/call-route.ts';
import { newId } from '../../kernel/clock.ts';
import { type Answer, firstAdministrator, Visitor } from '../browser-like.ts';
import { StoryClock } from '../clock.ts';
import { TestHouse } from '../house.ts';
import { layReports, OFFICIAL, OFFICIAL_CUTOFF, OFFICIAL_WINDOW, surveyYear } from '../survey-year.ts';
import { value } from '../told-report.ts';

/** Each sentence of acceptance of the systems Y01 to Y04, shown over HTTP on a clock that the story moves. */

let house: TestHouse;
let clock: StoryClock;
let desk: Visitor;
const raters: { readonly id: string; readonly visitor: Visitor }[] = [];

/** Someone who signs in by a link that was handed to them. */
async function letIn(email: string, role: string): Promise<{ id: string; visitor: Visitor }> {
  const person = { name: email, email, roles: [role], language: 'ja' };
  const { body } = await desk.send('POST', '/api/prepare/people', person);
  const id = String(body['id']);
  const { body: invited } = await desk.send('POST', `/api/prepare/people/${id}/invitation`);
  const visitor = new Visitor(house);
  const token = String(invited['link']).split('#')[1];
  expect((await visitor.send('POST', '/api/auth/sign-in/link', { token })).status).toBe(200);
  return { id, visitor };
}

beforeAll(async () => {
  // People sign in by the clock on the wall; the story begins where the survey's window does.
  clock = new StoryClock(Temporal.Now.instant().toString());
  house = await TestHouse.open({ clock });
  await house.organisation('調査機関');
  desk = await firstAdministrator(house);
  raters.push(await letIn('first@rater.jp', 'rater'), await letIn('second@rater.jp', 'rater'));
});
afterAll(() => house.close());

const at = (text: string): void => clock.set(Temporal.Instant.from(text));
const fieldsIn = ({ body }: Answer): string[] =>
  ((body['errors'] ?? []) as { field: string }[]).map(({ field }) => field).sort();

/** What a report needs to be received, noticed at that time. */
const needed = (noticed: string, sector = 'power') => ({
  operator: { name: '東西電力' },
  sector: value(sector),
  eventType: value('unavailable'),
  title: `停止 ${noticed}`,
  times: { noticed: value({ at: noticed }) },
});
const draft = async (content: object): Promise<string> =>
  String((await desk.send('POST', '/api/survey/reports', { content })).body['id']);
const submit = (id: string, stage = 'first', seen = 0) =>
  desk.send('POST', `/api/survey/reports/${id}/submission`, { stage, seen });
async function received(content: object): Promise<string> {
  const id = await draft(content);
  expect((await submit(id)).status).toBe(200);
  const judged = { verdict: 'passed', seen: 1 };
  expect((await desk.send('POST', `/api/survey/reports/${id}/verdict`, judged)).status).toBe(200);
  return id;
}
const shown = async (id: string) => (await desk.send('GET', `/api/survey/reports/${id}`)).body;

interface Version {
  readonly stage: string;
  readonly receivedAt: string;
  readonly differences: readonly { readonly path: string; readonly kind: string }[];
}

describe('Y01: information reports', () => {
  test('without sector, time or event type a report is saved as a draft and nothing else', async () => {
    at('2023-11-06T10:00:00+09:00');
    const whole = needed('2023-11-06T09:00:00+09:00');
    const without = { sector: 'sector', times: 'times.noticed', eventType: 'eventType' } as const;
    for (const [field, path] of Object.entries(without)) {
      const id = await draft({ ...whole, [field]: undefined });
      const refused = await submit(id);
      expect([refused.status, fieldsIn(refused)]).toEqual([422, [`content.${path}`]]);
      expect(await shown(id)).toMatchObject({ state: 'draft', number: null, version: 0, versions: [] });
    }
    const none = await draft({});
    expect(fieldsIn(await submit(none))).toEqual([
      'content.eventType',
      'content.operator.name',
      'content.sector',
      'content.times.noticed',
    ]);
    // None of them took a number: the first that is whole has the first one.
    const id = await draft(whole);
    expect((await submit(id)).body).toEqual({ number: 1, version: 1 });
  });

  test('a follow-up never overwrites the first report: it adds, corrects or takes back, and the number stays', async () => {
    at('2023-11-07T10:00:00+09:00');
    const first = { ...needed('2023-11-07T08:00:00+09:00'), outline: value('端末が停止した') };
    const id = await draft(first);
    const { number } = (await submit(id)).body;
    at('2023-11-08T10:00:00+09:00');
    const save = async (content: object) =>
      (await desk.send('PUT', `/api/survey/reports/${id}/draft`, { content, seen: (await shown(id))['draftSeen'] })).body['seen'] as number; // biome-ignore format: one line
    // What was told is not left out in silence.
    const lost = await submit(id, 'followUp', await save({ ...first, outline: { is: 'notStated' } }));
    expect([lost.status, fieldsIn(lost)]).toEqual([422, ['content.outline']]);
    const corrected = { ...first, outline: value('端末と窓口が停止した'), measures: value('手順を見直す') };
    const seen = await save(corrected);
    expect((await submit(id, 'followUp', seen)).body).toEqual({ number, version: 2 });
    const before = await desk.send('GET', `/api/survey/reports/${id}/versions/1`);
    expect(before.body['content']).toMatchObject({ outline: value('端末が停止した'), measures: { is: 'notStated' } }); // biome-ignore format: one line
    const { number: kept, versions } = await shown(id);
    expect(kept).toBe(number);
    const told = (versions as Version[]).map(({ stage, receivedAt, differences }) => [
      stage,
      receivedAt,
      differences.map(({ path, kind }) => `${path} ${kind}`),
    ]);
    expect(told).toEqual([
      ['followUp', '2023-11-08T01:00:00Z', ['outline corrected', 'measures added']],
      ['first', '2023-11-07T01:00:00Z', []],
    ]);
  });

  test('of some 340 reports of a year exactly the 272 of the official table are counted', async () => {
    const year = surveyYear();
    expect(year).toHaveLength(340);
    const counting = await house.organisation('統計の機関');
    await layReports(house.clone.query, counting, year, newId);
    const statistician = house.as(counting, await house.person(counting, ['secretariat']), ['secretariat']);
    const query = { ...OFFICIAL_WINDOW, cutoff: OFFICIAL_CUTOFF };
    const { counted, eventTypes, leftOut } = await callRoute(statistician, 'GET /api/survey/statistics', { query }); // biome-ignore format: one line
    expect(counted).toBe(272);
    expect(Object.fromEntries(eventTypes.rows.map(({ key, quarters }) => [key, quarters]))).toEqual(OFFICIAL);
    expect(leftOut).toEqual({ withdrawn: 14, supplement: 12, late: 12, notPassed: 20 });
  });
});

let cycleId: string;
const candidates = async () => {
  const { body } = await desk.send('GET', `/api/survey/cycles/${cycleId}/candidates?limit=200`);
  return body as { candidates: { eventId: string; title: string; sector: string; out: string | null }[]; tally: object }; // biome-ignore format: one line
};
const update = () => desk.send('POST', `/api/survey/cycles/${cycleId}/candidates`);

describe('Y02: the survey of a year and its window', () => {
  test('a second survey of one fiscal year is refused', async () => {
    at('2023-12-01T10:00:00+09:00');
    const made = await desk.send('POST', '/api/survey/cycles', { fiscalYear: 2024, target: 2 });
    cycleId = String(made.body['id']);
    const second = await desk.send('POST', '/api/survey/cycles', { fiscalYear: 2024 });
    expect([second.status, fieldsIn(second)]).toEqual([422, ['fiscalYear']]);
    expect((await desk.send('POST', '/api/survey/cycles', { fiscalYear: 2025 })).status).toBe(200);
  });

  test('its window is the calendar year, from the first moment of Japan’s first day to the last of the last', async () => {
    const { body } = await desk.send('GET', `/api/survey/cycles/${cycleId}`);
    expect(body['window']).toEqual({ from: '2024-01-01', until: '2024-12-31' });
    const moments = {
      '2023-12-31T23:59:00+09:00': 'before',
      '2024-01-01T00:00:00+09:00': 'in',
      '2024-12-31T23:59:00+09:00': 'in',
      '2025-01-01T00:00:00+09:00': 'after',
    };
    for (const moment of Object.keys(moments)) {
      at(moment);
      await received(needed(moment));
    }
    await update();
    const { candidates: listed, tally } = await candidates();
    const eligible = listed.filter(({ out }) => out === null).map(({ title }) => title);
    expect(eligible.sort()).toEqual(['停止 2024-01-01T00:00:00+09:00', '停止 2024-12-31T23:59:00+09:00']);
    // The others are told of with why; the two of November are among those before, whatever their verdict.
    expect(tally).toMatchObject({ eligible: 2, after: 1 });
    expect((tally as { before: number }).before).toBeGreaterThanOrEqual(1);
  });
});

const CRITERIA = ['actualHarm', 'trend', 'gravity', 'spread', 'recurrence', 'lessonValue', 'novelty'];
const given = (score: number, quality: string) => ({
  scores: Object.fromEntries(CRITERIA.map((key) => [key, { score, evidence: '報告の記載による' }])),
  quality,
});
interface Selection {
  readonly seen: number;
  readonly ranked: readonly {
    eventId: string;
    sector: string;
    total: number;
    needs: string[];
    quality: object;
  }[];
  readonly warnings: readonly { kind: string; sector: string | null }[];
  readonly sectors: readonly { key: string; chosen: number }[];
  readonly causes: readonly unknown[];
}
const selection = async (by: Visitor = desk): Promise<Answer & { readonly body: Selection }> =>
  (await by.send('GET', `/api/survey/cycles/${cycleId}/selection`)) as Answer & { readonly body: Selection };
const keep = async (picks: readonly { eventId: string; reason?: string }[]) => {
  const { seen } = (await selection()).body;
  return desk.send('PUT', `/api/survey/cycles/${cycleId}/selection`, { picks, seen });
};

describe('Y03: screening and selection', () => {
  test('raters see nothing of each other before their own sheet is locked', async () => {
    for (const [n, sector] of ['power', 'water', 'finance'].entries()) {
      const noticed = `2024-0${n + 3}-10T09:00:00+09:00`;
      at(noticed);
      await received({ ...needed(noticed, sector), causes: value([n === 0 ? 'massAccess' : 'userError']) });
    }
    at('2025-04-01T10:00:00+09:00');
    await update();
    const listed = (await candidates()).candidates.filter(({ out }) => out === null);
    expect(listed).toHaveLength(5);
    for (const { id } of raters)
      expect((await desk.send('POST', `/api/survey/cycles/${cycleId}/raters`, { personId: id })).status).toBe(200); // biome-ignore format: one line
    expect((await desk.send('POST', `/api/survey/cycles/${cycleId}/rating`)).status).toBe(200);
    // Those of the power sector are rated highest by both, the last one lowest.
    const scores = new Map(listed.map(({ eventId, sector }, n) => [eventId, sector === 'power' ? 3 : n % 2]));
    for (const [nth, { visitor }] of raters.entries()) {
      for (const [eventId, score] of scores)
        expect((await visitor.send('PUT', `/api/survey/cycles/${cycleId}/sheet/${eventId}`, given(score, nth === 0 ? 'good' : 'poor'))).status).toBe(200); // biome-ignore format: one line
      const own = `/api/survey/cycles/${cycleId}`;
      expect((await visitor.send('GET', `${own}/selection`)).status).toBe(409);
      // Of the ratings of a candidate a rater sees their own alone.
      const { ratings } = (await visitor.send('GET', `${own}/candidates/${listed[0]?.eventId}/ratings`)).body;
      expect(ratings).toMatchObject([{ raterId: raters[nth]?.id }]);
      expect(ratings).toHaveLength(1);
      const sheets = (await visitor.send('GET', `${own}/raters`)).body['raters'] as { raterId: string }[];
      expect(sheets.map(({ raterId }) => raterId)).toEqual([raters[nth]?.id]);
      expect((await visitor.send('POST', `${own}/sheet/locking`)).status).toBe(200);
      // The first is done and sees no result while the second still rates.
      if (nth === 0) expect((await selection(visitor)).status).toBe(409);
    }
    expect((await selection(raters[0]?.visitor)).status).toBe(200);
  });

  test('a pick out of the order of ranks is refused without a reason', async () => {
    const { ranked } = (await selection()).body;
    const last = ranked.at(-1)?.eventId ?? '';
    const refused = await keep([{ eventId: last }]);
    expect([refused.status, fieldsIn(refused)]).toEqual([422, ['picks.0.reason']]);
    expect((await keep([{ eventId: last, reason: '同種の事例を昨年度に公表済みのため' }])).status).toBe(200);
  });

  test('how good a response was is told and never added up', async () => {
    const { ranked } = (await selection()).body;
    expect(ranked.map(({ total }) => total)).toEqual([21, 21, 21, ranked[3]?.total, ranked[4]?.total]);
    for (const { quality } of ranked) expect(quality).toEqual({ good: 1, poor: 1, mixed: 0 });
  });

  test('a set that one sector dominates is warned of, and one with all of its sectors is not', async () => {
    const { ranked } = (await selection()).body;
    const power = ranked.filter(({ sector }) => sector === 'power').slice(0, 2);
    expect((await keep(power.map(({ eventId }) => ({ eventId, reason: '影響が大きい' })))).status).toBe(200);
    const { warnings, sectors, causes } = (await selection()).body;
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'dominant', sector: 'power' }));
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'none' }));
    expect(sectors.find(({ key }) => key === 'power')).toMatchObject({ candidates: 3, chosen: 2 });
    expect(causes.length).toBeGreaterThan(0);
    const spread = ['power', 'water', 'finance'].flatMap(
      (each) => ranked.find(({ sector }) => sector === each) ?? [],
    );
    expect((await keep(spread.map(({ eventId }) => ({ eventId, reason: '分野の均衡のため' })))).status).toBe(
      200,
    );
    expect((await selection()).body.warnings).toEqual([]);
    const signed = await desk.send('POST', `/api/survey/cycles/${cycleId}/selection/signature`);
    expect(signed.body).toMatchObject({ number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

describe('Y04: hearings', () => {
  test('drafting waits for a completed hearing and for the agreement to cooperate', async () => {
    at('2025-07-01T14:00:00+09:00');
    const [first] = (await selection()).body.ranked;
    const eventId = first?.eventId ?? '';
    const drafting = () => desk.send('POST', `/api/survey/events/${eventId}/draft`, {});
    const lacks = async () => (await desk.send('GET', `/api/survey/events/${eventId}/draft`)).body['lacks'];
    expect([(await drafting()).status, await lacks()]).toEqual([409, 'hearing']);
    const planned = await desk.send('POST', '/api/survey/hearings', {
      eventId,
      startsAt: '2025-07-01T14:00:00+09:00',
      endsAt: '2025-07-01T15:30:00+09:00',
      mode: 'visit',
      attendees: [{ side: 'operator', role: 'システム部長' }],
    });
    const id = String(planned.body['id']);
    const turn = (to: string) => desk.send('POST', `/api/survey/hearings/${id}/state`, { turn: to });
    expect([(await drafting()).status, await lacks()]).toEqual([409, 'hearing']);
    expect((await turn('open')).status).toBe(200);

    // What is asked comes from the gaps of the record; what is answered becomes a claim with speaker and certainty.
    const { questions } = (await desk.send('GET', `/api/survey/hearings/${id}`)).body as { questions: { key: string; kind: string }[] }; // biome-ignore format: one line
    expect(questions).toContainEqual(expect.objectContaining({ key: 'causeText', kind: 'notStated' }));
    const line = {
      clientId: newId(),
      at: '2025-07-01T14:00:00+09:00',
      speaker: 'システム部長',
      text: '点検の間隔が長かった',
      certainty: 'presumed',
      question: 'causeText',
    };
    expect((await desk.send('POST', `/api/survey/hearings/${id}/lines`, line)).status).toBe(200);
    const { lines } = (await desk.send('GET', `/api/survey/hearings/${id}`)).body;
    expect(lines).toMatchObject([
      { speaker: 'システム部長', claims: [{ section: 'cause', certainty: 'presumed' }] },
    ]);
    expect([(await drafting()).status, await lacks()]).toEqual([409, 'hearing']);
    clock.advance({ hours: 2 });
    expect((await turn('complete')).status).toBe(200);
    expect([(await drafting()).status, await lacks()]).toEqual([409, 'cooperation']);
    const agreed = { by: 'システム部長', at: '2025-07-01T15:00:00+09:00' };
    expect((await desk.send('POST', `/api/survey/hearings/${id}/cooperation`, agreed)).status).toBe(200);
    const drafted = await drafting();
    expect(drafted.status).toBe(200);
    const { document } = (await desk.send('GET', `/api/learn/cases/${drafted.body['caseId']}`)).body;
    expect(JSON.stringify(document)).toContain('点検の間隔が長かった');
  });
});
