import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { fromGlobalId } from '#graphql';
import { derivedId, isRefusal, type Outcome } from '#kernel';
import { lifecycleModules } from '#lifecycles';
import { NAME, PROSE, subjectOf } from '../testing/dossiers.js';
import { LOOKERS, tellScene, type Shown } from '../testing/matrix-scene.js';
import { demoToken, startService, type RunningService } from '../testing/running-service.js';
import { DOSSIER_TYPES, edgesOfType, listOf, wholeQuery } from '../testing/whole-dossier.js';

interface Step {
  readonly id: string;
  readonly classification: 'PUBLIC' | 'INTERNAL' | 'RESTRICTED';
  readonly changes: readonly { readonly field: string; readonly after: string | null }[];
}
/** The ground of a hold: it stands in the recipient's own dossier, which is restricted, and nowhere else. */
const HELD = 'PRESS_ALLEGATION';

/**
 * What the tables let somebody do to what they do not see: whoever hands on a power names a colleague. Content that does not fit is
 * then told, as the dossier's being there is.
 */
const BEYOND_SIGHT = ['GrantDelegation'];

type Whole = Readonly<Record<string, unknown>> & { readonly history: readonly Step[] };

let kheo: RunningService;
let scene: ReadonlyMap<string, Shown>;
/** What everybody who sees anything of a dossier is shown of it, by looker and dossier. */
const shownTo = new Map<string, ReadonlyMap<string, Whole | null>>();
const told = new Map<string, Set<string>>();
const sockets: SocketClient[] = [];

async function listen(sub: string): Promise<void> {
  const heard = new Set<string>();
  told.set(sub, heard);
  const client = createClient({
    url: `${kheo.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${await demoToken(kheo.url, sub)}` },
    retryAttempts: 0,
  });
  sockets.push(client);
  const connected = new Promise<void>((resolve) => void client.on('connected', () => resolve()));
  client.subscribe<{ inboxChanged: { id: string } }>(
    { query: 'subscription { inboxChanged { id } }' },
    {
      next: ({ data }) => void (data && heard.add(data.inboxChanged.id)),
      error: (error) => heard.add(JSON.stringify(error)),
      complete: () => undefined,
    },
  );
  await connected;
}

const typeOf = (id: string): string => fromGlobalId(id)?.type ?? '';

async function look(sub: string): Promise<ReadonlyMap<string, Whole | null>> {
  const seen = new Map<string, Whole | null>();
  for (const type of DOSSIER_TYPES) {
    const all = [...scene].filter(([, { id }]) => typeOf(id) === type);
    const ids = all.map(([, { id }]) => id);
    const { nodes } = await kheo.as(sub).query<{ nodes: (Whole | null)[] }>(wholeQuery(type), { ids });
    all.forEach(([what], index) => seen.set(what, nodes[index] ?? null));
  }
  return seen;
}

beforeAll(async () => {
  kheo = await startService('restricted');
  await Promise.all(LOOKERS.map(listen));
  // Two answers later the subscriptions, sent before them, are under way.
  for (let round = 0; round < 2; round += 1) await kheo.as('auditor').query('{ __typename }');
  scene = await tellScene(kheo.service);
  await Promise.all(LOOKERS.map(async (sub) => shownTo.set(sub, await look(sub))));
}, 120_000);
afterAll(async () => {
  for (const client of sockets) await client.dispose();
  await kheo.stop();
});

const named = (what: string): Shown => {
  const found = scene.get(what);
  if (!found) throw new Error(`The scene has not got ${what}`);
  return found;
};
const shown = (sub: string, what: string): Whole | null => shownTo.get(sub)?.get(what) ?? null;
/** What of the scene a looker sees, as it is written down. */
const seenBy = (sub: string): readonly string[] => [...scene].filter(([, it]) => it.sights[sub]).map(([what]) => what);
const readsWords = (sub: string, what: string): boolean => ['party', 'handler'].includes(named(what).sights[sub] ?? '');
const names = (ids: readonly string[]): readonly string[] =>
  [...scene].filter(([, { id }]) => ids.includes(id)).map(([what]) => what);

describe.each(LOOKERS)('%s', (sub) => {
  it('sees of every kind of dossier what is for them, by its id', async () => {
    const ids = [...scene.values()].map(({ id }) => id);
    const aliased = ids.map((id, index) => `n${index}: node(id: "${id}") { id }`).join(' ');
    const found = await kheo.as(sub).query<Record<string, { id: string } | null>>(`{ ${aliased} }`);
    expect(names(Object.values(found).flatMap((it) => it?.id ?? []))).toEqual(seenBy(sub));
    expect([...scene.keys()].filter((what) => shown(sub, what) !== null)).toEqual(seenBy(sub));
  });

  it('finds the same in every list, and counts it', async () => {
    type Lists = Record<string, { totalCount: number; nodes: { id: string }[] }>;
    const lists = DOSSIER_TYPES.map((type) => `${listOf(type)}(last: 100) { totalCount nodes { id } }`);
    const found = Object.values(await kheo.as(sub).query<Lists>(`{ ${lists.join(' ')} }`));
    for (const { totalCount, nodes } of found) expect(nodes).toHaveLength(Math.min(totalCount, 100));
    const listed = names(found.flatMap(({ nodes }) => nodes.map(({ id }) => id)));
    // There are more accounts than fit into a page.
    const fits = (what: string): boolean => typeOf(named(what).id) !== 'Subject';
    expect(listed.filter(fits)).toEqual(seenBy(sub).filter(fits));
  });

  it('reaches no dossier by an edge that could not be asked for, and every other', () => {
    for (const what of seenBy(sub)) {
      const { id } = named(what);
      for (const edge of edgesOfType(typeOf(id))) {
        const leadsTo = (by: string): readonly string[] =>
          [shown(by, what)?.[edge] ?? []].flat().map((it) => (it as { id: string }).id);
        const visible = new Set(seenBy(sub).map((each) => named(each).id));
        const ofScene = names(leadsTo('auditor'));
        expect({ what, edge, to: names(leadsTo(sub)) }).toEqual({
          what,
          edge,
          to: ofScene.filter((each) => visible.has(named(each).id)),
        });
      }
    }
  });

  it('reads the steps of the history that are for them', () => {
    for (const what of seenBy(sub)) {
      const every = shown('auditor', what)?.history ?? [];
      const sight = named(what).sights[sub];
      const isFor = ({ classification }: Step): boolean =>
        sight === 'party' ||
        classification === 'PUBLIC' ||
        (sight === 'handler' && (classification !== 'RESTRICTED' || sub !== 'mttq'));
      const ids = (steps: readonly Step[]) => steps.map(({ id }) => id);
      expect({ what, steps: ids(shown(sub, what)?.history ?? []) }).toEqual({ what, steps: ids(every.filter(isFor)) });
    }
  });

  it('reads names of persons and prose about them where it is for them, and nowhere else', () => {
    for (const what of seenBy(sub)) {
      const [text, whole] = [sub, 'auditor'].map((by) => JSON.stringify(shown(by, what)));
      for (const secret of [NAME, PROSE])
        expect({ what, secret, read: text?.includes(secret) }).toEqual({
          what,
          secret,
          read: whole?.includes(secret) === true && readsWords(sub, what),
        });
    }
  });

  it('reads of a hold in the recipient’s own dossier, and that there is one from what proposes the recipient', () => {
    const hold = named('a recipient on hold').id;
    for (const what of seenBy(sub)) {
      const text = JSON.stringify(shown(sub, what));
      expect({ what, ground: text.includes(HELD) }).toEqual({ what, ground: what === 'a recipient on hold' });
      expect({ what, leadsThere: text.includes(hold) }).toEqual({
        what,
        leadsThere:
          JSON.stringify(shown('auditor', what)).includes(hold) && seenBy(sub).includes('a recipient on hold'),
      });
    }
    expect(JSON.stringify(shown('auditor', 'a commendation appraised'))).toContain(hold);
  });

  it('reads scores as far as they are released, in the dossier and in its history', () => {
    for (const what of seenBy(sub)) {
      const { scores, sights } = named(what);
      const whole = shown('auditor', what) as { scores?: object[] } | null;
      const own = shown(sub, what) as (Whole & { scores?: object[]; panel?: { name: object | null }[] }) | null;
      if (!scores || !own) continue;
      const fewer = scores[sub];
      expect({ what, scores: own.scores?.length }).toEqual({ what, scores: fewer ?? whole?.scores?.length });
      const pointsIn = own.history
        .flatMap(({ changes }) => changes)
        .some(({ field, after }) => field === 'scores' && after?.includes('"points"'));
      expect({ what, inHistory: pointsIn }).toEqual({ what, inHistory: fewer === undefined });
      expect({ what, named: own.panel?.some(({ name }) => name !== null) }).toEqual({
        what,
        named: sights[sub] === 'handler',
      });
    }
  });

  it('finds nothing else in the inbox, and heard of nothing else', async () => {
    const { inbox } = await kheo
      .as(sub)
      .query<{ inbox: { nodes: { subject: { id: string } | null }[] } }>(
        '{ inbox(first: 100) { nodes { subject { id } } } }',
      );
    const waiting = names(inbox.nodes.flatMap(({ subject }) => subject?.id ?? []));
    expect(waiting.filter((what) => !seenBy(sub).includes(what))).toEqual([]);
    const untouched = ['a campaign', 'another unit', 'somebody’s powers'];
    const before = [...scene].filter(([, it]) => it.seenBefore?.includes(sub)).map(([what]) => what);
    const heard = names([...(told.get(sub) ?? [])]);
    const expected = [...scene.keys()].filter((what) => seenBy(sub).includes(what) || before.includes(what));
    expect(heard).toEqual(expected.filter((what) => !untouched.includes(what)));
  });

  it('is refused every command to what is not seen as to what is not there', async () => {
    const toAbsent = new Map<string, object>();
    for (const [what, { id }] of scene) {
      if (seenBy(sub).includes(what)) continue;
      const module = lifecycleModules.find(({ type }) => type.typeName === typeOf(id));
      const commands = Object.entries(module?.lifecycle.commands ?? {}).filter(
        ([command, { from }]) => !from.includes('none') && !BEYOND_SIGHT.includes(command),
      );
      for (const [command] of commands) {
        const sent = { subject: subjectOf(sub), lifecycle: module?.lifecycle.name ?? '' };
        const answerTo = async (each: string): Promise<object> =>
          wordsOf(
            await kheo.service.engine.execute({
              ...sent,
              commandId: derivedId(sub, command, each),
              command: { type: command, id: each } as never,
            }),
          );
        const absent = toAbsent.get(command) ?? (await answerTo(derivedId('nobody')));
        toAbsent.set(command, absent);
        const unseen = await answerTo(fromGlobalId(id)?.id ?? '');
        expect({ what, command, answer: unseen }).toEqual({ what, command, answer: absent });
      }
    }
  });
});

/** What a refusal says to its sender. */
function wordsOf(outcome: Outcome): object {
  if (!isRefusal(outcome)) return { accepted: true };
  const { code, message, path } = outcome;
  return { code, message, path };
}
