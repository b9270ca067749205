import { toGlobalId } from '#graphql';
import { lifecycleModules } from '#lifecycles';
import type { Client } from './client.js';

interface Type {
  readonly name: string | null;
  readonly kind: string;
  readonly ofType: Type | null;
}
interface Input {
  readonly name: string;
  readonly type: Type;
}
interface Shape {
  readonly name: string;
  readonly inputFields: readonly Input[] | null;
  readonly enumValues: readonly { readonly name: string }[] | null;
}
interface List {
  readonly name: string;
  readonly args: readonly Input[];
}
interface Answered {
  readonly __schema: { readonly types: readonly Shape[]; readonly queryType: { readonly fields: readonly List[] } };
}

const TYPE = 'name kind ofType { name kind ofType { name kind ofType { name kind } } }';
const SCHEMA = `{ __schema {
  types { name inputFields { name type { ${TYPE} } } enumValues { name } }
  queryType { fields { name args { name type { ${TYPE} } } } }
} }`;

/** One list of the API with everything that it can be asked, as pieces of documents. */
export interface ListReads {
  readonly name: string;
  readonly filters: readonly string[];
  readonly orders: readonly string[];
}

/** Every list of the API, as its own schema describes it: whatever is added is asked for by itself. */
export async function listsOf(client: Client): Promise<readonly ListReads[]> {
  const { types, queryType } = (await client.query<Answered>(SCHEMA)).__schema;
  const shapes = new Map(types.map((type) => [type.name, type]));
  const inputsOf = ({ args }: List, name: string): readonly Input[] => {
    const argument = args.find((it) => it.name === name);
    return (argument && shapes.get(nameOf(argument.type))?.inputFields) ?? [];
  };
  return queryType.fields
    .filter((list) => inputsOf(list, 'where').length > 0)
    .map((list) => {
      const columns = inputsOf(list, 'orderBy').find((it) => it.name === 'column');
      return {
        name: list.name,
        filters: inputsOf(list, 'where').map(({ name, type }) => `${name}: ${valueFor(name, type, shapes)}`),
        orders: (columns && shapes.get(nameOf(columns.type))?.enumValues?.map(({ name }) => name)) ?? [],
      };
    });
}

const nameOf = ({ name, ofType }: Type): string => name ?? (ofType ? nameOf(ofType) : '');
const isList = ({ kind, ofType }: Type): boolean => kind === 'LIST' || (ofType !== null && isList(ofType));

/** Some value for a filter. */
function valueFor(filter: string, type: Type, shapes: ReadonlyMap<string, Shape>): string {
  const name = nameOf(type);
  const plain = { ID: JSON.stringify(idFor(filter)), Int: '2026', Boolean: 'true', LocalDate: '"2027-01-01"' };
  const [choice] = shapes.get(name)?.enumValues ?? [];
  const value = choice?.name ?? (plain as Readonly<Record<string, string>>)[name] ?? '"chữ"';
  return isList(type) ? `[${value}]` : value;
}

/** A filter is named like the kind of what it names, or names a model. */
function idFor(filter: string): string {
  const type = lifecycleModules.find(({ type: { typeName } }) => typeName.toLowerCase() === filter.toLowerCase());
  return toGlobalId(type?.type.typeName ?? 'Model', '00000000-0000-4000-8000-000000000000');
}

interface Paged {
  readonly pageInfo: { readonly startCursor: string | null; readonly endCursor: string | null };
}

/** Reads a list in every order, forwards and backwards and on from a cursor, and under every filter. */
export async function readEveryWay(client: Client, { name, filters, orders }: ListReads): Promise<void> {
  const filtered = filters.map(
    (filter, index) => `f${index}: ${name}(first: 1, where: { ${filter} }) { totalCount nodes { id } }`,
  );
  for (let at = 0; at < filtered.length; at += 4) await client.query(`{ ${filtered.slice(at, at + 4).join(' ')} }`);
  for (const order of orders) {
    for (const direction of ['ASC', 'DESC']) {
      const by = `orderBy: { column: ${order}, direction: ${direction} }`;
      const ask = (forwards: string, backwards: string): Promise<Readonly<Record<'forwards' | 'backwards', Paged>>> =>
        client.query(`{ forwards: ${name}(${forwards}, ${by}) { pageInfo { endCursor hasPreviousPage } }
          backwards: ${name}(${backwards}, ${by}) { pageInfo { startCursor hasNextPage } } }`);
      const { forwards, backwards } = await ask('first: 1', 'last: 1');
      const { endCursor } = forwards.pageInfo;
      if (endCursor !== null)
        await ask(`first: 1, after: "${endCursor}"`, `last: 1, before: "${backwards.pageInfo.startCursor}"`);
    }
  }
}
