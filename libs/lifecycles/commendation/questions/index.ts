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
