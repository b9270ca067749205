/** One spelling for each name of a body: the letters, without case and surplus spaces. */
export const plainName = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');
