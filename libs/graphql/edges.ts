import type { ReadScope } from '#kernel';
import { Inject, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FindEntity } from './bus.js';
import type { RequestContext } from './context.js';
import type { Dossier } from './dossier.js';
import type { EntityType } from './payload.js';

/** An edge from a dossier, or a part of one, to another, or to several. */
export interface Edge<T extends object> {
  readonly type: () => EntityType;
  /** The lifecycle of the other end. */
  readonly lifecycle: string;
  readonly description: string;
  /** The bare id of the other end; a list of them makes the field a list. Whoever must look it up reads what the request reads. */
  readonly to: (from: T, reads: ReadScope) => End | Promise<End>;
  readonly many?: true;
}

type End = string | readonly string[] | undefined;

/** The resolvers of nested dossiers: what the viewer may not read is left out. */
export function edgesOf<T extends object>(
  type: new (...parts: never[]) => T,
  edges: Readonly<Record<string, Edge<T>>>,
): Type {
  @Resolver(() => type)
  class Edges {
    constructor(@Inject(QueryBus) readonly queries: QueryBus) {}
  }
  for (const [name, edge] of Object.entries(edges)) addEdge(Edges, name, edge);
  return Edges;
}

function addEdge<T extends object>(target: Type, name: string, edge: Edge<T>): void {
  const prototype = target.prototype as object;
  const find = async (queries: QueryBus, id: string, context: RequestContext): Promise<Dossier | undefined> => {
    const row = await queries.execute(new FindEntity(edge.lifecycle, id, await context.viewer()));
    return row && new (edge.type())(row);
  };
  const method = async function (this: { queries: QueryBus }, parent: T, context: RequestContext): Promise<unknown> {
    const to = await edge.to(parent, context.reads());
    if (to === undefined) return undefined;
    if (typeof to === 'string') return find(this.queries, to, context);
    const found = await Promise.all(to.map((id) => find(this.queries, id, context)));
    return found.filter((it) => it !== undefined);
  };
  const descriptor = { value: method, writable: true, configurable: true };
  Object.defineProperty(prototype, name, descriptor);
  Reflect.defineMetadata('design:paramtypes', [Object, Object], prototype, name);
  Parent()(prototype, name, 0);
  Context()(prototype, name, 1);
  ResolveField(() => (edge.many ? [edge.type()] : edge.type()), {
    name,
    nullable: !edge.many,
    description: edge.description,
  })(prototype, name, descriptor);
}
