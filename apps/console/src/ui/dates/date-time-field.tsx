import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../language.tsx';
import { meantBy, onWall, readDateTime, shownDateTime, shownTime, zoneName } from './rules.ts';
import { type FieldProps, TypedInput } from './typed-input.tsx';
import { todayIn, useZone } from './use-zone.ts';
import { DATES } from './words.ts';

/** A moment, typed and shown on the organisation's clock, which is named beside it; told as an instant. */
export function DateTimeField({
  value,
  onChange,
  description,
  ...field
}: FieldProps & {
  /** An instant (RFC 3339), or what was typed and is none yet. */
  value: string | null;
  onChange: (instant: string | null) => void;
}) {
  const { say, language } = useSpeech();
  const zone = useZone();
  const today = todayIn(zone);
  /** What was typed stands in no clock that day; the instant it was taken as. */
  const [moved, setMoved] = useState<string>();
  const wall = value === null ? undefined : onWall(value, zone);
  return (
    <Stack gap={4}>
      <TypedInput
        {...field}
        description={
          <>
            {description} {zoneName(zone, language, new Date(value !== null && wall ? value : Date.now()))}
          </>
        }
        value={value}
        onChange={onChange}
        read={(text) => {
          const typed = readDateTime(text, today);
          if (!typed) return undefined;
          const { at, odd } = meantBy(typed, zone);
          const instant = at.toInstant().toString();
          setMoved(odd === 'gap' ? instant : undefined);
          return instant;
        }}
        show={(instant) => {
          const at = onWall(instant, zone);
          return at && shownDateTime(at, language);
        }}
        notRead={say(DATES.notTime)}
        calendar={{
          day: wall?.toPlainDate().toString() ?? null,
          today: today.toString(),
          onPick: (day) => {
            const time = wall?.toPlainTime() ?? Temporal.Now.plainTimeISO(zone).round('minute');
            onChange(
              meantBy(Temporal.PlainDate.from(day).toPlainDateTime(time), zone).at.toInstant().toString(),
            );
          },
        }}
      />
      {wall && value === moved && (
        <Text size="sm" role="status">
          {say(DATES.gap, { time: shownTime(wall.toPlainTime()) })}
        </Text>
      )}
      {wall && value !== null && <Twice wall={wall} value={value} zone={zone} onChange={onChange} />}
    </Stack>
  );
}

/** A time that comes twice, for clocks go back then: which one it is taken as, and the other one. */
function Twice({
  wall,
  value,
  zone,
  onChange,
}: {
  wall: Temporal.PlainDateTime;
  value: string;
  zone: string;
  onChange: (instant: string) => void;
}) {
  const { say } = useSpeech();
  const { at, later } = meantBy(wall, zone);
  if (!later) return null;
  const second = later.toInstant().equals(Temporal.Instant.from(value));
  const other = second ? at : later;
  return (
    <Group gap="xs" role="status">
      <Text size="sm">
        {say(DATES.twice, {
          which: say(second ? DATES.later : DATES.earlier),
          offset: (second ? later : at).offset,
        })}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => onChange(other.toInstant().toString())}>
        {say(second ? DATES.takeEarlier : DATES.takeLater)}
      </Button>
    </Group>
  );
}
