/** A Relay global id: opaque to clients, stable for ever. `type` is the GraphQL type's name. */
export const toGlobalId = (type: string, id: string): string =>
  Buffer.from(`${type}:${id}`, 'utf8').toString('base64url');

/** What a global id says, or undefined when it is none. */
export function fromGlobalId(globalId: string): { readonly type: string; readonly id: string } | undefined {
  if (!/^[\w-]{4,200}$/.test(globalId)) return undefined;
  const [type, id, ...rest] = Buffer.from(globalId, 'base64url').toString('utf8').split(':');
  return type && id && rest.length === 0 && /^[\w-]+$/.test(id) ? { type, id } : undefined;
}
