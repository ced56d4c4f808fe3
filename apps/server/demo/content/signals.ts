import type { Speak } from './speak.ts';

export interface ToldSignal {
  /** Hours before the founding at which it appeared. */
  readonly hours: number;
  readonly name: string;
  readonly title: string;
  readonly severity: 'critical' | 'warning' | 'info';
  readonly service: string;
  /** So many times it was sent. */
  readonly times: number;
  readonly over: boolean;
}

/** What monitoring sends on an ordinary day, more of it by day than by night; each is over by itself. */
export function ordinary(t: Speak): ToldSignal[] {
  const kinds = [
    ['Turbidity', 'warning', 'dosing', (n: number) => t(`原水濁度 ${12 + (n % 7)}度`, `Raw water turbidity ${12 + (n % 7)} NTU`)],
    ['LinkFlap', 'info', 'telemetry-line', (n: number) => t(`テレメータ回線 ${1 + (n % 6)}番 瞬断`, `Telemetry line ${1 + (n % 6)} blinked`)],
    ['CpuHigh', 'warning', 'billing', (n: number) => t(`料金システム CPU ${82 + (n % 9)}%`, `Billing system CPU ${82 + (n % 9)}%`)],
    ['LoginFailed', 'info', 'portal', (n: number) => t(`ポータル ログイン失敗 ${20 + n}件`, `Portal: ${20 + n} failed sign-ins`)],
    ['ReservoirLevel', 'warning', 'distribution-pumps', (n: number) => t(`北配水池 水位 ${62 - (n % 8)}%`, `North reservoir at ${62 - (n % 8)}%`)],
    ['BackupSlow', 'info', 'historian', (n: number) => t(`履歴の保存 ${4 + (n % 5)}分遅れ`, `Historian ${4 + (n % 5)} minutes behind`)],
    ['UpsTest', 'info', 'power', (n: number) => t(`無停電電源 自己診断 ${1 + (n % 3)}系`, `UPS self-test, line ${1 + (n % 3)}`)],
  ] as const; // biome-ignore format: kinds at one look
  const perHour = [3, 2, 3, 2, 4, 3, 2, 1, 2, 1, 1, 2, 1, 1, 2, 3, 4, 2, 3, 5, 3, 2, 3, 2];
  let n = 0;
  return perHour.flatMap((count, hour) =>
    Array.from({ length: count }, (_, i): ToldSignal => {
      const [name, severity, service, title] = kinds[(n * 3 + hour) % kinds.length] ?? kinds[0];
      n += 1;
      return {
        hours: 24 - hour - 0.1 - i / count / 1.3,
        name: `${name}-${n}`,
        title: title(n),
        severity,
        service,
        times: 1 + (n % 4),
        over: true,
      };
    }),
  );
}

/** What goes on besides the incident. */
export const firing = (t: Speak): ToldSignal[] => [
  { hours: 2.2, name: 'HighLatency', title: t('料金照会 応答 p95 1.8秒', 'Billing enquiry response p95 1.8 s'), severity: 'warning', service: 'portal', times: 212, over: false },
  { hours: 6, name: 'CertificateExpires', title: t('証明書 お客様ポータル 残り21日', 'Certificate of the customer portal: 21 days left'), severity: 'info', service: 'portal', times: 1, over: false },
]; // biome-ignore format: two signals

/** The one the incident began with. */
export const pumpStopped = (t: Speak) => ({
  name: 'PumpStopped',
  title: t('取水ポンプ2号 停止', 'Intake pump No. 2 stopped'),
  severity: 'critical' as const,
  service: 'intake-pump-2',
});
