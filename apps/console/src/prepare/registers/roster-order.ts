import { isValue, type Value } from './form/shape.ts';

const listIn = (entry: Value, field: string): readonly unknown[] => {
  const list = entry[field];
  return Array.isArray(list) ? list : [];
};

/**
 * Overrides name the place of their layer: where layers are moved they move along, and where one is removed its own go with
 * it. A layer is the same one as long as it is the same object.
 */
export function overridesFollowing(before: Value, after: Value): Value {
  const [were, are] = [listIn(before, 'layers'), listIn(after, 'layers')];
  const order = are.map((layer) => were.indexOf(layer));
  const moved = are !== were && order.every((at) => at >= 0) && order.some((at, now) => at !== now);
  const removed = are.length < were.length;
  if (!moved && !removed) return after;
  const overrides = listIn(after, 'overrides').flatMap((each) => {
    if (!isValue(each)) return [each];
    const at = order.indexOf(Number(each['layer']));
    return at < 0 ? [] : [{ ...each, layer: at }];
  });
  return { ...after, overrides };
}

/** The layers an override can stand in for, by their names. */
export const layerChoices = (entry: Value): { value: string; label: string }[] =>
  listIn(entry, 'layers').map((layer, at) => ({
    value: String(at),
    label: `${at + 1}. ${isValue(layer) ? String(layer['name'] ?? '') : ''}`.trim(),
  }));
