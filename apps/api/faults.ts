import { StoreFault } from '#kernel';
import { VaultFault } from '#vault';
import { ViewsFault } from '#views';
import { ConfigurationFault } from './configuration-fault.js';

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

/** What an operator reads when the service cannot start: what is wrong and where, in one line. */
export function describeFault(error: unknown): string {
  if (error instanceof ConfigurationFault) return `Cấu hình sai (configuration): ${error.message}`;
  if (error instanceof StoreFault || error instanceof VaultFault || error instanceof ViewsFault) return error.message;
  if (isSystemError(error) && error.code === 'EADDRINUSE') {
    return `Cổng đang được dùng: ${error.message}. Hãy dừng chương trình kia hoặc đặt KHEO_PORT khác. (The port is in use; stop the other program or set KHEO_PORT.)`;
  }
  if (isSystemError(error) && (error.code === 'EACCES' || error.code === 'ENOSPC' || error.code === 'EROFS')) {
    return `Không ghi được (cannot write): ${error.message}`;
  }
  return `Lỗi ngoài dự kiến (unexpected): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
