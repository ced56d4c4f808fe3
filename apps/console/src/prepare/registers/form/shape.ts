import { z } from 'zod';

/** The part of a JSON Schema (2020-12) that our shapes use. */
export interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly default?: unknown;
}
export type Value = Readonly<Record<string, unknown>>;

export const isValue = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a shape begins with when nobody has written anything. */
export function blankOf(shape: Shape): unknown {
  if (shape.default !== undefined) return structuredClone(shape.default);
  if (shape.anyOf) return null;
  if (shape.enum) return shape.enum[0];
  if (shape.type === 'array') return [];
  if (shape.type === 'object')
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([name, each]) => [name, blankOf(each)]),
    );
  if (shape.type === 'integer') return 0;
  if (shape.type === 'boolean') return false;
  return '';
}

/** A shape is worked out once, however often its form is drawn. */
const worked = new WeakMap<z.ZodType, Shape>();
export function shapeOf(schema: z.ZodType): Shape {
  const shape = worked.get(schema) ?? (z.toJSONSchema(schema, { io: 'input' }) as Shape);
  worked.set(schema, shape);
  return shape;
}
export const blankEntry = (schema: z.ZodType): Value => blankOf(shapeOf(schema)) as Value;

export const isNullable = ({ anyOf }: Shape): boolean => anyOf !== undefined;
/** The shape of what is there, where it may also be null. */
export const coreOf = (shape: Shape): Shape => shape.anyOf?.find(({ type }) => type !== 'null') ?? shape;

/** How a text is asked for: by a field of its own where it is a time or a day. */
export type TextKind = 'clock' | 'wallTime' | 'day' | 'dayOfYear' | 'long' | 'short';

/** Fields that hold a criterion: an expression, which is a short text by its shape. */
const CRITERIA: readonly string[] = ['activation', 'when'];
export const isCriterion = (name: string): boolean => CRITERIA.includes(name);

const LONG = 500;
export function textKind({ format, pattern, maxLength = 0 }: Shape): TextKind {
  if (format === 'date') return 'day';
  if (pattern?.includes('T(')) return 'wallTime';
  if (pattern?.endsWith(String.raw`:[0-5]\d$`)) return 'clock';
  if (pattern === String.raw`^\d{2}-\d{2}$`) return 'dayOfYear';
  return maxLength > LONG ? 'long' : 'short';
}
