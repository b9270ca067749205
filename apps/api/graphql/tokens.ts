/** The injection tokens of the parts that are opened before the framework starts. */
export const SERVICE = Symbol('Service');
export const GATE = Symbol('Gate');
export const DEMO = Symbol('Demo');
