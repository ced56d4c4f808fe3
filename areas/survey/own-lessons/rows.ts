import type { Transaction } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import type { Theme } from '../../learn/cases/schema.ts';
import { allAssets } from '../../prepare/assets/index.ts';
import type { AssetView } from '../../prepare/assets/schema.ts';
import { CALL_TREES } from '../../prepare/calling/register.ts';
import { FALLBACKS } from '../../prepare/fallbacks/register.ts';
import { PARTIES } from '../../prepare/parties/register.ts';
import type { Party } from '../../prepare/parties/schema.ts';
import { PLANS } from '../../prepare/plans/register.ts';
import { readRegister } from '../../prepare/registers/index.ts';
import type { Row } from './rules.ts';

const OF_PARTY: Readonly<Record<Party['kind'], readonly Theme[]>> = {
  groupCompany: ['sharing'],
  contractor: ['contractors'],
  supplier: ['suppliers'],
  expertBody: ['experts'],
  insurer: ['resources'],
  authority: ['reporting'],
  peer: ['sharing'],
};

function themesOfAsset({ kind, edges, details }: AssetView): Theme[] {
  const copied = edges.some((edge) => edge.kind === 'copiesTo');
  const developed = details.parties.some(({ duty }) => duty === 'develops');
  return [
    ...(kind === 'host' || kind === 'fleet' ? (['assets', 'vulnerabilities'] as const) : []),
    ...(copied ? (['backups'] as const) : []),
    ...(developed ? (['development'] as const) : []),
    ...(details.controls.length > 0 ? (['load'] as const) : []),
  ];
}

const ofAsset = (asset: AssetView): Row => ({
  register: 'assets',
  key: asset.key,
  name: asset.name,
  text: [asset.name, asset.class, asset.os, asset.product, asset.details.note, ...asset.details.data.map((each) => each.class), ...asset.details.controls.map((each) => each.name)].join(' '), // biome-ignore format: one line
  themes: themesOfAsset(asset),
});

const ofParty = (party: Party): Row[] => [
  { register: 'parties', key: party.key, name: party.name, text: `${party.name} ${party.note} ${party.sheet.duties}`, themes: OF_PARTY[party.kind] }, // biome-ignore format: one line
  ...party.contracts.map(
    ({ title, securityRequirements }): Row => ({
      register: 'contracts',
      key: party.key,
      name: `${party.name} ${title}`,
      text: `${title} ${securityRequirements}`,
      themes: [...OF_PARTY[party.kind], 'specifications'],
    }),
  ),
];

/** Everything that a lesson may be held against: systems, parties and their contracts, fallbacks, call trees, plans. */
export async function rowsOfRegisters(trx: Transaction<Tables>): Promise<Row[]> {
  const parties = await readRegister(trx, PARTIES);
  const fallbacks = await readRegister(trx, FALLBACKS);
  const trees = await readRegister(trx, CALL_TREES);
  const plans = await readRegister(trx, PLANS);
  return [
    ...(await allAssets(trx)).map(ofAsset),
    ...parties.flatMap(({ entry }) => ofParty(entry)),
    ...fallbacks.map(({ key, entry: { name, steps, staffing, testedOn } }): Row => {
      const text = [name, staffing, ...steps.map((step) => step.text)].join(' ');
      const themes: Theme[] = testedOn === null ? ['procedures', 'drills'] : ['procedures'];
      return { register: 'fallbacks', key, name, text, themes };
    }),
    ...trees.map(
      ({ key, entry: { name } }): Row => ({
        register: 'call-trees',
        key,
        name,
        text: name,
        themes: ['contacts'],
      }),
    ),
    ...plans.map(
      ({ key, entry: { name } }): Row => ({
        register: 'plans',
        key,
        name,
        text: name,
        themes: ['procedures', 'triage'],
      }),
    ),
  ];
}
