import { Group, Title } from '@mantine/core';
import type { ReplyOf } from '../api.ts';
import { useSpeech } from '../language.tsx';
import { useMay } from '../me.ts';
import { useUnansweredPages } from '../shell/open-matters.ts';
import { ButtonLink } from '../ui/links.tsx';
import { dayAndMinute, useTick } from '../ui/time.tsx';
import { W } from '../words.ts';
import { NOW } from './words.ts';

type OnCall = ReplyOf<'GET /api/prepare/on-call'>;

/** How things stand in one sentence, who is on call until when, and what one may begin. */
export function Headline({ open, onCall }: { open: number | undefined; onCall: OnCall | undefined }) {
  const { say, language } = useSpeech();
  const may = useMay();
  const { data: pages } = useUnansweredPages();
  const today = new Date(useTick()).toLocaleDateString(language === 'ja' ? 'ja-JP' : 'en-GB', {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  });
  const said = [
    ...(open === undefined ? [] : [open === 0 ? say(NOW.quiet) : say(NOW.busy, { n: open })]),
    ...(pages === undefined
      ? []
      : [pages.length === 0 ? say(NOW.noUnanswered) : say(NOW.unansweredCount, { n: pages.length })]),
  ];
  return (
    <div className="now-whole now-head">
      <div>
        <Title order={1} className="now-say">
          {said.join(language === 'ja' ? '' : ' ')}
        </Title>
        <p className="now-quiet">{[today, ...onDuty(onCall, say)].join(' · ')}</p>
      </div>
      {may('incident.declare') && (
        <Group gap="sm">
          <ButtonLink to="/respond" search={{ declare: 'drill' }} variant="default">
            {say(NOW.startDrill)}
          </ButtonLink>
          <ButtonLink to="/respond" search={{ declare: 'yes' }}>
            {say(W.declare)}
          </ButtonLink>
        </Group>
      )}
    </div>
  );
}

/** Who of the first roster is on, and who takes over when; of the duty list, who is asked first. */
function onDuty(onCall: OnCall | undefined, say: ReturnType<typeof useSpeech>['say']): string[] {
  const now = Date.now();
  for (const { layers } of onCall?.rosters ?? [])
    for (const { shifts } of layers) {
      const on = shifts.find(({ start, end }) => Date.parse(start) <= now && now < Date.parse(end));
      if (!on?.person) continue;
      const next = shifts.find(({ start }) => Date.parse(start) >= Date.parse(on.end));
      return [
        say(NOW.onDutyNow, { name: on.person }),
        ...(next?.person ? [say(NOW.handsOver, { time: dayAndMinute(next.start), name: next.person })] : []),
      ];
    }
  const [first] = onCall?.duty ?? [];
  return first ? [say(NOW.onDutyNow, { name: first.name })] : [];
}
