import type { Hedge } from '../../../kernel/certainty.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Once a claim had one time. */
function timesInForm(claim: Json): Json {
  if (!('time' in claim)) return claim;
  const { time, ...rest } = claim;
  return { ...rest, times: [time] };
}

/** Once a claim bore one certainty for all it says: that is a doubt about the whole of it, no more and no less. */
function claimInForm(value: unknown): unknown {
  const claim = isObject(value) ? timesInForm(value) : value;
  if (!isObject(claim) || !('certainty' in claim)) return claim;
  const { certainty, text, ...rest } = claim;
  if (certainty === 'confirmed' || !isObject(text)) return { ...rest, text };
  const whole = { id: 'whole', certainty } as Hedge;
  return { ...rest, text: { ...text, hedges: [whole] } };
}

/**
 * A case as cases are written now, from whatever form it was kept or sent in: stored versions and files of other years
 * are read by it and stay as they are. What is already in form comes back the same.
 */
export function inPresentForm(document: unknown): unknown {
  if (!isObject(document) || !isObject(document['sections'])) return document;
  const sections = Object.fromEntries(
    Object.entries(document['sections']).map(([section, claims]) => [
      section,
      Array.isArray(claims) ? claims.map(claimInForm) : claims,
    ]),
  );
  return { ...document, sections };
}
