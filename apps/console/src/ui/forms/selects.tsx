import type { AssetKind } from '../../../../../areas/prepare/assets/schema.ts';
import { assets, incidents, parties, people } from './choice-sources.ts';
import { type SearchField, SearchMultiSelect, SearchSelect } from './search-select.tsx';

interface One extends SearchField {
  readonly value: string;
  /** The name of the chosen one, where it is known. */
  readonly known?: string | undefined;
  readonly without?: readonly string[];
  readonly onChange: (value: string | null) => void;
}
const PEOPLE = people();

export const PersonSelect = (field: One) => <SearchSelect {...field} source={PEOPLE} />;
export const PeopleSelect = (
  field: SearchField & { value: readonly string[]; onChange: (value: string[]) => void },
) => <SearchMultiSelect {...field} source={PEOPLE} />;
export const IncidentSelect = (field: One) => <SearchSelect {...field} source={incidents} />;
export const PartySelect = (field: One) => <SearchSelect {...field} source={parties} />;
/** A system, service or site by its key. */
export const AssetSelect = ({ kind, ...field }: One & { kind?: AssetKind }) => (
  <SearchSelect {...field} source={assets(kind)} />
);
