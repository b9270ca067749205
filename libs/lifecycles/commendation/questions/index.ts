import { question } from '#kernel';

/**
 * Which dossiers hold an achievement: under way with the authorities, or granted and not cancelled.
 * `except` are items that do not count, such as those of the dossier that asks.
 */
export const achievementsTaken = question('commendation.achievementsTaken', {
  asks: { fingerprints: 'ids', except: 'ids' },
  answers: { fingerprint: 'text', dossier: 'text' },
});

/** Who proposes a recipient, in whatever dossier: each subject, with the unit whose dossier it is. */
export const proposers = question('commendation.proposers', {
  asks: { recipient: 'text' },
  answers: { subject: 'text', unit: 'text' },
});

/** The dossiers in which a recipient was granted something that stands. */
export const awardsStanding = question('commendation.awardsStanding', {
  asks: { recipient: 'text' },
  answers: { dossier: 'text' },
});

/** The dossiers with awards that rest on a model's evaluation in a year, and stand. */
export const awardsResting = question('commendation.awardsResting', {
  asks: { model: 'text', year: 'integer' },
  answers: { dossier: 'text', item: 'text' },
  atMost: 500,
});

/** How many dossiers of a cycle the authorities have, and until when units may send others again. */
export const openCommendations = question('commendation.openInYear', {
  asks: { campaign: 'text', year: 'integer' },
  answers: { open: 'integer', until: 'text?' },
});
