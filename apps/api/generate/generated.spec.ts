import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildSchema as schemaFrom,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLNamedType,
} from 'graphql';
import { generatedFiles } from './files.js';
import { buildSchema } from './schema.js';

const files = await generatedFiles();
const schema = await buildSchema();

describe('the generated files', () => {
  it.each(Object.keys(files))('%s is what the tables and types give now (run `npm run generate`)', (path) => {
    expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(files[path]);
  });
});

describe('the schema', () => {
  it('breaks nothing that was released', async () => {
    const released = schemaFrom(readFileSync('docs/reference/schema.released.graphql', 'utf8'));
    const changes = await diff(released, schemaFrom(files['schema.graphql'] ?? ''));
    const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);
    expect(breaking.map((change) => change.message)).toEqual([]);
  });

  it('describes every type, field, argument and value', () => {
    const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
    expect(types.flatMap(undescribed)).toEqual([]);
  });
});

const BUILT_IN = ['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation', 'Subscription'];

function undescribed(type: GraphQLNamedType): string[] {
  const own = type.description || BUILT_IN.includes(type.name) ? [] : [type.name];
  if (isEnumType(type))
    return [
      ...own,
      ...type
        .getValues()
        .filter((it) => !it.description)
        .map((it) => `${type.name}.${it.name}`),
    ];
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return own;
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) =>
    'args' in field
      ? field.args
          .filter((arg: GraphQLArgument) => !arg.description)
          .map((arg: GraphQLArgument) => `${type.name}.${field.name}(${arg.name})`)
      : [],
  );
  return [
    ...own,
    ...args,
    ...fields.filter((field) => !field.description).map((field) => `${type.name}.${field.name}`),
  ];
}
