import { alertmanager } from './alertmanager/index.ts';
import { generic } from './generic/index.ts';
import type { SourceKind } from './source.ts';

/** Every door signals come in by. Adding one is its folder and a line here. */
export const SOURCES: readonly SourceKind[] = [alertmanager, generic];

export const sourceKind = (id: string): SourceKind | undefined => SOURCES.find((kind) => kind.id === id);
