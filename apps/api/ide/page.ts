import { readFile } from 'node:fs/promises';

/** The page as the build leaves it. */
export const IDE_FILE = new URL('./page.html', import.meta.url);

/** Where the page takes the headers of the one who is signed in. */
export const HEADERS_PLACE = '@@KHEO-HEADERS@@';

/**
 * The GraphQL IDE, complete in itself: it needs no internet.
 * @param token the access token it sends, when somebody is signed in
 */
export async function idePage(token: string | undefined): Promise<Buffer> {
  const page = await readFile(IDE_FILE);
  const at = page.indexOf(HEADERS_PLACE);
  const headers = token === undefined ? '{}' : JSON.stringify({ authorization: `Bearer ${token}` });
  // The place stands inside a JSON string of a script.
  const escaped = JSON.stringify(headers).slice(1, -1).replaceAll('<', '\\u003c');
  return Buffer.concat([page.subarray(0, at), Buffer.from(escaped), page.subarray(at + HEADERS_PLACE.length)]);
}
