import { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { problem } from '#contract/errors.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the endpoints; its schemas are the contract's own, as JSON Schema. */
export function openApiDocument(endpoints: Endpoint[], publicUrl: string): Json {
  const components: Json = {};
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const { $defs, $schema, ...rest } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      reused: 'inline',
      override: ({ jsonSchema }) => {
        if (jsonSchema.$ref)
          jsonSchema.$ref = jsonSchema.$ref.replace('#/$defs/', '#/components/schemas/');
      },
    }) as Json;
    for (const [name, definition] of Object.entries(($defs as Json) ?? {})) {
      components[name] = withoutId(definition as Json);
    }
    return withComponentRefs(withoutId(rest));
  };
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    (paths[path] as Json)[endpoint.method.toLowerCase()] = operation(endpoint, schemaOf);
  }
  components.Problema ??= schemaOf(problem, 'output');
  return {
    openapi: '3.1.0',
    info: { title: 'TMM CRM', version: '1', description: 'API de la escuela de talleres.' },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: withComponentRefs(components),
      securitySchemes: { sesion: { type: 'apiKey', in: 'cookie', name: 'tmm.session_token' } },
    },
  };
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => Json;

function operation(endpoint: Endpoint, schemaOf: SchemaOf): Json {
  const status = String(endpoint.status ?? (endpoint.response || endpoint.formato ? 200 : 204));
  return {
    summary: endpoint.resumen,
    tags: [endpoint.path.split('/')[2] === 'publico' ? 'publico' : endpoint.path.split('/')[2]],
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path.replace(/[/:-]+(\w)/g, (_, l: string) => l.toUpperCase())}`,
    'x-permiso': endpoint.acceso,
    security: endpoint.acceso === 'PUBLICO' ? [] : [{ sesion: [] }],
    parameters: [
      ...parameters(endpoint.params, 'path', schemaOf),
      ...parameters(endpoint.query, 'query', schemaOf),
      ...(endpoint.idempotente
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              schema: { type: 'string', minLength: 8, maxLength: 128 },
            },
          ]
        : []),
    ],
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
          },
        }
      : {}),
    ...(endpoint.archivo
      ? {
          requestBody: {
            required: true,
            content: {
              [endpoint.archivo === 'IMAGEN' ? 'image/*' : 'video/*']: {
                schema: { type: 'string', format: 'binary' },
              },
            },
          },
        }
      : {}),
    responses: {
      [status]: endpoint.response
        ? {
            description: 'Listo',
            content: { 'application/json': { schema: schemaOf(endpoint.response, 'output') } },
          }
        : {
            description: 'Listo',
            ...(endpoint.formato && {
              content: { [endpoint.formato]: { schema: { type: 'string', format: 'binary' } } },
            }),
          },
      default: {
        description: 'Problema (RFC 9457)',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problema' } },
        },
      },
    },
  };
}

function parameters(schema: z.ZodObject | undefined, where: string, schemaOf: SchemaOf): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

function withoutId({ id, ...rest }: Json): Json {
  return rest;
}

function withComponentRefs(value: Json): Json {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
