export { hashOfEdition, type RenderedPart, renderedParts } from './hash.ts';
export { openPoints } from './open-points.ts';
export { newestEdition, type PublicEdition, readEdition } from './store.ts';
