import { DatabaseSync } from 'node:sqlite';
import { serveFile } from '../index.js';

/** What the thread of words is started with. */
interface Setup {
  readonly file: string;
}

/** Says of every word how many were asked with it; throws at the last word. */
serveFile(({ file }: Setup) => {
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE words (word TEXT)');
  return {
    found: 'nothing',
    answer: (words: readonly string[]) => {
      if (words.includes('end')) throw new Error('The last word');
      return { answers: words.map((word) => `${word} of ${words.length}`) };
    },
    close: () => database.close(),
  };
});
