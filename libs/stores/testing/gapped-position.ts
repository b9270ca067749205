import { START, type Position } from '#kernel';
import { ordinalOf, positionOf } from '../position.js';

const STEP = 97;
const GAPPED = /^at-[0-9a-v]{12}$/;

/** The position shown for one of an embedded store: later ones are greater, none follows from the one before. */
export function outerOf(inner: Position): Position {
  return inner === START ? START : shownAs(ordinalOf(inner));
}

/** The embedded store's position behind one that was shown; whatever else, that store shall refuse as no cursor. */
export function innerOf(outer: Position): Position {
  if (outer === START) return START;
  const ordinal = GAPPED.test(outer) ? Math.floor(parseInt(outer.slice(3), 32) / STEP) : 0;
  return shownAs(ordinal) === outer ? positionOf(ordinal) : `(${outer})`;
}

function shownAs(ordinal: number): Position {
  const place = ordinal * STEP + ((ordinal * 31) % 89);
  return `at-${place.toString(32).padStart(12, '0')}`;
}
