import { readFile } from 'node:fs/promises';

/** The page as the build leaves it. */
export const IDE_FILE = new URL('./page.html', import.meta.url);

/** Where the page takes the headers of the one who is signed in: for requests, and for the socket. */
export const HEADERS_PLACE = '@@KHEO-HEADERS@@';
export const SOCKET_PLACE = '@@KHEO-SOCKET@@';

/**
 * The GraphQL IDE, complete in itself: it needs no internet.
 * @param token the access token it sends, when somebody is signed in
 */
export async function idePage(token: string | undefined): Promise<Buffer> {
  const page = await readFile(IDE_FILE);
  const authorization = token === undefined ? '' : `Bearer ${token}`;
  const headers = token === undefined ? '{}' : JSON.stringify({ authorization });
  return filled(filled(page, HEADERS_PLACE, headers), SOCKET_PLACE, authorization);
}

/** The place stands inside a JSON string of a script. */
function filled(page: Buffer, place: string, text: string): Buffer {
  const at = page.indexOf(place);
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('<', '\\u003c');
  return Buffer.concat([page.subarray(0, at), Buffer.from(escaped), page.subarray(at + place.length)]);
}
