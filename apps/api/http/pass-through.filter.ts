import { Catch, type ExceptionFilter } from '@nestjs/common';

/** Leaves every exception to GraphQL: one place words and logs it, the error plugin. */
@Catch()
export class PassThroughFilter implements ExceptionFilter {
  catch(exception: unknown): unknown {
    return exception;
  }
}
