import { question } from '#kernel';

/**
 * Which dossiers hold an achievement: under way with the authorities, or granted and not cancelled.
 * `except` are items that do not count, such as those of the dossier that asks.
 */
export const achievementsTaken = question('commendation.achievementsTaken', {
  asks: { fingerprints: 'ids', except: 'ids' },
  answers: { fingerprint: 'text', dossier: 'text' },
});

/** Which of these recipients are on hold, in which dossier and since when (the instant of recording). */
export const heldRecipients = question('commendation.heldRecipients', {
  asks: { recipients: 'ids' },
  answers: { recipient: 'text', dossier: 'text', since: 'text' },
});

/** The dossiers with awards that rest on a model's evaluation in a year, and stand. */
export const awardsResting = question('commendation.awardsResting', {
  asks: { model: 'text', year: 'integer' },
  answers: { dossier: 'text', item: 'text' },
  atMost: 500,
});
