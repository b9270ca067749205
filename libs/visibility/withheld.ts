import { mapParticulars } from '#kernel';

/** What stands for a sealed particular that the viewer may not read: neither its words nor whose it is. */
const WITHHELD = { withheld: true } as const;

/** A state without its sealed particulars. */
export const withholdParticulars = <S>(state: S): S => mapParticulars(state, '', () => WITHHELD) as S;
