/** From when a name holds is said around the command, by `effectiveFrom`; the day of the act unless it is. */
export interface RegisterCollective {
  readonly type: 'RegisterCollective';
  readonly unit: string;
  readonly name: string;
}

/** Puts the name right, or takes down another one: the collective stays who it is. */
export interface RenameCollective {
  readonly type: 'RenameCollective';
  readonly id: string;
  readonly name: string;
}

export type CollectiveCommand = RegisterCollective | RenameCollective;
