import { LogFault, StoreFault } from '#kernel';
import { ProcessesFault } from '#processes';
import { SeedFault } from '#seed';
import { VaultFault } from '#vault';
import { ProjectionsFault } from '#projections';
import { ConfigurationFault } from './configuration-fault.js';

/** True when the service is put together with what is not its own: another's configuration, log or keys (exit code 78). */
export const isMisplaced = (error: unknown): boolean =>
  [ConfigurationFault, LogFault, ProcessesFault].some((kind) => error instanceof kind) ||
  (error instanceof VaultFault && error.misplaced);

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

const CANNOT_WRITE = ['EACCES', 'ENOSPC', 'EROFS'];

/** What an operator reads when the service cannot start: what is wrong and where, in one line. */
export function describeFault(error: unknown): string {
  if (error instanceof ConfigurationFault) return error.sentence;
  if (
    [LogFault, StoreFault, VaultFault, ProjectionsFault, SeedFault, ProcessesFault].some(
      (kind) => error instanceof kind,
    )
  )
    return (error as Error).message;
  if (isSystemError(error)) return describeSystemError(error);
  return `Lỗi ngoài dự kiến (unexpected): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function describeSystemError(error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') {
    return `Cổng đang được dùng: ${error.message}. Hãy dừng chương trình kia hoặc đặt KHEO_PORT khác. (The port is in use; stop the other program or set KHEO_PORT.)`;
  }
  if (CANNOT_WRITE.includes(error.code ?? '')) return `Không ghi được (cannot write): ${error.message}`;
  return `Lỗi ngoài dự kiến (unexpected): ${error.stack ?? error.message}`;
}
