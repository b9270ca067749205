/** What is wrong with the log itself, for an operator. */
export type LogFaultCode =
  /** An event type that this program does not know. */
  | 'UNKNOWN_EVENT_TYPE'
  /** A schema version that this program does not know. */
  | 'UNKNOWN_SCHEMA_VERSION'
  /** Data or metadata that are not what an event holds. */
  | 'MALFORMED_EVENT'
  /** The log belongs to another installation, profile or format. */
  | 'FOREIGN_LOG'
  /** The log is whole, but something that belongs to it is not there. */
  | 'LOG_INCOMPLETE';

/** The log cannot be read as it should be: never skipped, never guessed. The message says where. */
export class LogFault extends Error {
  override readonly name = 'LogFault';

  constructor(
    readonly code: LogFaultCode,
    message: string,
  ) {
    super(message);
  }
}
