import { StoreFault } from '#kernel';
import { ProjectionsFault } from '#projections';
import { Problem } from '../problem.js';

/** Runs a program to its end; what people can mend is said in one message, all else with its stack. */
export async function runProgram(program: (args: readonly string[]) => Promise<void>): Promise<void> {
  try {
    await program(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

function messageOf(error: unknown): string {
  if (error instanceof Problem || error instanceof StoreFault || error instanceof ProjectionsFault)
    return error.message;
  return `Lỗi ngoài dự kiến (unexpected): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
