import { z } from 'zod';
import type { Contract } from '../../../areas/contract.ts';
import { FAULTS } from '../../../kernel/errors.ts';
import type { FileRoute } from './file-route.ts';
import { problemSchema } from './problem.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  });
  return rest;
};

function parameters(schema: z.ZodObject | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }));
}

/** OpenAPI 3.1: the content of a file needs no schema, its media type says what it is. */
const FILE: Json = {};

const bodyOf = (route: Contract | FileRoute): Json | undefined => {
  if (route.body) return { 'application/json': { schema: schemaOf(route.body, 'input') } };
  return 'takes' in route && route.takes ? { [route.takes]: FILE } : undefined;
};

const answerOf = (route: Contract | FileRoute): Json =>
  'reply' in route
    ? { 'application/json': { schema: schemaOf(route.reply, 'output') } }
    : Object.fromEntries(route.gives.map((type) => [type, FILE]));

function operation(route: Contract | FileRoute): Json {
  const body = bodyOf(route);
  const alone = 'inPerson' in route && route.inPerson === true;
  return {
    operationId: route.command.replaceAll(' ', '.'),
    summary: route.summary.en,
    description: `${route.summary.ja}\n\nPermission: \`${route.permission}\`${alone ? '\n\nNot with a key' : ''}`,
    ...(alone && { security: [{ session: [] }] }),
    tags: [route.command.split(' ').slice(0, 2).join(' ')],
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(body && { requestBody: { required: true, content: body } }),
    responses: {
      200: { description: 'OK', content: answerOf(route) },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

/** The tables of routes and of files as an OpenAPI 3.1 document. */
export function openApi(
  routes: readonly (Contract | FileRoute)[],
  { baseUrl, version }: { baseUrl: string; version: string },
): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const [method = 'GET', url = ''] = route.key.split(' ');
    const path = url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sonae',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'Send a key as `Authorization: Bearer snk_…`. Errors are RFC 9457 problem details.',
    },
    servers: [{ url: baseUrl }],
    security: [{ key: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'sonae.session_token' },
      },
      responses: {
        Problem: {
          description: Object.entries(FAULTS)
            .map(([code, { status, title }]) => `${status} ${code}: ${title.en}`)
            .join('; '),
          content: { 'application/problem+json': { schema: schemaOf(problemSchema, 'output') } },
        },
      },
    },
  };
}
