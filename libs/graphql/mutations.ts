import {
  isRefusal,
  type Accepted,
  type CommandRequest,
  type CommandShape,
  type DomainEvent,
  type Lifecycle,
  type Outcome,
  type Refusal,
  type StateShape,
  type Transition,
} from '#kernel';
import { ProjectionsNotBuilt, ProjectionStopped } from '#projections';
import { Inject, type Type } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AwaitPosition, FindEntity, SendCommand } from './bus.js';
import { ENVELOPE, type AsInput, type CommandInput } from './command-input.js';
import { noteInput } from './content-fields.js';
import type { RequestContext } from './context.js';
import type { Dossier } from './dossier.js';
import { acceptedFields, lowerFirst, payloadType, refusedFields, type EntityType } from './payload.js';
import { edgeRefusals } from './refusals.js';
import { payloadOf, shape } from './shape.js';
import { userErrorOf } from './user-errors.js';

/** The input class of each command: the compiler holds it to the command's payload. */
export type CommandInputs<C extends CommandShape> = {
  readonly [K in C['type']]: new () => CommandInput & AsInput<Omit<Extract<C, { type: K }>, 'type'>>;
};

/** Splits an input into the command and what stands around it. */
function requestFrom(lifecycle: string, type: string, input: CommandInput, subject: string): CommandRequest {
  const payload = payloadOf(input, input.commandId);
  const around = Object.fromEntries(
    ENVELOPE.filter((key) => payload[key] !== undefined).map((key) => [key, payload[key]]),
  );
  const own = Object.fromEntries(
    Object.entries(payload).filter(([key]) => !ENVELOPE.includes(key as (typeof ENVELOPE)[number])),
  );
  return { ...(around as Pick<CommandRequest, 'commandId'>), lifecycle, subject, command: { type, ...own } };
}

const describe = (row: Transition): string => {
  const roles = [...new Set(row.by.map((it) => it.label?.vi ?? it.role))].join(', ');
  return `${row.label.vi}. Người thực hiện: ${roles}. (${row.label.en}.)`;
};

/**
 * The mutations of a lifecycle: one for each command of its table, named like it.
 * @param type the GraphQL type that payloads carry
 */
export function mutationsOf<S extends StateShape, C extends CommandShape, E extends DomainEvent, P>(
  lifecycle: Lifecycle<S, C, E, P>,
  type: EntityType,
  inputs: CommandInputs<C>,
): Type {
  const payload = payloadType(type);
  @Resolver()
  class Mutations {
    constructor(
      @Inject(CommandBus) readonly commands: CommandBus,
      @Inject(QueryBus) readonly queries: QueryBus,
    ) {}
  }
  for (const [command, input] of Object.entries<new () => CommandInput>(inputs)) {
    noteInput(lifecycle.name, command, input);
    addMutation(Mutations, { command, input, payload, type, lifecycle: lifecycle as Lifecycle });
  }
  return Mutations;
}

interface Spec {
  readonly command: string;
  readonly input: new () => CommandInput;
  readonly payload: Type;
  readonly type: EntityType;
  readonly lifecycle: Lifecycle;
}

interface Buses {
  readonly commands: CommandBus;
  readonly queries: QueryBus;
}

function addMutation(target: Type, spec: Spec): void {
  const row = spec.lifecycle.commands[spec.command];
  if (!row) throw new Error(`${spec.lifecycle.name} has no command ${spec.command}`);
  const name = lowerFirst(spec.command);
  const prototype = target.prototype as Record<string, unknown>;
  const method = async function (this: Buses, raw: unknown, context: RequestContext): Promise<object> {
    return send(this, spec, raw, context);
  };
  const descriptor = { value: method, writable: true, configurable: true };
  Object.defineProperty(prototype, name, descriptor);
  Reflect.defineMetadata('design:paramtypes', [Object, Object], prototype, name);
  Args('input', { type: () => spec.input, description: 'Nội dung lệnh. (The command.)' })(prototype, name, 0);
  Context()(prototype, name, 1);
  Mutation(() => spec.payload, { name, description: describe(row) })(prototype, name, descriptor);
}

/** The engine names places in the command; clients know them as places in `input`. */
const withinInput = (refusal: Refusal): Refusal =>
  refusal.path ? { ...refusal, path: ['input', ...refusal.path] } : refusal;

async function send(buses: Buses, spec: Spec, raw: unknown, context: RequestContext): Promise<object> {
  const refuse = (refusals: Parameters<typeof userErrorOf>[0][]): object =>
    refusedFields(refusals.map((it) => userErrorOf(it, context.language)));
  if (context.subject === undefined) return refuse([edgeRefusals.notAuthenticated()]);
  const { value, refusals } = await shape(spec.input, raw);
  if (refusals.length > 0) return refuse([...refusals]);
  const outcome: Outcome = await buses.commands.execute(
    new SendCommand(requestFrom(spec.lifecycle.name, spec.command, value, context.subject)),
  );
  context.renew();
  if (isRefusal(outcome)) return refuse([withinInput(outcome)]);
  const { readable, dossier } = await dossierAfter(buses, spec, outcome, context);
  return { ...acceptedFields(outcome), readable, [lowerFirst(spec.type.typeName)]: dossier };
}

/** What a command's answer shows of the dossier. */
interface Shown {
  /** The dossier can be read as it is after the command. */
  readonly readable: boolean;
  /** Absent, too, when the sender may not see it. */
  readonly dossier?: Dossier | undefined;
}

/** What was written stays written when it cannot be read yet: the answer then says so and goes without the dossier. */
async function dossierAfter(
  { queries }: Buses,
  { lifecycle, type }: Spec,
  { id, position }: Accepted,
  context: RequestContext,
): Promise<Shown> {
  try {
    if (!(await queries.execute(new AwaitPosition(position)))) return { readable: false };
    const row = await queries.execute(new FindEntity(lifecycle.name, id, await context.viewer()));
    return { readable: true, dossier: row && new type(row) };
  } catch (error) {
    if (error instanceof ProjectionStopped || error instanceof ProjectionsNotBuilt) return { readable: false };
    throw error;
  }
}
