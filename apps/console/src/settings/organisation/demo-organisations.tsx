import { Button, Group, Text } from '@mantine/core';
import { useSpeech } from '../../language.tsx';
import { useMay, useMe } from '../../me.ts';
import { switchOrganisation } from '../../shell/organisation.ts';
import { W } from '../../words.ts';
import { demoPlace } from './demo-place.ts';
import { ORGANISATION } from './words.ts';

/** That the demonstration is two organisations, what the other one is for, and the way there. */
export function DemoOrganisations() {
  const { say } = useSpeech();
  const { data: me } = useMe();
  const may = useMay();
  const place = me && demoPlace(me.organisation, me.memberships);
  if (!place) return null;
  const { isOperator, other } = place;
  return (
    <Group gap="sm" className="demo-organisations">
      <Text flex="1 1 320px">
        {say(isOperator ? ORGANISATION.demoBody : ORGANISATION.demoOperator)}
        {!isOperator && may('person.manage') && ` ${say(ORGANISATION.demoRater)}`}
      </Text>
      <Button
        variant="default"
        onClick={() => switchOrganisation(other.orgId, isOperator ? '/survey/reports' : '/')}
      >
        {say(W.switchTo, { name: other.name })}
      </Button>
    </Group>
  );
}
