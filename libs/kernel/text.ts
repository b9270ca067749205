/** A sentence or label in the two languages of the service; Vietnamese is the first. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** The languages a reader may ask for. */
export type Language = keyof Text;

/** A text in Vietnamese and English. */
export const text = (vi: string, en: string): Text => ({ vi, en });
