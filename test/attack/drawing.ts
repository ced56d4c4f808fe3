import fc from 'fast-check';
import { z } from 'zod';

/** As much of a JSON schema as the shapes of routes come to. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What nobody means, and somebody will send. */
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  0.1,
  '',
  ' ',
  "' OR 1=1 --",
  '../../etc/passwd',
  '%00',
  '\u202e\u200b\ufeff',
  '＝HYPERLINK("x")',
  '<script>alert(1)</script>',
  '𠮷🙂é',
  '0000-00-00',
  '2026-02-30T25:61:61Z',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  'x'.repeat(5_000),
  [],
  {},
  [[[[[[]]]]]],
  { ['__proto__']: { polluted: true }, constructor: { prototype: {} } },
  Array.from({ length: 300 }, (_, n) => n),
];

/** How a drawing is made: what it is made of, and how much of it is out of shape. */
export interface Palette {
  readonly random: () => number;
  /** An id; `hint` names what it should be of, such as a part of the path. */
  readonly id: (hint: string) => string;
  readonly text: (field: string) => string;
  /** From 0 (as the shape says) to 1. */
  readonly odd: number;
}

const schemas = new WeakMap<z.ZodType, Schema>();
const schemaOf = (shape: z.ZodType): Schema => {
  const known = schemas.get(shape);
  if (known) return known;
  const made = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema;
  schemas.set(shape, made);
  return made;
};

/** A value of a shape, or something near one. */
export const draw = (shape: z.ZodType, palette: Palette): unknown => drawn(schemaOf(shape), '', palette);

const oneOf = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)] as T;

function drawn(schema: Schema, field: string, palette: Palette): unknown {
  const { random, odd } = palette;
  if (random() < odd) return oneOf(ODD, random);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return oneOf(schema.enum, random);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return drawn(oneOf(choices, random), field, palette);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => drawn(part, field, palette)));
  switch (schema.type) {
    case 'object':
      return drawnObject(schema, field, palette);
    case 'array': {
      const least = schema.minItems ?? 0;
      const many = Math.min(schema.maxItems ?? 4, least + Math.floor(random() * 3));
      return Array.from({ length: many }, () => drawn(schema.items ?? {}, field, palette));
    }
    case 'boolean':
      return random() < 0.5;
    case 'integer':
    case 'number':
      return drawnNumber(schema, palette);
    case 'null':
      return null;
    case 'string':
      return drawnText(schema, field, palette);
    default:
      return oneOf(ODD, random);
  }
}

function drawnObject(schema: Schema, field: string, palette: Palette): Record<string, unknown> {
  const { random, odd } = palette;
  const required = new Set(schema.required);
  const made: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    if (!required.has(name) && random() < 0.5) continue;
    if (random() < odd) continue;
    made[name] = drawn(part, name, palette);
  }
  if (typeof schema.additionalProperties === 'object')
    for (let n = 0; n < 2; n += 1)
      made[palette.text(field)] = drawn(schema.additionalProperties, field, palette);
  if (random() < odd) made['unknown'] = oneOf(ODD, random);
  return made;
}

function drawnNumber({ minimum, maximum, exclusiveMinimum, type }: Schema, { random }: Palette): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  const most = maximum === undefined || maximum > 1e9 ? least + 1_000 : maximum;
  // The ends are where mistakes live.
  const number = random() < 0.3 ? oneOf([least, most], random) : least + random() * (most - least);
  return type === 'integer' ? Math.round(number) : number;
}

const matches = new Map<string, readonly string[]>();
/** Some texts a pattern takes; none where it looks ahead, which nobody can draw from. */
function matchingTexts(pattern: string): readonly string[] {
  const known = matches.get(pattern);
  if (known) return known;
  const made = /\(\?[!=<]/.test(pattern)
    ? []
    : fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), { numRuns: 20, seed: pattern.length });
  matches.set(pattern, made);
  return made;
}

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 20, 2);

function drawnText(schema: Schema, field: string, palette: Palette): string {
  const { random } = palette;
  const at = new Date(START + Math.floor((random() - 0.5) * 60 * 24) * HOUR).toISOString();
  switch (schema.format) {
    case 'uuid':
      return palette.id(field);
    case 'email':
      return `p${Math.floor(random() * 1_000)}@example.invalid`;
    case 'date':
      return at.slice(0, 10);
    case 'date-time':
      return at;
    case 'time':
      return at.slice(11, 16);
    case 'uri':
      return 'https://hook.example.invalid/x';
  }
  const matching = schema.pattern === undefined ? [] : matchingTexts(schema.pattern);
  if (matching.length > 0) return oneOf(matching, random);
  if (/(?:At|since|until|from|to|due)$/i.test(field) && random() < 0.7) return at;
  const text = palette.text(field);
  return text.slice(0, schema.maxLength ?? 500).padEnd(schema.minLength ?? 0, 'x');
}
