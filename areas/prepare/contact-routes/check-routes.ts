import { CHANNELS, channelOfRoute } from '../../../channels/registry.ts';
import { Fault, type FieldFault } from '../../../kernel/errors.ts';
import type { ContactRoute } from './schema.ts';

/** As it is kept: what people type may be in wide letters, what a device hands out stays to the letter. */
const normalised = (route: ContactRoute): ContactRoute =>
  channelOfRoute(route.kind)?.route.input === 'device'
    ? route
    : { ...route, address: route.address.normalize('NFKC') };

function faultIn({ kind, address }: ContactRoute, at: number): FieldFault | undefined {
  const channel = channelOfRoute(kind);
  if (!channel) {
    const known = CHANNELS.map(({ route }) => route.kind).join(', ');
    return {
      field: `routes.${at}.kind`,
      mend: { ja: `次のいずれかを指定してください：${known}`, en: `Choose one of ${known}` },
    };
  }
  return channel.route.address.safeParse(address).success
    ? undefined
    : { field: `routes.${at}.address`, mend: channel.route.mend };
}

/**
 * Routes as they are kept, each of a kind that a channel knows and with an address that fits it.
 * @throws Fault `invalid` naming each that does not
 */
export function checkRoutes(wanted: readonly ContactRoute[]): ContactRoute[] {
  const routes = wanted.map(normalised);
  const fields = routes.flatMap((route, at) => faultIn(route, at) ?? []);
  if (fields.length > 0) throw new Fault('invalid', { fields });
  return routes;
}
