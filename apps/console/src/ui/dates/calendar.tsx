import '@mantine/dates/styles.css';
import 'dayjs/locale/ja';
import 'dayjs/locale/en-gb';
import { DatePicker } from '@mantine/dates';
import { useSpeech } from '../../language.tsx';
import { DATES } from './words.ts';

/** A month to choose a day from; fetched when it is first opened. */
export function Calendar({
  value,
  today,
  onPick,
}: {
  value: string | null;
  today: string;
  onPick: (day: string) => void;
}) {
  const { say, language } = useSpeech();
  return (
    <DatePicker
      locale={language === 'ja' ? 'ja' : 'en-gb'}
      firstDayOfWeek={language === 'ja' ? 0 : 1}
      monthLabelFormat={language === 'ja' ? 'YYYY年M月' : 'MMMM YYYY'}
      yearLabelFormat={language === 'ja' ? 'YYYY年' : 'YYYY'}
      getDayAriaLabel={(day) =>
        new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(
          new Date(`${day}T00:00Z`),
        )
      }
      // The red of days off is too pale to read; the names of the days say which they are.
      weekendDays={[]}
      hideOutsideDates
      // Escape closes the calendar, and not the dialog around the field too.
      __stopPropagation
      ariaLabels={{
        previousMonth: say(DATES.previousMonth),
        nextMonth: say(DATES.nextMonth),
        previousYear: say(DATES.previousYear),
        nextYear: say(DATES.nextYear),
        previousDecade: say(DATES.previousDecade),
        nextDecade: say(DATES.nextDecade),
        monthLevelControl: say(DATES.toYear),
        yearLevelControl: say(DATES.toDecade),
      }}
      value={value}
      defaultDate={value ?? today}
      onChange={(day) => day && onPick(day)}
    />
  );
}
