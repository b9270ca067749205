/** The service is put together in a way that it must not run in. The message is for the operator. */
export class ConfigurationFault extends Error {
  override readonly name = 'ConfigurationFault';

  /** The message as the last line before the process ends. */
  get sentence(): string {
    return `Cấu hình sai (configuration): ${this.message}`;
  }
}
