import type { Language } from '../../../../kernel/language.ts';

/** A word that is written in one way, and how else it is met. */
export interface Spelling {
  readonly use: string;
  readonly variants: readonly string[];
  /** Longer words in which a variant is right. */
  readonly except?: readonly string[];
}

/** An expression that a report does not use, and what it says instead. */
export interface Avoided {
  readonly words: RegExp;
  readonly use: string;
}

export interface Wording {
  readonly spellings: Readonly<Record<Language, readonly Spelling[]>>;
  /** Both are right in a text; a search takes them for one. */
  readonly alike: readonly Spelling[];
  readonly avoided: Readonly<Record<Language, readonly Avoided[]>>;
}

const as = (use: string, ...variants: readonly string[]): Spelling => ({ use, variants });
const not = (words: RegExp, use: string): Avoided => ({ words, use });

/**
 * Which spelling of a word reports use, and which expressions they leave to everyday speech: the first edition. The
 * writing of loanwords follows the cabinet notice on them, the rest the guide to official documents. A search takes the
 * spellings of a word for one: its copy of this list is in the database (`find_spelt`), and a test holds them together, so
 * that a further edition comes with a migration.
 */
const FIRST: Wording = {
  spellings: {
    ja: [
      { ...as('Web', 'ウェブ', 'ウエブ', 'WEB', 'web'), except: ['ダークウェブ'] },
      as(
        'ファイアウォール',
        'ファイヤウォール',
        'ファイヤーウォール',
        'ファイアーウォール',
        'ファイアウオール',
        'ファイヤウオール',
      ),
      as('インターフェース', 'インタフェース', 'インターフェイス', 'インタフェイス'),
      as('サーバー', 'サーバ'),
      { ...as('ユーザー', 'ユーザ'), except: ['ユーザビリティ'] },
      as('コンピューター', 'コンピュータ'),
      { ...as('ルーター', 'ルータ'), except: ['ルータブル'] },
      as('ベンダー', 'ベンダ'),
      as('メーカー', 'メーカ'),
      as('プリンター', 'プリンタ'),
      as('フォルダー', 'フォルダ'),
      as('プロバイダー', 'プロバイダ'),
      as('オペレーター', 'オペレータ'),
      as('コンバーター', 'コンバータ'),
      { ...as('センター', 'センタ'), except: ['センタリング'] },
      as('セキュリティ', 'セキュリティー'),
      as('データ', 'データー'),
      as('ソフトウェア', 'ソフトウエア'),
      as('ハードウェア', 'ハードウエア'),
      as('マルウェア', 'マルウエア'),
      as('ランサムウェア', 'ランサムウエア'),
      as('ウイルス', 'ウィルス'),
      as('バージョン', 'ヴァージョン'),
      as('シミュレーション', 'シュミレーション'),
      as('問い合わせ', '問合せ', '問合わせ', '問い合せ', '問いあわせ'),
      as('打ち合わせ', '打合せ', '打合わせ', '打ち合せ'),
      as('組み合わせ', '組合せ', '組合わせ', '組み合せ'),
      as('漏えい', '漏洩', 'ろうえい'),
      as('及び', 'および'),
      as('又は', 'または'),
      as('若しくは', 'もしくは'),
      as('並びに', 'ならびに'),
      as('例えば', 'たとえば'),
      as('全て', 'すべて'),
      as('様々', 'さまざま'),
      as('直ちに', 'ただちに'),
      as('あらかじめ', '予め'),
      { ...as('都度', 'つど'), except: ['つどい', 'つどう'] },
    ],
    en: [
      as('organisation', 'organization'),
      as('unauthorised', 'unauthorized'),
      as('authorised', 'authorized'),
      as('recognise', 'recognize'),
      as('analyse', 'analyze'),
      as('data centre', 'data center', 'datacenter', 'datacentre'),
      as('cyber attack', 'cyberattack', 'cyber-attack'),
      as('email', 'e-mail'),
      as('website', 'web site'),
      as('help desk', 'helpdesk', 'help-desk'),
      as('backup', 'back-up'),
    ],
  },
  alike: [
    as('ファイア', 'ファイヤ'),
    as('問い合わせ', '問合'),
    as('打ち合わせ', '打合'),
    as('取り組み', '取組み', '取組'),
    as('取り扱い', '取扱い', '取扱'),
    as('取り消し', '取消し', '取消'),
    as('受け付け', '受付け', '受付'),
    as('申し込み', '申込み', '申込'),
    as('引き継ぎ', '引継ぎ', '引継'),
    as('呼び出し', '呼出し', '呼出'),
    as('切り離し', '切離し', '切離'),
    as('切り替え', '切替え', '切替'),
    as('切り分け', '切分け', '切分'),
    as('入れ替え', '入替え', '入替'),
    as('割り当て', '割当て', '割当'),
    as('立ち上げ', '立上げ', '立上'),
    as('持ち出し', '持出し', '持出'),
    as('差し戻し', '差戻し', '差戻'),
    as('手続', '手続き'),
    as('見積', '見積もり', '見積り'),
    as('organis', 'organiz'),
    as('recognis', 'recogniz'),
    as('authoris', 'authoriz'),
    as('analys', 'analyz'),
  ],
  avoided: {
    ja: [
      not(/(?<!都道府)県警/, '都道府県警'),
      not(/(?<![依信])頼(?:ん|み|む|め|ま)/, '依頼'),
      not(/(?<!お)知らせ/, '報告、通知、周知'),
      not(/見張/, '監視'),
      not(/分け合|分かち合/, '共有'),
      not(/じか(?:に|の)/, '直接'),
      not(/本部(?:を|が)立/, '設置'),
      not(/(?:パッチ|プログラム|修正)(?:を|が)当/, '適用'),
      not(/遅れ(?:は|が|を)解/, '解消'),
      not(/(?<!相|選|担い|働き|作り|受け|引き|売り|買い|使い)手を(?:探|打|回|焼)/, '施策、対策'),
      not(/調べ(?:る|た|て|始|を|が|よう)/, '調査、確認'),
      not(/見つ[かけ]/, '発見、検知、特定'),
      not(/気付(?:い|か|き[、。]|く|け)/, '認識、確認、検知'),
      not(/(?<!受け|差し|食い)止(?:ま[っりる]|め[たてる])/, '停止'),
      not(
        /(?:元|もと)に戻|戻っ(?:た|て)|つなぎ|つない|(?:サイト|サービス|サーバー)(?:に|が|へ)つなが/,
        '復旧、復帰、接続',
      ),
      not(/使え(?:な|る|ず)/, '使用できる、利用できる'),
      not(/落ち(?:た|て)/, '異常終了、停止'),
      not(/(?<![見り正素率愚実])直(?:し[たて]|す|さ)|作り直/, '修正、改修、改定'),
      not(/やり直/, '再試行'),
      not(/差し込/, '接続'),
      not(/ふさ[いぐ]/, '閉塞'),
      not(/飛ばす|飛ばし/, '省略'),
      not(/練[っりる]/, '検討'),
      not(/もれなく|漏れなく/, '網羅的に'),
      not(/思わぬ|思いがけ/, '不測の'),
      not(/いざという/, '緊急時'),
      not(/ふだん|普段/, '平時、通常'),
      not(/(?<![お見])守り/, 'セキュリティ対策'),
      not(/物差し|ものさし/, '基準'),
      not(/手落ち/, '不備'),
      not(/重み(?!付)|事の重さ/, '重要性、重大性'),
      not(/型を身に/, '型を定着'),
      not(/部品として/, '組み込んで'),
      not(/いくつもの|何社もの|何台もの/, '複数の'),
      not(/気風/, '文化'),
      not(/のめり込/, '集中'),
      not(/なら(?:す|し)こと|負荷をなら/, '平準化'),
      not(/素早く|すばや[くい]/, '迅速に、早期に'),
      not(/はかど/, '効率化'),
      not(/きちんと|しっかり/, '適切に'),
      not(/話し合/, '協議'),
      not(/命じ/, '指示'),
      not(/効き目|効い(?:た|て)/, '効果、有効'),
      not(/(?:必要|人手)が?要(?:る|り|ら)|がいる。|が要(?:る|り|ら)/, '必要'),
      not(/抜き取/, '窃取'),
    ],
    en: [
      not(/\bSNS\b/, 'social media'),
      not(/\b(?:is|are|was|were|been|be) told\b|\btold (?:of|about|that|the|everyone|users)\b/i, 'informed'),
      not(/\basked for\b/i, 'requested'),
      not(/\bblips?\b/i, 'momentary interruption'),
      not(/\bmend(?:ed|s|ing)?\b/i, 'fix'),
      not(/(?<!(?:decision|policy)[ -])\bmakers?\b/i, 'manufacturer, developer'),
      not(/\bby hand\b/i, 'manually'),
      not(/\bnobody\b/i, 'no one'),
      not(/\bstop-gap\b/i, 'temporary'),
      not(/\bperiodic maintenance\b/i, 'scheduled maintenance'),
      not(/\bin normal times\b/i, 'in advance, before an incident'),
      not(/\b(?:goes|go|went|going) on\b/i, 'continue'),
      not(/\b(?:the|a|both|as) window\b|\bwindow and\b/i, 'point of contact'),
      not(/\bheadquarters stood\b/i, 'was set up'),
      not(/\bon the shelf\b/i, 'in place'),
      not(/\bfor fear of\b/i, 'because of the possibility of'),
      not(/\bfor want of\b/i, 'owing to a lack of'),
      not(/\bthe later comes\b/i, 'fall behind'),
      not(/\bhas a form\b|\binto form\b/i, 'established pattern'),
      not(/\bneeds? little\b/i, 'limited resources'),
      not(/\bmass (?:data|errors?)\b/i, 'large volume of'),
      not(/\bplugged\b/i, 'connected'),
      not(/\bdead devices?\b/i, 'unusable equipment'),
      not(/\btaught by\b/i, 'learning from'),
      not(/\bput to use\b/i, 'used'),
      not(/\blook(?:ed)? away\b/i, 'tolerate'),
      not(/\bcarried it\b/i, 'was decisive'),
      not(/\blevel(?:led|ling)? the load\b/i, 'distribute the workload'),
      not(/\bwhoever\b|\bwherein\b|\bthereupon\b|\bhitherto\b/i, 'plain modern words'),
    ],
  },
};

/** Every edition, the first one first; texts are held to the newest. */
export const WORDINGS: readonly [Wording, ...Wording[]] = [FIRST];
