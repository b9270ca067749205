import { canonical, parseStream, withPlaces, type EventToAppend, type Json, type StoredEvent } from '#kernel';
import { isTheYear, keyIn, type Copy, type Naming } from './naming.js';

/** A text between what is different in each copy, or one such thing. */
type Piece = string | ((naming: Naming, copy: Copy) => string);

/** An event of the year, ready to be told again. */
export interface Template {
  readonly stream: string;
  readonly lifecycle: string;
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
  fill(naming: Naming, copy: Copy): { readonly stream: string; readonly event: EventToAppend };
}

/** What is taken over by its content hash: not a letter of it may change. */
const HASHED = ['PolicyVersionAdopted', 'RubricVersionAdopted'];

/** What differs in a copy: an id, a year. Where something was sealed and under which key is passed over: it stays as it is. */
const CHANGING = [
  String.raw`\\?"(?:place|keyId)\\?":\\?"[^"]*"`,
  '(?<id>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})',
  String.raw`(?<year>20\d\d(?=-\d\d-\d\d)|(?<=[yY]ear\\?":|năm )20\d\d)`,
].join('|');
/** A unit is known by its key, which its id follows from. */
const WITH_KEY = String.raw`${CHANGING}|(?<=,"key":")(?<key>[^"]+)`;

/**
 * Makes a template of an event. Names that it holds sealed stay sealed for the place where they were: they can be read wherever the
 * keys of the year are.
 */
export function templateOf(event: StoredEvent): Template {
  const { stream, revision, type, eventId } = event;
  const metadata = placedMetadata(event);
  const data = pieces(placedData(event), type === 'UnitRegistered' ? WITH_KEY : CHANGING, HASHED.includes(type));
  const meta = pieces(metadata, CHANGING, false);
  const { recordedAt = '' } = JSON.parse(metadata) as Readonly<Record<string, string>>;
  const filled = (of: readonly Piece[], naming: Naming, copy: Copy): string =>
    of.map((piece) => (typeof piece === 'string' ? piece : piece(naming, copy))).join('');
  return {
    ...{ stream, revision, type, recordedAt },
    lifecycle: parseStream(stream).name,
    fill: (naming, copy) =>
      isTheYear(copy)
        ? { stream, event }
        : {
            stream: naming.stream(stream, copy),
            event: {
              eventId: naming.of(eventId, copy),
              type,
              data: filled(data, naming, copy),
              metadata: filled(meta, naming, copy),
            },
          },
  };
}

/** The data with the place of everything sealed said outright. */
function placedData({ data, stream, revision }: StoredEvent): string {
  return data.includes('"keyId"') ? canonical(withPlaces(JSON.parse(data) as Json, stream, revision)) : data;
}

/** The same of the metadata, where a reason stands as a text of its own. */
function placedMetadata({ metadata, stream, revision }: StoredEvent): string {
  const value = JSON.parse(metadata) as Record<string, string>;
  if (value['reason'] === undefined) return metadata;
  const { reason } = withPlaces({ reason: JSON.parse(value['reason']) as Json }, stream, revision) as { reason: Json };
  return canonical({ ...value, reason: canonical(reason) });
}

function pieces(text: string, changing: string, isHashed: boolean): readonly Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(new RegExp(changing, 'gu'))) {
    const { id, year, key } = match.groups ?? {};
    if (id === undefined && key === undefined && (year === undefined || isHashed)) continue;
    found.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    if (id !== undefined) found.push((naming, copy) => naming.of(id, copy));
    else if (key !== undefined) found.push((_, copy) => keyIn(key, copy));
    else found.push((_, { years }) => String(Number(year) + years));
  }
  return [...found, text.slice(end)];
}
