import { Button, Card, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../language.tsx';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useAct } from '../../ui/form.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { keepFile } from '../../ui/save-file.ts';
import { EXCHANGE } from './words.ts';

/** The organisation's own card, which others register once. */
export function OwnCard() {
  const { say } = useSpeech();
  const manage = useMay()('survey.manage');
  const query = useQuery(reading('GET /api/survey/exchange/card', {}, 'survey-peers'));
  const make = useAct('POST /api/survey/exchange/key', {
    stale: ['survey-peers'],
    said: say(EXCHANGE.keyMade),
  });
  return (
    <Card withBorder component="section" aria-labelledby="exchange-ours">
      <Stack gap="sm">
        <Title order={2} id="exchange-ours">
          {say(EXCHANGE.ours)}
        </Title>
        <Loaded query={query}>
          {({ card, fingerprint, address }) =>
            card === null || fingerprint === null ? (
              <>
                <Text className="quiet">{say(EXCHANGE.noKey)}</Text>
                {manage && (
                  <Group>
                    <Button loading={make.pending} onClick={() => make.run({})}>
                      {say(EXCHANGE.makeKey)}
                    </Button>
                  </Group>
                )}
              </>
            ) : (
              <>
                <Fact name={say(EXCHANGE.fingerprint)} value={fingerprint} className="fingerprint" />
                <Fact name={say(EXCHANGE.address)} value={address} className="exchange-address" />
                <Group gap="sm">
                  <Button
                    onClick={() => keepFile(new Blob([card], { type: 'text/plain' }), 'sonae-card.txt')}
                  >
                    {say(EXCHANGE.saveCard)}
                  </Button>
                  <CopyButton value={card}>
                    {({ copied, copy }) => (
                      <Button variant="default" onClick={copy}>
                        {say(copied ? EXCHANGE.copied : EXCHANGE.copyCard)}
                      </Button>
                    )}
                  </CopyButton>
                  {manage && (
                    <ConfirmButton onConfirm={() => make.run({})}>{say(EXCHANGE.renewKey)}</ConfirmButton>
                  )}
                </Group>
              </>
            )
          }
        </Loaded>
      </Stack>
    </Card>
  );
}

/** One thing that is known, under its name. */
export const Fact = ({ name, value, className }: { name: string; value: string; className: string }) => (
  <div>
    <Text size="sm" className="quiet">
      {name}
    </Text>
    <Text className={className}>{value}</Text>
  </div>
);
