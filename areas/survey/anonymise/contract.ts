import { z } from 'zod';
import { givenId } from '../../../kernel/ids.ts';
import { byId, contract, done } from '../../contract.ts';
import { wordDecisions, wordsView } from './deciding/schema.ts';
import { partApproval, partDecision } from './disclosing/schema.ts';
import { linkageView, newAttempt, publicFact, rowDecision } from './linkage/schema.ts';
import {
  byEntity,
  entityChange,
  entityFile,
  entityRemoval,
  listedEntity,
  newEntity,
} from './listed/schema.ts';
import { editionLog, editionsView, editionView, publicFormView } from './schema.ts';

const byNumber = z.object({ id: givenId, number: z.coerce.number().int().positive().max(100_000) });

export const contracts = contract({
  'GET /api/survey/cases/:id/editions': {
    command: 'survey public-editions list',
    permission: 'survey.intake',
    summary: {
      ja: '事例の公開版（新しい順）と、公開までに残る事項',
      en: 'Public editions of a case, newest first, and what is still open before publication',
    },
    params: byId,
    reply: editionsView,
  },
  'POST /api/survey/cases/:id/editions': {
    command: 'survey public-editions make',
    permission: 'survey.manage',
    summary: { ja: '事例の公開版の作成', en: 'Make a public edition of a case' },
    params: byId,
    body: z.object({}),
    reply: z.object({ number: z.number(), hash: z.string() }),
  },
  'GET /api/survey/cases/:id/editions/:number': {
    command: 'survey public-editions show',
    permission: 'survey.intake',
    summary: { ja: '事例の公開版の内容', en: 'A public edition of a case' },
    params: byNumber,
    reply: editionView,
  },
  'GET /api/survey/cases/:id/editions/:number/replacements': {
    command: 'survey public-editions replacements',
    permission: 'survey.manage',
    summary: {
      ja: '公開版の置換の記録（閲覧は記録されます）',
      en: 'What was replaced in a public edition; reading it is recorded',
    },
    params: byNumber,
    reply: editionLog,
  },
  'GET /api/survey/cases/:id/public-form': {
    command: 'survey public-editions preview',
    permission: 'survey.manage',
    summary: {
      ja: '事例の内部版と公開版の比較（置換箇所付き）',
      en: 'A case beside its public form, with every replacement marked',
    },
    params: byId,
    reply: publicFormView,
  },
  'GET /api/survey/cases/:id/entities': {
    command: 'survey entities list',
    permission: 'survey.intake',
    summary: { ja: '事例で伏せる対象の一覧', en: 'Names to withhold in a case' },
    params: byId,
    reply: z.object({ entities: z.array(listedEntity) }),
  },
  'POST /api/survey/cases/:id/entities': {
    command: 'survey entities add',
    permission: 'survey.manage',
    summary: { ja: '伏せる対象の追加', en: 'Add a name to withhold in a case' },
    params: byId,
    body: newEntity,
    reply: z.object({ id: z.string() }),
  },
  'PUT /api/survey/cases/:id/entities/:entityId': {
    command: 'survey entities change',
    permission: 'survey.manage',
    summary: { ja: '伏せる対象の変更', en: 'Change a name to withhold' },
    params: byEntity,
    body: entityChange,
    reply: z.object({ version: z.number() }),
  },
  'POST /api/survey/cases/:id/entities/:entityId/removal': {
    command: 'survey entities remove',
    permission: 'survey.manage',
    summary: { ja: '伏せる対象からの除外', en: 'Remove a name from the list' },
    params: byEntity,
    body: entityRemoval,
    reply: done,
  },
  'POST /api/survey/cases/:id/entities/filling': {
    command: 'survey entities fill',
    permission: 'survey.manage',
    summary: {
      ja: '登録情報・報告・ヒアリングからの、伏せる対象の取り込み',
      en: 'Fill the list of names from registers, reports and hearings',
    },
    params: byId,
    body: z.object({}),
    reply: z.object({ added: z.number(), extended: z.number() }),
  },
  'GET /api/survey/cases/:id/entity-file': {
    command: 'survey entities export',
    permission: 'survey.intake',
    summary: { ja: '伏せる対象の一覧の書き出し（YAML）', en: 'The list of names as YAML' },
    params: byId,
    reply: entityFile,
  },
  'POST /api/survey/cases/:id/entity-file': {
    command: 'survey entities import',
    permission: 'survey.manage',
    summary: { ja: '伏せる対象の一覧の読み込み（YAML）', en: 'Add the names of a YAML list' },
    params: byId,
    body: entityFile,
    reply: z.object({ added: z.number(), extended: z.number(), known: z.number() }),
  },
  'GET /api/survey/cases/:id/words': {
    command: 'survey words list',
    permission: 'survey.intake',
    summary: {
      ja: '公開済みの文書にない、判断が必要な語',
      en: 'Words of a case that nothing published has used, to be decided',
    },
    params: byId,
    reply: wordsView,
  },
  'POST /api/survey/cases/:id/words': {
    command: 'survey words decide',
    permission: 'survey.manage',
    summary: { ja: '語の判断（まとめて登録）', en: 'Decide on words of a case, many at once' },
    params: byId,
    body: wordDecisions,
    reply: z.object({ left: z.number() }),
  },
  'GET /api/survey/cases/:id/linkage': {
    command: 'survey linkage show',
    permission: 'survey.intake',
    summary: {
      ja: '公開版から特定されるおそれの確認表と、特定の試行の記録',
      en: 'What a public edition could be identified by, and the attempts to identify it',
    },
    params: byId,
    reply: linkageView,
  },
  'POST /api/survey/cases/:id/linkage': {
    command: 'survey linkage decide',
    permission: 'survey.manage',
    summary: { ja: '特定されるおそれについての判断', en: 'Decide on what could identify an incident' },
    params: byId,
    body: rowDecision,
    reply: z.object({ version: z.number() }),
  },
  'POST /api/survey/cases/:id/public-facts': {
    command: 'survey linkage note',
    permission: 'survey.manage',
    summary: { ja: '公表されている事実の記録', en: 'Note a fact that is public elsewhere' },
    params: byId,
    body: publicFact,
    reply: z.object({ id: z.string() }),
  },
  'POST /api/survey/cases/:id/attempts': {
    command: 'survey linkage try',
    permission: 'survey.manage',
    summary: { ja: '特定の試行の記録', en: 'Log an attempt to identify an incident' },
    params: byId,
    body: newAttempt,
    reply: z.object({ id: z.string() }),
  },
  'POST /api/survey/cases/:id/disclosures': {
    command: 'survey disclosures decide',
    permission: 'survey.manage',
    summary: {
      ja: '文の公開の扱いとその理由の記録',
      en: 'Decide how a text of a case is disclosed, and why',
    },
    params: byId,
    body: partDecision,
    reply: z.object({ version: z.number() }),
  },
  'POST /api/survey/cases/:id/disclosures/approval': {
    command: 'survey disclosures approve',
    permission: 'survey.manage',
    summary: { ja: '公開の扱いの承認', en: 'Approve how a text of a case is disclosed' },
    params: byId,
    body: partApproval,
    reply: z.object({ version: z.number() }),
  },
});
