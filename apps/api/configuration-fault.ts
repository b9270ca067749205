/** The service is put together in a way that it must not run in. The message is for the operator. */
export class ConfigurationFault extends Error {
  override readonly name = 'ConfigurationFault';
}
