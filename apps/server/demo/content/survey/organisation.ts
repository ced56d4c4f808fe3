import type { Role } from '../../../../../areas/roles.ts';
import type { Bilingual } from '../../../../../kernel/language.ts';

/** A body that surveys operators of critical services, and does not exist either. */
export const BODY_NAME: Bilingual = {
  ja: '重要サービス事例調査室',
  en: 'Critical Services Case Survey Office',
};

interface Member {
  readonly name: Bilingual;
  readonly email: string;
  readonly roles: readonly Role[];
}
const member = (ja: string, en: string, email: string, ...roles: readonly Role[]): Member => ({
  name: { ja, en },
  email,
  roles,
});

export const MEMBERS = {
  okabe: member('岡部 千尋', 'Chihiro Okabe', 'okabe@survey.invalid', 'secretariat'),
  kusano: member('草野 亮', 'Ryo Kusano', 'kusano@survey.invalid', 'secretariat'),
  shima: member('志摩 和子', 'Kazuko Shima', 'shima@survey.invalid', 'rater'),
  tachi: member('舘 雄介', 'Yusuke Tachi', 'tachi@survey.invalid', 'rater'),
  fuse: member('布施 エレナ', 'Elena Fuse', 'fuse@survey.invalid', 'rater'),
} as const satisfies Record<string, Member>;
export type MemberName = keyof typeof MEMBERS;
export const RATERS = ['shima', 'tachi', 'fuse'] as const satisfies readonly MemberName[];
