import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { userErrorTypes } from '#graphql';
import { lifecycleModules } from '#lifecycles';
import { resolverTypes } from '../graphql/resolver-types.js';

/** The schema as the service serves it, sorted. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const factory = app.get(GraphQLSchemaFactory);
  const orphanedTypes = [...userErrorTypes, ...lifecycleModules.flatMap((module) => [...(module.orphans ?? [])])];
  const schema = await factory.create([...resolverTypes], [], { orphanedTypes });
  await app.close();
  return lexicographicSortSchema(schema);
}

/** The schema in SDL. */
export const schemaText = async (): Promise<string> => `${printSchema(await buildSchema())}\n`;
