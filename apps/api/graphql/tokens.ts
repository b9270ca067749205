/** The injection token of the service, which is opened before the framework starts. */
export const SERVICE = Symbol('Service');
