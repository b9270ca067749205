import { unfenced } from '#kernel';

/** Why a read of who is registered needs no fence. */
export const registeredForGood = unfenced('whoever is registered stays so; the name is kept as it was read');
