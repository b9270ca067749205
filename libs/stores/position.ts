import { START, StoreFault, type Position } from '#kernel';

const DIGITS = 16;

/** The cursor of the event with this ordinal (from 1): padded, so that the order of strings is the order of the log. */
export function positionOf(ordinal: number): Position {
  return ordinal === 0 ? START : String(ordinal).padStart(DIGITS, '0');
}

/**
 * The ordinal a cursor stands for; 0 for `START`.
 * @throws StoreFault when the text is no cursor of this store
 */
export function ordinalOf(position: Position): number {
  if (position === START) return 0;
  if (!/^\d{16}$/.test(position)) {
    throw new StoreFault(
      `Con trỏ "${position}" không phải của kho sự kiện này; hãy đọc lại từ đầu. ` +
        `The cursor "${position}" is not one of this event store; read again from the start.`,
    );
  }
  return Number(position);
}
