import { isSealedParticular } from '#kernel';
import { Field, type FieldMiddleware } from '@nestjs/graphql';
import type { RequestContext } from './context.js';

/** Reads a sealed text only when the client asks for it. Null, not undefined: for that the framework gives the value as it was before. */
const unsealing: FieldMiddleware<unknown, RequestContext> = async ({ context }, next) => {
  const value: unknown = await next();
  return isSealedParticular(value) ? ((await context.unseal(value)) ?? null) : null;
};

/**
 * Shows prose that is stored sealed, to whoever reads the dossier's particulars: a nullable String, empty for others and once the
 * dossier's text has been erased. For properties of type `Prose | undefined`.
 */
export const SealedText = ({ description }: { readonly description: string }): PropertyDecorator =>
  Field(() => String, { nullable: true, description, middleware: [unsealing] }) as PropertyDecorator;
