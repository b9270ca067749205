import { InputType } from '@nestjs/graphql';
import { check, CONTROL, IdField, LineField, PartField, shown, texts, type Common, type Decorate } from './fields.js';
import { edgeRefusals } from './refusals.js';

interface ProseOptions extends Common {
  readonly max?: number;
  /** Meant for publication and search: stored in clear. */
  readonly public?: true;
}

const PROSE = new WeakMap<object, Set<string>>();

/** Text of several lines. Unless it is public it is sealed before it is stored; commands get it as prose. */
export const ProseField =
  (description: string, { max = 5000, public: isPublic, ...common }: ProseOptions = {}): Decorate =>
  (target, property) => {
    texts(description, CONTROL, max, common, false)(target, property);
    if (!isPublic) mark(PROSE, target, property);
  };

const PERSONS = new WeakMap<object, Set<string>>();

const mark = (marked: WeakMap<object, Set<string>>, target: object, property: string): void =>
  void marked.set(target, (marked.get(target) ?? new Set()).add(property));

/** A natural person: somebody known already, by identity, or a name with a position, which registers a new person. */
@InputType('PersonInput', {
  description:
    'Một cá nhân: mã của người đã có, hoặc họ tên kèm chức vụ của người mới. (A person: an id, or a name with a position.)',
})
export class PersonInput {
  @IdField('Person', 'Mã cá nhân đã có trong hệ thống. (A person known already.)', { optional: true })
  readonly id?: string;
  @LineField('Họ tên; được mã hóa trước khi lưu. (Name; sealed before it is stored.)', { max: 120, optional: true })
  readonly name?: string;
  @LineField('Chức vụ, vị trí. (Position.)', { max: 120, optional: true })
  readonly position?: string;
}

const namesOnePerson = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, position } = value as PersonInput;
  return id === undefined ? name !== undefined && position !== undefined : name === undefined && position === undefined;
};

/** A natural person. Commands get a personal particular, or the identity of somebody known. */
export const PersonField =
  (description: string, common: Common = {}): Decorate =>
  (target, property) => {
    PartField(() => PersonInput, description, common)(target, property);
    check('person', namesOnePerson, shown(edgeRefusals.personInvalid))(target, property);
    mark(PERSONS, target, property);
  };

const KNOWN = new WeakMap<object, Set<string>>();

/** A natural person who is known already, by identity alone. Commands get the identity; the engine puts the name in its place. */
export const KnownPersonField =
  (description: string, common: Common = {}): Decorate =>
  (target, property) => {
    IdField('Person', description, common)(target, property);
    mark(KNOWN, target, property);
  };

/** Which properties of an input, its base classes' included, name persons, name known ones, or hold prose about them. */
export const markedIn = (
  instance: object,
): {
  readonly persons: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly prose: ReadonlySet<string>;
} => ({
  persons: inherited(PERSONS, instance),
  known: inherited(KNOWN, instance),
  prose: inherited(PROSE, instance),
});

function inherited(marked: WeakMap<object, Set<string>>, instance: object): ReadonlySet<string> {
  const found = new Set<string>();
  for (
    let prototype: object | null = Object.getPrototypeOf(instance) as object | null;
    prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  ) {
    for (const property of marked.get(prototype) ?? []) found.add(property);
  }
  return found;
}
