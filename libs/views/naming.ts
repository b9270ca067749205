/** The SQL name of a declared key: `fieldCode` becomes `field_code`; a name in snake case stays as it is. */
export const snakeCase = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The name as an SQL identifier, whatever words SQL has reserved. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The table of those for whom an instance is their own. */
export const partyTable = (view: string): string => `${view}__party`;

/** The table of one kind of parts of an instance. */
export const partTable = (view: string, part: string): string => `${view}__${part}`;

/** The index of a view's searched texts. */
export const searchTable = (view: string): string => `${view}__search`;
