import { isLocalDate } from '#calendar';
import type { RefusalKind } from '#kernel';
import { Field, ID, Int } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import { fromGlobalId } from './global-id.js';
import { edgeRefusals } from './refusals.js';
import { Instant, LocalDate } from './scalars.js';

/** Checks a property against its neighbours in the same input. */
export const AgreesWith = <T extends object>(agrees: (input: T) => boolean, kind: RefusalKind): PropertyDecorator =>
  ValidateBy(
    { name: 'agrees', validator: { validate: (_value, args) => args !== undefined && agrees(args.object as T) } },
    shown(kind),
  );

/** What a validation carries: the refusal to show, beside the decorator that found it. */
export interface ShownAs {
  readonly kind: RefusalKind;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** The message is never shown; without one the validator would drop the context. */
export const shown = (
  kind: RefusalKind,
  facts: ShownAs['facts'] = {},
  options: ValidationOptions = {},
): ValidationOptions => ({ ...options, message: kind.code, context: { kind, facts } satisfies ShownAs });

/** A property decorator, as the fields are made of. */
export type Decorate = (target: object, property: string) => void;
const all =
  (...decorators: PropertyDecorator[]): Decorate =>
  (target, property) =>
    decorators.forEach((decorate) => decorate(target, property));

/** What every field may say. */
export interface Common {
  readonly optional?: true;
}
/** A property is known to the validator even where GraphQL has checked all there is to check. */
const maybe = ({ optional }: Common): PropertyDecorator[] => (optional ? [IsOptional()] : [Allow()]);
/** A check of our own. */
export const check = (name: string, test: (value: unknown) => boolean, options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: test } }, options);

/** Text is stored in NFC, without white space at its ends: one spelling for one word. */
const Normalised = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => normalise(value));
const normalise = (value: unknown): unknown =>
  typeof value === 'string' ? value.normalize('NFC').trim() : Array.isArray(value) ? value.map(normalise) : value;

/** What cannot be seen: control and format characters (zero width, direction, soft hyphen), noncharacters, private use. */
const UNSEEN = '\\p{Cc}\\p{Cf}\\p{Co}\\p{Noncharacter_Code_Point}';
/** What a text of several lines may not hold. */
export const CONTROL = new RegExp(`(?![\\t\\n\\r])[${UNSEEN}]`, 'u');
const CONTROL_OR_BREAK = new RegExp(`[${UNSEEN}\\u2028\\u2029]`, 'u');

const isClean =
  (forbidden: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value.isWellFormed() && !forbidden.test(value);

/** One text, or a list of them. */
export function texts(description: string, forbidden: RegExp, max: number, common: Common, each: boolean): Decorate {
  const options = { each };
  return all(
    Field(() => (each ? [String] : String), { description, nullable: common.optional ?? false }),
    Normalised(),
    ...maybe(common),
    check(
      'notEmpty',
      (value) => typeof value === 'string' && value.length > 0,
      shown(edgeRefusals.textEmpty, {}, options),
    ),
    check(
      'notTooLong',
      (value) => typeof value === 'string' && value.length <= max,
      shown(edgeRefusals.textTooLong, { max }, options),
    ),
    check('clean', isClean(forbidden), shown(edgeRefusals.textUnclean, {}, options)),
  );
}

/** One line of text: a name, a number, a title. `max` in UTF-16 units. */
export const LineField = (description: string, { max = 300, ...common }: Common & { max?: number } = {}): Decorate =>
  texts(description, CONTROL_OR_BREAK, max, common, false);

/** A list of one-line texts. */
export const LinesField = (
  description: string,
  { max = 300, most = 50, ...common }: Common & { max?: number; most?: number } = {},
): Decorate => all(texts(description, CONTROL_OR_BREAK, max, common, true) as PropertyDecorator, ...sized(0, most));

const sized = (least: number, most: number): PropertyDecorator[] => [
  ArrayMaxSize(most, shown(edgeRefusals.listTooLong, { max: most })),
  ...(least > 0 ? [ArrayMinSize(least, shown(edgeRefusals.listTooShort, { min: least }))] : []),
  ArrayUnique(shown(edgeRefusals.listRepeats)),
];

/** A whole number within bounds. */
export const IntField = (description: string, min: number, max: number, common: Common = {}): Decorate =>
  all(
    Field(() => Int, { description, nullable: common.optional ?? false }),
    ...maybe(common),
    Min(min, shown(edgeRefusals.numberOutOfRange, { min, max })),
    Max(max, shown(edgeRefusals.numberOutOfRange, { min, max })),
  );

/** Yes or no. */
export const FlagField = (description: string, common: Common = {}): Decorate =>
  all(
    Field(() => Boolean, { description, nullable: common.optional ?? false }),
    ...maybe(common),
  );

/** One value of an enum that is registered with GraphQL, which checks it. */
export const EnumField = (type: object, description: string, common: Common = {}): Decorate =>
  all(
    Field(() => type, { description, nullable: common.optional ?? false }),
    ...maybe(common),
  );

/** Several values of an enum. */
export const EnumsField = (
  type: object,
  description: string,
  { most = 20, ...common }: Common & { most?: number } = {},
): Decorate =>
  all(
    Field(() => [type], { description, nullable: common.optional ?? false }),
    ...maybe(common),
    ...sized(0, most),
  );

/** No document of the service is older than the State, and nobody plans for the next century. */
const YEARS = { min: 1945, max: 2100 };
const plausible = (): PropertyDecorator =>
  check(
    'plausible',
    (value) =>
      typeof value !== 'string' ||
      !/^\d{4}-/.test(value) ||
      (Number(value.slice(0, 4)) >= YEARS.min && Number(value.slice(0, 4)) <= YEARS.max),
    shown(edgeRefusals.dateImplausible, YEARS),
  );

/** A civil date. */
export const DateField = (description: string, common: Common = {}): Decorate =>
  all(
    Field(() => LocalDate, { description, nullable: common.optional ?? false }),
    ...maybe(common),
    plausible(),
    check('date', (value) => typeof value === 'string' && isLocalDate(value), shown(edgeRefusals.dateInvalid)),
  );

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' &&
  RFC3339.test(value) &&
  isLocalDate(value.slice(0, 10)) &&
  !Number.isNaN(Date.parse(value));

/** An instant; kept in UTC with milliseconds. */
export const InstantField = (description: string, common: Common = {}): Decorate =>
  all(
    Field(() => Instant, { description, nullable: common.optional ?? false }),
    Transform(({ value }: { value: unknown }) =>
      isInstant(value) ? new Date(Date.parse(value as string)).toISOString() : value,
    ),
    ...maybe(common),
    plausible(),
    check('instant', isInstant, shown(edgeRefusals.instantInvalid)),
  );

/** Turns a global id into the bare one; what is none stays as it is and is refused. */
const BareId = (type: string): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map((it) => bare(type, it)) : bare(type, value),
  );

function bare(type: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const found = fromGlobalId(value);
  return found?.type === type ? found.id : { invalidId: value };
}

const ids = (type: string, description: string, common: Common, each: boolean): Decorate =>
  all(
    Field(() => (each ? [ID] : ID), { description, nullable: common.optional ?? false }),
    BareId(type),
    ...maybe(common),
    check('globalId', (value) => typeof value === 'string', shown(edgeRefusals.idInvalid, { type }, { each })),
  );

/** The global id of an instance of one type; commands get the bare id. */
export const IdField = (type: string, description: string, common: Common = {}): Decorate =>
  ids(type, description, common, false);

/** Several global ids of one type. */
export const IdsField = (
  type: string,
  description: string,
  { least = 0, most = 100, ...common }: Common & { least?: number; most?: number } = {},
): Decorate => all(ids(type, description, common, true) as PropertyDecorator, ...sized(least, most));

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A bare UUID: command ids and references within an instance. */
export const UuidField = (description: string, common: Common = {}): Decorate =>
  all(
    Field(() => ID, { description, nullable: common.optional ?? false }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value)),
    ...maybe(common),
    check('uuid', (value) => typeof value === 'string' && UUID.test(value), shown(edgeRefusals.uuidInvalid)),
  );

/** A SHA-256 in hex. */
export const HashField = (description: string, common: Common = {}): Decorate =>
  all(
    Field(() => String, { description, nullable: common.optional ?? false }),
    ...maybe(common),
    check(
      'sha256',
      (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
      shown(edgeRefusals.hashInvalid),
    ),
  );

type Constructor = new () => object;

/** A nested input. */
export const PartField = (type: () => Constructor, description: string, common: Common = {}): Decorate =>
  all(Field(type, { description, nullable: common.optional ?? false }), ...maybe(common), Type(type), ValidateNested());

/** A list of nested inputs. */
export const PartsField = (
  type: () => Constructor,
  description: string,
  { least = 0, most = 100, ...common }: Common & { least?: number; most?: number } = {},
): Decorate =>
  all(
    Field(() => [type()], { description, nullable: common.optional ?? false }),
    ...maybe(common),
    IsArray(),
    Type(type),
    ValidateNested({ each: true }),
    ...sized(least, most),
  );
