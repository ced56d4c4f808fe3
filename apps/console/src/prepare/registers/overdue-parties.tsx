import { Alert, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../language.tsx';
import { reading } from '../../queries.ts';
import { AppLink } from '../../ui/links.tsx';
import { words } from '../../words.ts';

const OVERDUE = words({
  title: { ja: '期限超過・不足', en: 'Overdue or missing' },
  notSo: { ja: '未対応：{title}（{n}件）', en: 'Not met: {title} ({n})' },
  others: { ja: 'ほか{n}件', en: 'and {n} more' },
});
/** Checks of readiness that ask about parties. */
const CHECKS = ['assessment-due', 'notify-on-detection', 'emergency-contact', 'shared-understanding'];
const SHOWN = 8;

/** What is overdue or missing at the parties, by check, each leading to its entry. */
export function OverdueParties() {
  const { say } = useSpeech();
  const { data } = useQuery(reading('GET /api/prepare/readiness', {}, 'readiness'));
  const open = (data?.checks ?? []).filter(({ id, open }) => CHECKS.includes(id) && open.length > 0);
  if (open.length === 0) return null;
  return (
    <Alert color="red" title={say(OVERDUE.title)}>
      <List>
        {open.map((check) => (
          <List.Item key={check.id}>
            <Text span fw={700}>
              {say(OVERDUE.notSo, { title: say(check.title), n: check.asked - check.ready })}
            </Text>
            <br />
            {check.open.slice(0, SHOWN).map(({ key, name }, i) => (
              <span key={key}>
                {i > 0 && '、'}
                <AppLink
                  to="/prepare/registers/$register"
                  params={{ register: 'parties' }}
                  search={{ open: key }}
                >
                  {name}
                </AppLink>
              </span>
            ))}
            {check.asked - check.ready > SHOWN && (
              <span className="quiet"> {say(OVERDUE.others, { n: check.asked - check.ready - SHOWN })}</span>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
