import { z } from 'zod';
import type { Bilingual } from '../kernel/language.ts';
import type { Permission } from './roles.ts';

const id = z.uuid();
const text = z.string();

interface FactKind {
  /** What happened, for timeline and audit. */
  readonly name: Bilingual;
  /** Who may read it; a fact of an incident also needs the incident to be visible. */
  readonly read: Permission;
  /** Ids and words only: names, addresses and secrets stay in tables. */
  readonly body: z.ZodObject;
}

/** Every kind of fact that can happen: the vocabulary of the ledger. */
export const FACTS = {
  'organisation.founded': {
    name: { ja: '組織を登録', en: 'Organisation founded' },
    read: 'organisation.read',
    body: z.object({ demo: z.boolean() }),
  },
  'organisation.changed': {
    name: { ja: '組織情報を変更', en: 'Organisation changed' },
    read: 'organisation.read',
    body: z.object({}),
  },
  'unit.added': {
    name: { ja: '部署を追加', en: 'Unit added' },
    read: 'organisation.read',
    body: z.object({ unitId: id, parentId: id.nullable() }),
  },
  'person.added': {
    name: { ja: '利用者を追加', en: 'Person added' },
    read: 'audit.read',
    body: z.object({ personId: id, roles: z.array(text) }),
  },
  'person.changed': {
    name: { ja: '利用者を変更', en: 'Person changed' },
    read: 'audit.read',
    body: z.object({ personId: id, roles: z.array(text) }),
  },
  'person.removed': {
    name: { ja: '利用者を削除', en: 'Person removed' },
    read: 'audit.read',
    body: z.object({ personId: id }),
  },
  'person.invited': {
    name: { ja: 'サインインリンクを発行', en: 'Sign-in link issued' },
    read: 'audit.read',
    body: z.object({ personId: id }),
  },
  'person.signed-in': {
    name: { ja: 'サインイン', en: 'Signed in' },
    read: 'audit.read',
    body: z.object({ personId: id, by: text }),
  },
  'person.locked-out': {
    name: { ja: 'サインインを一時停止', en: 'Sign-in locked' },
    read: 'audit.read',
    body: z.object({ personId: id, failures: z.int() }),
  },
  'break-glass.used': {
    name: { ja: '非常用アカウントを使用', en: 'Break-glass account used' },
    read: 'audit.read',
    body: z.object({ personId: id }),
  },
  'session.revoked': {
    name: { ja: 'セッションを失効', en: 'Session revoked' },
    read: 'audit.read',
    body: z.object({ personId: id }),
  },
  'key.created': {
    name: { ja: 'APIキーを発行', en: 'API key created' },
    read: 'audit.read',
    body: z.object({ keyId: id, scopes: z.array(text), until: text }),
  },
  'key.revoked': {
    name: { ja: 'APIキーを失効', en: 'API key revoked' },
    read: 'audit.read',
    body: z.object({ keyId: id }),
  },
  'duty.changed': {
    name: { ja: '当番を変更', en: 'Duty list changed' },
    read: 'roster.read',
    body: z.object({ personIds: z.array(id) }),
  },
  'asset.kept': {
    name: { ja: '台帳（システム）を更新', en: 'Systems register changed' },
    read: 'register.read',
    body: z.object({ assetIds: z.array(id).max(500), count: z.int() }),
  },
  'asset.removed': {
    name: { ja: '台帳（システム）から削除', en: 'Removed from the systems register' },
    read: 'register.read',
    body: z.object({ assetId: id }),
  },
  'asset.imported': {
    name: { ja: '台帳（システム）へ取り込み', en: 'Imported into the systems register' },
    read: 'register.read',
    body: z.object({ importId: id, count: z.int() }),
  },
  'asset.file-handed-in': {
    name: { ja: '取り込むファイルを受領', en: 'File handed in for import' },
    read: 'register.read',
    body: z.object({ importId: id }),
  },
  'asset.file-checked': {
    name: { ja: '取り込むファイルを確認', en: 'File for import checked' },
    read: 'register.read',
    body: z.object({ importId: id, new: z.int(), changed: z.int(), same: z.int(), faulty: z.int() }),
  },
  'asset.import-wanted': {
    name: { ja: '取り込みを指示', en: 'Import asked for' },
    read: 'register.read',
    body: z.object({ importId: id }),
  },
  'register.kept': {
    name: { ja: '台帳を更新', en: 'Register changed' },
    read: 'register.read',
    body: z.object({ register: text, key: text, version: z.int() }),
  },
  'register.removed': {
    name: { ja: '台帳から削除', en: 'Removed from a register' },
    read: 'register.read',
    body: z.object({ register: text, key: text }),
  },
  'plan.published': {
    name: { ja: '対応計画を公開', en: 'Plan published' },
    read: 'register.read',
    body: z.object({ key: text, version: z.int(), name: text }),
  },
  'headquarters-time.wanted': {
    name: { ja: '本部立ち上げ時間の試算を依頼', en: 'Simulation asked for' },
    read: 'register.read',
    body: z.object({ simulationId: id, plan: text, runs: z.int() }),
  },
  'headquarters-time.advanced': {
    name: { ja: '本部立ち上げ時間の試算の進み', en: 'Simulation advanced' },
    read: 'register.read',
    body: z.object({ simulationId: id, done: z.int() }),
  },
  'swap.asked': {
    name: { ja: '当番の交代を依頼', en: 'Swap asked for' },
    read: 'roster.read',
    body: z.object({ swapId: id, roster: text, giverId: id, takerId: id }),
  },
  'swap.answered': {
    name: { ja: '当番の交代に回答', en: 'Swap answered' },
    read: 'roster.read',
    body: z.object({ swapId: id, state: z.enum(['agreed', 'declined', 'withdrawn']) }),
  },
  'calendar-feed.made': {
    name: { ja: 'カレンダー購読を作成', en: 'Calendar address made' },
    read: 'roster.read',
    body: z.object({ feedId: id, personId: id }),
  },
  'calendar-feed.revoked': {
    name: { ja: 'カレンダー購読を終了', en: 'Calendar address ended' },
    read: 'roster.read',
    body: z.object({ feedId: id }),
  },
  'call-run.begun': {
    name: { ja: '電話連絡を開始', en: 'Call run begun' },
    read: 'register.read',
    body: z.object({ runId: id, cause: text, band: text, drill: z.boolean(), calls: z.int() }),
  },
  'call-run.logged': {
    name: { ja: '電話の結果を記録', en: 'Call logged' },
    read: 'register.read',
    body: z.object({ runId: id, position: z.int(), outcome: text }),
  },
  'call-run.ended': {
    name: { ja: '電話連絡を終了', en: 'Call run ended' },
    read: 'register.read',
    body: z.object({ runId: id }),
  },
  'pack.renewed': {
    name: { ja: '持ち出しパックを更新', en: 'Pack renewed' },
    read: 'register.read',
    body: z.object({ version: z.int(), changed: z.boolean() }),
  },
  'contact.routes-kept': {
    name: { ja: '連絡手段を更新', en: 'Contact routes changed' },
    read: 'person.read',
    body: z.object({ personId: id, routes: z.int() }),
  },
  'contact.route-verified': {
    name: { ja: '連絡手段を確認', en: 'Contact route verified' },
    read: 'person.read',
    body: z.object({ personId: id, routeId: id, by: z.enum(['link', 'hand']) }),
  },
  'confirmation.asked': {
    name: { ja: '確認を依頼', en: 'Confirmation asked for' },
    read: 'register.read',
    body: z.object({ confirmationId: id, kind: z.enum(['route', 'sheet']), personId: id.nullable() }),
  },
  'confirmation.settled': {
    name: { ja: '確認の依頼を送信', en: 'Question sent, held or failed' },
    read: 'register.read',
    body: z.object({ confirmationId: id, state: z.enum(['accepted', 'held', 'failed']) }),
  },
  'confirmation.answered': {
    name: { ja: '確認に回答', en: 'Confirmation answered' },
    read: 'register.read',
    body: z.object({ confirmationId: id, kind: z.enum(['route', 'sheet']) }),
  },
  'source.added': {
    name: { ja: '受信元を追加', en: 'Source added' },
    read: 'source.read',
    body: z.object({ sourceId: id, kind: text }),
  },
  'source.changed': {
    name: { ja: '受信元を変更', en: 'Source changed' },
    read: 'source.read',
    body: z.object({ sourceId: id }),
  },
  'source.removed': {
    name: { ja: '受信元を削除', en: 'Source removed' },
    read: 'source.read',
    body: z.object({ sourceId: id }),
  },
  'signal.appeared': {
    name: { ja: 'シグナル発生', en: 'Signal appeared' },
    read: 'signal.read',
    body: z.object({ signalId: id, sourceId: id, title: text, severity: text }),
  },
  'signal.reappeared': {
    name: { ja: 'シグナル再発', en: 'Signal reappeared' },
    read: 'signal.read',
    body: z.object({ signalId: id, sourceId: id, title: text, episode: z.int() }),
  },
  'signal.resolved': {
    name: { ja: 'シグナル復旧', en: 'Signal resolved' },
    read: 'signal.read',
    body: z.object({ signalId: id, sourceId: id, title: text, count: z.number() }),
  },
  'signal.fell-silent': {
    name: { ja: 'シグナル途絶', en: 'Signal fell silent' },
    read: 'signal.read',
    body: z.object({ signalId: id, sourceId: id, title: text, count: z.number() }),
  },
  'heartbeat.added': {
    name: { ja: '死活監視を追加', en: 'Heartbeat added' },
    read: 'source.read',
    body: z.object({
      heartbeatId: id,
      name: text,
      everySeconds: z.int(),
      graceSeconds: z.int(),
      page: z.boolean(),
    }),
  },
  'heartbeat.removed': {
    name: { ja: '死活監視を削除', en: 'Heartbeat removed' },
    read: 'source.read',
    body: z.object({ heartbeatId: id }),
  },
  'heartbeat.missed': {
    name: { ja: '死活信号が途絶', en: 'Heartbeat missed' },
    read: 'signal.read',
    body: z.object({ heartbeatId: id, lastAt: text.nullable() }),
  },
  'heartbeat.returned': {
    name: { ja: '死活信号が再開', en: 'Heartbeat returned' },
    read: 'signal.read',
    body: z.object({ heartbeatId: id }),
  },
  'rule.added': {
    name: { ja: '宣言ルールを追加', en: 'Rule added' },
    read: 'rule.read',
    body: z.object({ ruleId: id }),
  },
  'rule.changed': {
    name: { ja: '宣言ルールを変更', en: 'Rule changed' },
    read: 'rule.read',
    body: z.object({ ruleId: id }),
  },
  'rule.removed': {
    name: { ja: '宣言ルールを削除', en: 'Rule removed' },
    read: 'rule.read',
    body: z.object({ ruleId: id }),
  },
  'incident.declared': {
    name: { ja: 'インシデントを宣言', en: 'Incident declared' },
    read: 'incident.read',
    body: z.object({
      number: z.int(),
      title: text,
      severity: z.int(),
      ruleId: id.nullable(),
      signalId: id.nullable(),
      page: z.boolean(),
      drill: z.boolean().optional(),
    }),
  },
  // A flood links thousands at once: the number is exact, the list holds the first few.
  'incident.signals-linked': {
    name: { ja: 'シグナルを紐付け', en: 'Signals linked' },
    read: 'incident.read',
    body: z.object({ count: z.int(), signals: z.array(z.object({ signalId: id, title: text })).max(20) }),
  },
  'incident.signal-unlinked': {
    name: { ja: 'シグナルの紐付けを外す', en: 'Signal taken off' },
    read: 'incident.read',
    body: z.object({ signalId: id, title: text }),
  },
  'incident.detected': {
    name: { ja: '検知', en: 'Noticed' },
    read: 'incident.read',
    body: z.object({ route: text, text }),
  },
  'incident.merged': {
    name: { ja: '別のインシデントに統合', en: 'Merged into another incident' },
    read: 'incident.read',
    body: z.object({ intoId: id, number: z.int() }),
  },
  'incident.taken-in': {
    name: { ja: '別のインシデントを統合', en: 'Another incident merged into this' },
    read: 'incident.read',
    body: z.object({ fromId: id, number: z.int(), signals: z.int() }),
  },
  'incident.unlinked': {
    name: { ja: '関連付けを解除', en: 'Unlinked' },
    read: 'incident.read',
    body: z.object({ otherId: id, number: z.int().optional() }),
  },
  'incident.estimated': {
    name: { ja: '見積もりを更新', en: 'Estimate changed' },
    read: 'incident.read',
    body: z.object({ input: text, value: z.union([z.number(), z.boolean(), text]).nullable() }),
  },
  'incident.plan-unreadable': {
    name: { ja: '対応計画を読めない', en: 'A plan cannot be read' },
    read: 'incident.read',
    body: z.object({ key: text }),
  },
  'incident.plan-chosen': {
    name: { ja: '対応計画を適用', en: 'Plan chosen' },
    read: 'incident.read',
    // By its criteria, or by the hand of the actor.
    body: z.object({ key: text, version: z.int(), name: text, by: z.enum(['criteria', 'hand']) }),
  },
  'incident.changed': {
    name: { ja: 'インシデント情報を訂正', en: 'Incident details corrected' },
    read: 'incident.read',
    body: z.object({ title: text, severity: z.int(), site: text.nullable().optional() }),
  },
  'incident.resolved': {
    name: { ja: '復旧を記録', en: 'Incident resolved' },
    read: 'incident.read',
    body: z.object({ note: text }),
  },
  'incident.reopened': {
    name: { ja: '対応を再開', en: 'Incident reopened' },
    read: 'incident.read',
    body: z.object({ note: text }),
  },
  'incident.closed': {
    name: { ja: 'インシデントを終了', en: 'Incident closed' },
    read: 'incident.read',
    body: z.object({ note: text }),
  },
  'incident.shared': {
    name: { ja: '社外と共有', en: 'Shared with an outside party' },
    read: 'incident.read',
    body: z.object({ personId: id }),
  },
  'incident.unshared': {
    name: { ja: '社外との共有を終了', en: 'Sharing ended' },
    read: 'incident.read',
    body: z.object({ personId: id }),
  },
  'timeline.noted': {
    name: { ja: '記録', en: 'Note' },
    read: 'incident.read',
    // An event or a response has its number in the figure when it is marked for it (C0-M13).
    body: z.object({
      text,
      figure: z.boolean().optional(),
      is: z.enum(['event', 'response']).optional(),
      clientId: id.optional(),
    }),
  },
  'timeline.corrected': {
    name: { ja: '訂正', en: 'Correction' },
    read: 'incident.read',
    // Where more than the words was wrong: when it happened, and what it was.
    body: z.object({
      text,
      at: text.optional(),
      precision: text.optional(),
      is: text.optional(),
      figure: z.boolean().optional(),
    }),
  },
  'timeline.annotated': {
    name: { ja: '補足', en: 'Annotation' },
    read: 'incident.read',
    body: z.object({ text }),
  },
  // Another source says otherwise: both stand beside each other until it is settled.
  'timeline.disputed': {
    name: { ja: '食い違う情報', en: 'A conflicting account' },
    read: 'incident.read',
    body: z.object({ text, source: text }),
  },
  'timeline.settled': {
    name: { ja: '食い違いを整理', en: 'Conflict settled' },
    read: 'incident.read',
    // The line whose account holds; none where it was found that neither does.
    body: z.object({ holds: z.int().nullable(), basis: text }),
  },
  'joint.offered': {
    name: { ja: '共同記録を申し出', en: 'Linked record offered' },
    read: 'room.read',
    body: z.object({ jointId: id }),
  },
  'joint.linked': {
    name: { ja: '他組織の記録と連携', en: 'Linked with another organisation' },
    read: 'room.read',
    body: z.object({ jointId: id, organisation: text }),
  },
  'joint.told': {
    name: { ja: '相手の組織に伝達', en: 'Told the other organisation' },
    read: 'room.read',
    body: z.object({ organisation: text, text }),
  },
  'joint.heard': {
    name: { ja: '相手の組織から連絡', en: 'Heard from the other organisation' },
    read: 'room.read',
    body: z.object({ organisation: text, text }),
  },
  'joint.ended': {
    name: { ja: '連携を終了', en: 'Link ended' },
    read: 'room.read',
    body: z.object({ organisation: text }),
  },
  'incident.time-stated': {
    name: { ja: '時刻を記録', en: 'Time stated' },
    read: 'incident.read',
    // `at` and `precision` of the line are the time itself.
    body: z.object({ which: text, note: text }),
  },
  'incident.rated': {
    name: { ja: '深刻度を評価', en: 'Severity rated' },
    read: 'room.read',
    body: z.object({ continuity: z.int(), safety: z.int(), trust: z.int(), afterwards: z.boolean() }),
  },
  'incident.reclassified': {
    name: { ja: '事態の種別を変更', en: 'Reclassified' },
    read: 'room.read',
    body: z.object({ from: text.nullable(), to: text.nullable(), evidence: text }),
  },
  'incident.linked': {
    name: { ja: 'ほかのインシデントと関連付け', en: 'Linked with another incident' },
    read: 'room.read',
    body: z.object({
      otherId: id,
      how: text,
      note: text,
      noImpact: z.boolean(),
      improvementId: id.nullable().optional(),
      number: z.int().optional(),
    }),
  },
  'incident.restricted': {
    name: { ja: '閲覧者を限定', en: 'Restricted' },
    read: 'room.read',
    body: z.object({ restricted: z.boolean() }),
  },
  'incident.system-marked': {
    name: { ja: '影響するシステムを記録', en: 'Affected system marked' },
    read: 'room.read',
    body: z.object({ asset: text, state: text }),
  },
  'timeline.judged': {
    name: { ja: '対処の結果を記録', en: 'Outcome judged' },
    read: 'incident.read',
    body: z.object({ outcome: text }),
  },
  'role.assigned': {
    name: { ja: '役割を割り当て', en: 'Role assigned' },
    read: 'room.read',
    body: z.object({ role: text, name: text, personId: id }),
  },
  'role.offered': {
    name: { ja: '引き継ぎを依頼', en: 'Hand-over offered' },
    read: 'room.read',
    body: z.object({ role: text, name: text, fromId: id, toId: id, note: text }),
  },
  'role.taken': {
    name: { ja: '引き継ぎを完了', en: 'Hand-over taken' },
    read: 'room.read',
    body: z.object({ role: text, name: text, fromId: id, toId: id }),
  },
  'role.attended': {
    name: { ja: '参集', en: 'Attended' },
    read: 'room.read',
    body: z.object({ role: text, name: text, personId: id }),
  },
  'task.opened': {
    name: { ja: 'タスクを開始', en: 'Task opened' },
    read: 'room.read',
    body: z.object({
      taskId: id,
      number: z.int(),
      title: text,
      dueAt: text.nullable(),
      personId: id.nullable(),
      /** Made by whoever typed it, so that it is one however often it is sent. */
      clientId: id.optional(),
    }),
  },
  'task.assigned': {
    name: { ja: 'タスクの担当を変更', en: 'Task assigned' },
    read: 'room.read',
    body: z.object({ taskId: id, number: z.int(), personId: id.nullable() }),
  },
  'task.timed-out': {
    name: { ja: 'タスクの時間切れ', en: 'Task timed out' },
    read: 'room.read',
    body: z.object({ taskId: id, number: z.int(), title: text, action: text }),
  },
  'task.extended': {
    name: { ja: 'タスクの時間を延長', en: 'Task given longer' },
    read: 'room.read',
    body: z.object({ taskId: id, number: z.int(), title: text, dueAt: text }),
  },
  'task.ended': {
    name: { ja: 'タスクを終了', en: 'Task ended' },
    read: 'room.read',
    body: z.object({ taskId: id, number: z.int(), title: text, state: text, note: text }),
  },
  'headquarters.proposed': {
    name: { ja: '対策本部の設置を提案', en: 'Headquarters proposed' },
    read: 'room.read',
    body: z.object({ headquartersId: id, name: text, level: z.int(), inputs: z.record(text, z.unknown()) }),
  },
  'headquarters.declined': {
    name: { ja: '対策本部の設置を見送り', en: 'Headquarters declined' },
    read: 'room.read',
    body: z.object({ headquartersId: id, reason: text }),
  },
  'headquarters.set-up': {
    name: { ja: '対策本部を設置', en: 'Headquarters set up' },
    read: 'room.read',
    body: z.object({
      headquartersId: id,
      name: text,
      seconds: z.int(),
      targetMinutes: z.int(),
      met: z.boolean(),
    }),
  },
  'headquarters.changed': {
    name: { ja: '対策本部の場所・会議・報告間隔を変更', en: 'Headquarters moved' },
    read: 'room.read',
    // A bridge is a link with its pass code: that it changed is told, the link stays in its table.
    body: z.object({ headquartersId: id, room: text, bridgeChanged: z.boolean(), briefMinutes: z.int() }),
  },
  'headquarters.stood-down': {
    name: { ja: '対策本部を解散', en: 'Headquarters stood down' },
    read: 'room.read',
    body: z.object({ headquartersId: id, reason: text }),
  },
  'decision.recorded': {
    name: { ja: '決定', en: 'Decision' },
    read: 'room.read',
    body: z.object({
      question: text,
      options: z.array(text),
      decision: text,
      basis: text,
      deciderId: id,
      clientId: id.optional(),
    }),
  },
  'brief.due': {
    name: { ja: '経営層への報告を下書き', en: 'Executive brief drafted' },
    read: 'room.read',
    body: z.object({ briefId: id, number: z.int() }),
  },
  'brief.sent': {
    name: { ja: '経営層に確認を依頼', en: 'Executives asked to read a brief' },
    read: 'room.read',
    body: z.object({ briefId: id, number: z.int(), readerIds: z.array(id) }),
  },
  'brief.read': {
    name: { ja: '経営層が確認', en: 'Executive brief read' },
    read: 'room.read',
    body: z.object({ briefId: id, number: z.int(), personId: id }),
  },
  'change.proposed': {
    name: { ja: '緊急変更を提案', en: 'Emergency change proposed' },
    read: 'room.read',
    body: z.object({
      changeId: id,
      number: z.int(),
      title: text,
      skipped: text,
      sideEffects: text,
      rollback: text,
      permanentFix: text,
      expiresAt: text.nullable(),
    }),
  },
  'change.turned': {
    name: { ja: '緊急変更の状態を変更', en: 'Emergency change turned' },
    read: 'room.read',
    body: z.object({ changeId: id, number: z.int(), title: text, state: text, note: text }),
  },
  'change.expired': {
    name: { ja: '応急措置の期限切れ', en: 'Stop-gap past its date' },
    read: 'room.read',
    body: z.object({ changeId: id, number: z.int(), title: text }),
  },
  'hypothesis.opened': {
    name: { ja: '仮説', en: 'Hypothesis' },
    read: 'room.read',
    body: z.object({ hypothesisId: id, number: z.int(), text, cyber: z.boolean() }),
  },
  'hypothesis.settled': {
    name: { ja: '仮説の検証結果', en: 'Hypothesis settled' },
    read: 'room.read',
    body: z.object({ hypothesisId: id, number: z.int(), text, state: text, certainty: text, outcome: text }),
  },
  'hypothesis.timed-out': {
    name: { ja: '仮説の検証が時間切れ', en: 'Hypothesis past its time' },
    read: 'room.read',
    body: z.object({ hypothesisId: id, number: z.int(), text }),
  },
  'evidence.kept': {
    name: { ja: '証拠を保全', en: 'Evidence kept' },
    read: 'room.read',
    body: z.object({ what: text, place: text, sha256: text, custodianId: id }),
  },
  'evidence.handed-over': {
    name: { ja: '証拠を引き渡し', en: 'Evidence handed over' },
    read: 'room.read',
    body: z.object({ to: text, note: text }),
  },
  'report.opened': {
    name: { ja: '報告の期限を開始', en: 'Report clock started' },
    read: 'room.read',
    body: z.object({ reportId: id, regime: text, stage: text, startFact: text, dueAt: text.nullable() }),
  },
  'report.due-soon': {
    name: { ja: '報告の期限が近い', en: 'Report due soon' },
    read: 'room.read',
    body: z.object({ reportId: id, regime: text, stage: text, dueAt: text }),
  },
  'report.form-kept': {
    name: { ja: '報告の様式に記入', en: 'Form of a report written on' },
    read: 'room.read',
    body: z.object({ reportId: id, regime: text, stage: text, form: text, fields: z.int() }),
  },
  'report.overdue': {
    name: { ja: '報告の期限切れ', en: 'Report overdue' },
    read: 'room.read',
    body: z.object({ reportId: id, regime: text, stage: text, dueAt: text }),
  },
  'report.receipt-noted': {
    name: { ja: '報告の受付番号を記録', en: 'Receipt of a report noted' },
    read: 'room.read',
    body: z.object({ reportId: id, regime: text, stage: text, receipt: text }),
  },
  'report.submitted': {
    name: { ja: '報告を提出', en: 'Report submitted' },
    read: 'room.read',
    body: z.object({ reportId: id, regime: text, stage: text, receipt: text }),
  },
  'report.not-needed': {
    name: { ja: '報告は不要と判断', en: 'Report not needed' },
    read: 'room.read',
    body: z.object({ reportId: id, regime: text, stage: text, reason: text }),
  },
  'statement.drafted': {
    name: { ja: '発表文を作成', en: 'Statement drafted' },
    read: 'room.read',
    body: z.object({ statementId: id, number: z.int(), audience: text, kind: text }),
  },
  'statement.approved': {
    name: { ja: '発表文を承認', en: 'Statement approved' },
    read: 'room.read',
    body: z.object({ statementId: id, number: z.int() }),
  },
  'statement.refused': {
    name: { ja: '発表文を差し止め', en: 'Statement stopped' },
    read: 'room.read',
    // How many withheld things it held; never the words.
    body: z.object({ statementId: id, number: z.int(), audience: text, withheld: z.int() }),
  },
  'statement.sent': {
    name: { ja: '発表を記録', en: 'Statement recorded as published' },
    read: 'room.read',
    body: z.object({ statementId: id, number: z.int(), audience: text, kind: text, outlet: text, text }),
  },
  'statement.withdrawn': {
    name: { ja: '発表文の案を取り下げ', en: 'Draft statement withdrawn' },
    read: 'room.read',
    body: z.object({ statementId: id, number: z.int(), audience: text }),
  },
  'statement.update-missed': {
    name: { ja: '約束した続報の時刻を過ぎた', en: 'Promised update missed' },
    read: 'room.read',
    body: z.object({ statementId: id, number: z.int(), audience: text }),
  },
  'withheld.set': {
    name: { ja: '公表しない事項を変更', en: 'Withheld items changed' },
    read: 'room.read',
    // Neither the word nor the reason: that would say what is withheld.
    body: z.object({ audience: text, lifted: z.boolean() }),
  },
  'inquiry.logged': {
    name: { ja: '問い合わせを記録', en: 'Inquiry logged' },
    read: 'room.read',
    body: z.object({ inquiryId: id, number: z.int(), question: text }),
  },
  'inquiry.proposed': {
    name: { ja: '問い合わせへの回答案', en: 'Answer to an inquiry proposed' },
    read: 'room.read',
    body: z.object({ inquiryId: id, number: z.int() }),
  },
  'inquiry.answered': {
    name: { ja: '問い合わせに回答', en: 'Inquiry answered' },
    read: 'room.read',
    body: z.object({ inquiryId: id, number: z.int(), answer: text }),
  },
  'sweep.hosts-added': {
    name: { ja: '一斉点検の対象を登録', en: 'Hosts put on a sweep' },
    read: 'room.read',
    body: z.object({ taskId: id, title: text, count: z.int() }),
  },
  'sweep.reported': {
    name: { ja: '一斉点検の結果', en: 'Sweep reported' },
    read: 'room.read',
    body: z.object({
      taskId: id,
      number: z.int(),
      title: text,
      result: text,
      count: z.int(),
      /** The first of them. */
      keys: z.array(text),
      /** The party that said so; empty where it was one of ours. */
      party: text,
      note: text,
    }),
  },
  'recovery.began': {
    name: { ja: '復旧の対象を登録', en: 'Machines put on the recovery board' },
    read: 'room.read',
    body: z.object({ count: z.int(), wave: z.int() }),
  },
  'recovery.moved': {
    name: { ja: '復旧の進み', en: 'Recovery moved' },
    read: 'room.read',
    body: z.object({ count: z.int(), state: text, where: text, blocker: text, wave: z.int().optional() }),
  },
  'recovery.growth-checked': {
    name: { ja: '広がりを確認', en: 'Growth checked' },
    read: 'room.read',
    body: z.object({ affected: z.int(), before: z.int().nullable(), note: text }),
  },
  'recovery.strategy-chosen': {
    name: { ja: '復旧方法を決定', en: 'Way of restoring chosen' },
    read: 'room.read',
    body: z.object({ asset: text, method: text, criteria: text }),
  },
  'recovery.order-answered': {
    name: { ja: '復旧順位に回答', en: 'Owner answered on the order' },
    read: 'room.read',
    body: z.object({ asset: text, agreed: z.boolean(), asOwner: z.boolean(), note: text }),
  },
  'recovery.attributed': {
    name: { ja: '復旧の理由を記録', en: 'Reason of recovery told' },
    read: 'room.read',
    body: z.object({ cause: text, note: text }),
  },
  'recovery.page-opened': {
    name: { ja: '現地作業ページを発行', en: 'Page for technicians made' },
    read: 'room.read',
    body: z.object({ linkId: id, name: text }),
  },
  'recovery.page-ended': {
    name: { ja: '現地作業ページを終了', en: 'Page for technicians ended' },
    read: 'room.read',
    body: z.object({ linkId: id, name: text }),
  },
  'notice.settled': {
    name: { ja: 'お知らせ・依頼の送信結果', en: 'Message sent, held or failed' },
    read: 'room.read',
    body: z.object({ noticeId: id, kind: text, state: text }),
  },
  'request.sent': {
    name: { ja: '委託先などに依頼', en: 'Asked an outside party' },
    read: 'room.read',
    body: z.object({ taskId: id, number: z.int(), title: text, party: text }),
  },
  'request.not-sent': {
    name: {
      ja: '依頼を送れない（連絡先なし。別の手段で伝える）',
      en: 'No address to ask: tell them by other means',
    },
    read: 'room.read',
    body: z.object({ taskId: id, number: z.int(), title: text, party: text }),
  },
  'request.answered': {
    name: { ja: '依頼への回答', en: 'An outside party answered' },
    read: 'room.read',
    body: z.object({
      taskId: id,
      number: z.int(),
      title: text,
      party: text,
      answer: text,
      done: z.boolean(),
    }),
  },
  'individuals.notified': {
    name: { ja: '個別にお知らせ', en: 'Individuals notified' },
    read: 'room.read',
    body: z.object({ statementId: id, number: z.int(), count: z.int() }),
  },
  'status.told': {
    name: { ja: '状況ページの配信', en: 'Status page subscribers told' },
    read: 'room.read',
    body: z.object({ statementId: id, number: z.int(), count: z.int() }),
  },
  'status.subscribed': {
    name: { ja: '状況ページの配信登録', en: 'Status page subscription' },
    read: 'channel.read',
    body: z.object({ subscriberId: id, state: z.enum(['asked', 'confirmed', 'left']) }),
  },
  'page.requested': {
    name: { ja: '当番の呼出を依頼', en: 'Paging requested' },
    read: 'page.read',
    body: z.object({}),
  },
  'page.started': {
    name: { ja: '呼出開始', en: 'Paging started' },
    read: 'page.read',
    body: z.object({ pageId: id, steps: z.array(z.array(id)), waitSeconds: z.int() }),
  },
  'page.attempted': {
    name: { ja: '呼出を送信待ちに登録', en: 'Page queued' },
    read: 'page.read',
    body: z.object({ pageId: id, attemptId: id, personId: id, channel: text, step: z.int() }),
  },
  'page.held': {
    name: { ja: '呼出を送信できず保留', en: 'Page not sent, held' },
    read: 'page.read',
    body: z.object({ pageId: id, attemptId: id, personId: id, reason: text }),
  },
  'page.accepted': {
    name: { ja: '送信先が受理', en: 'Accepted by the provider' },
    read: 'page.read',
    // bundled: so many others went with it in one message.
    body: z.object({ pageId: id, attemptId: id, personId: id, bundled: z.int().optional() }),
  },
  'page.delivered': {
    name: { ja: '届いた', en: 'Delivered' },
    read: 'page.read',
    body: z.object({ pageId: id, attemptId: id, personId: id }),
  },
  'page.seen': {
    name: { ja: '本人が見た', en: 'Seen' },
    read: 'page.read',
    body: z.object({ pageId: id, attemptId: id, personId: id }),
  },
  'page.failed': {
    name: { ja: '送信失敗', en: 'Sending failed' },
    read: 'page.read',
    body: z.object({ pageId: id, attemptId: id, personId: id, reason: text }),
  },
  'page.acknowledged': {
    name: { ja: '呼出に応答', en: 'Page acknowledged' },
    read: 'page.read',
    // Where a plan asks for several answers: the how-manieth of how many.
    body: z.object({
      pageId: id,
      personId: id,
      by: z.enum(['link', 'console', 'sms', 'key', 'phone']),
      answers: z.int().optional(),
      needed: z.int().optional(),
      /** It was a summons for one matter, not the page of the incident. */
      summons: z.boolean().optional(),
    }),
  },
  'page.escalated': {
    name: { ja: '応答なし、次の担当へ', en: 'No answer, next person' },
    read: 'page.read',
    body: z.object({ pageId: id, step: z.int() }),
  },
  'page.exhausted': {
    name: { ja: '誰も応答せず', en: 'Nobody answered' },
    read: 'page.read',
    body: z.object({ pageId: id }),
  },
  'page.nobody-to-call': {
    name: { ja: '招集できる人がいない', en: 'Nobody to call' },
    read: 'room.read',
    body: z.object({ topic: text }),
  },
  'page.tree-unreadable': {
    name: { ja: '連絡網を読めず当番の順に呼ぶ', en: 'Call tree unreadable, duty list asked' },
    read: 'page.read',
    body: z.object({ reason: z.string() }),
  },
  'page.repaired': {
    name: { ja: '止まっていた呼出を修復', en: 'A stuck page was mended' },
    read: 'page.read',
    body: z.object({ pageId: id, what: z.enum(['escalation', 'attempt', 'clock']) }),
  },
  'page.stopped': {
    name: { ja: '呼出を停止', en: 'Paging stopped' },
    read: 'page.read',
    body: z.object({ pageId: id }),
  },
  'case.opened': {
    name: { ja: '事例を作成', en: 'Case opened' },
    read: 'case.read',
    body: z.object({ caseId: id }),
  },
  'case.revised': {
    name: { ja: '事例を改訂', en: 'Case revised' },
    read: 'case.read',
    body: z.object({ caseId: id, version: z.int() }),
  },
  'case.turned': {
    name: { ja: '事例の状態を変更', en: 'Case state changed' },
    read: 'case.read',
    body: z.object({ caseId: id, state: text }),
  },
  'improvement.adopted': {
    name: { ja: '教訓を改善に採用', en: 'Lesson adopted as an improvement' },
    read: 'case.read',
    body: z.object({ improvementId: id, caseId: id, lessonId: text }),
  },
  'improvement.changed': {
    name: { ja: '改善を変更', en: 'Improvement changed' },
    read: 'case.read',
    body: z.object({ improvementId: id, state: text }),
  },
  'watch.set': {
    name: { ja: '外部からの見守りを設定', en: 'Remote watch set' },
    read: 'channel.read',
    body: z.object({ everySeconds: z.int() }),
  },
  'watch.beaten': {
    name: { ja: '見守りへの信号の成否が変化', en: 'Beats to the remote watch' },
    read: 'channel.read',
    body: z.object({ outcome: text }),
  },
  'watch.ended': {
    name: { ja: '外部からの見守りを終了', en: 'Remote watch ended' },
    read: 'channel.read',
    body: z.object({}),
  },
  'channel.configured': {
    name: { ja: '通知手段を設定', en: 'Channel configured' },
    read: 'channel.read',
    body: z.object({ channel: text }),
  },
} as const satisfies Record<string, FactKind>;

export type FactName = keyof typeof FACTS;
export type FactBody<K extends FactName> = z.infer<(typeof FACTS)[K]['body']>;

export const isFactName = (kind: string): kind is FactName => Object.hasOwn(FACTS, kind);
