import './exchange.css';

import { Text, Title } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { OwnCard } from './own-card.tsx';
import { Packages } from './packages.tsx';
import { Peers } from './peers.tsx';
import { TITLES } from './titles.ts';
import { EXCHANGE } from './words.ts';

/** With whom packages are exchanged, by which keys, and what became of each package. */
export function ExchangePage() {
  const { say } = useSpeech();
  return (
    <div className="page exchange">
      <Title order={1}>{say(TITLES.exchange)}</Title>
      <Text className="quiet">{say(EXCHANGE.hint)}</Text>
      <div className="exchange-top">
        <OwnCard />
        <Peers />
      </div>
      <Packages />
    </div>
  );
}
