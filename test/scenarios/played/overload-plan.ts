import type { z } from 'zod';
import type { plan as planShape } from '../../../areas/prepare/plans/schema.ts';
import type { Stage } from './staged.ts';

/** The plan of case 8: a meeting first, a headquarters when it takes longer than an hour. */
export const overloadPlan = (stage: Stage): z.input<typeof planShape> => ({
  key: 'overload',
  name: '過負荷',
  situation: 'overload',
  origin: '過去の障害（C8-B1）',
  activation: 'situation == "overload"',
  roles: [
    { key: 'commander', name: '本部長', personId: stage.idOf('head'), deputyIds: [stage.idOf('system')] },
    { key: 'technical', name: '技術', personId: stage.idOf('system'), deputyIds: [stage.idOf('monitoring')] },
  ],
  levels: [
    { level: 1, name: '対応会議', when: 'severity >= 2', convene: 'responseMeeting' },
    { level: 2, name: '対策本部', when: 'expectedOutageMinutes > 60', convene: 'headquarters' },
  ],
  bodies: [
    { kind: 'responseMeeting', name: '対応会議', chair: 'technical' },
    { kind: 'headquarters', name: '対策本部', chair: 'commander', members: ['technical'] },
  ],
  steps: [{ text: '原因と影響を調べる', role: 'technical', deputy: 'commander', limitMinutes: 30, onTimeout: 'escalate' }],
  samples: [{ name: 's', inputs: [{ input: 'situation', value: 'overload' }, { input: 'severity', value: '2' }], level: 1 }],
}); // biome-ignore format: a plan at one look
