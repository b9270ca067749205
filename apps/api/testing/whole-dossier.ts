import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isLeafType, isObjectType, type GraphQLObjectType } from 'graphql';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

const isDossier = (type: GraphQLObjectType): boolean => type.getInterfaces().some(({ name }) => name === 'Node');

/** What can be asked, whoever asks: worked out for each asker, and long. */
const LEFT_OUT = ['availableActions'];

/** Every field of a type down to its leaves; of other dossiers only which they are. */
function selectionOf(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).filter(({ name }) => !LEFT_OUT.includes(name));
  const selected = fields.flatMap(({ name, type: of }) => {
    const found = getNamedType(of);
    if (isLeafType(found)) return [name];
    if (!isObjectType(found)) return [];
    return [isDossier(found) ? `${name} { __typename id }` : `${name} { ${selectionOf(found)} }`];
  });
  return selected.join(' ');
}

/** Every type of dossier that the API has, by the schema. */
export const DOSSIER_TYPES: readonly string[] = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && isDossier(type))
  .map(({ name }) => name);

/** The query for everything that dossiers of a type show, by their ids. */
export function wholeQuery(typeName: string): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`There is no type ${typeName}`);
  return `query($ids: [ID!]!) { nodes(ids: $ids) { ... on ${typeName} { ${selectionOf(type)} } } }`;
}

/** The fields of a type that lead to other dossiers. */
export function edgesOfType(typeName: string): readonly string[] {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`There is no type ${typeName}`);
  return Object.values(type.getFields())
    .filter(({ type: of }) => {
      const found = getNamedType(of);
      return isObjectType(found) && isDossier(found);
    })
    .map(({ name }) => name);
}

/** The field of the API that lists dossiers of a type. */
export function listOf(typeName: string): string {
  const query = schema.getQueryType();
  const found = Object.values(query?.getFields() ?? {}).find(
    ({ type }) => getNamedType(type).name === `${typeName}Connection`,
  );
  if (!found) throw new Error(`Nothing lists ${typeName}`);
  return found.name;
}
