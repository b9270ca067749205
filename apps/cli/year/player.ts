import { localDateOf, startOf } from '#calendar';
import { toGlobalId } from '#graphql';
import { derivedId } from '#kernel';
import type { Api } from '../client/api.js';
import { Problem } from '../problem.js';
import { CHAPTERS, Ref, Who, type Paper, type Scene } from './scene.js';

/** Working hours begin at eight. */
const MORNING_MS = 8 * 3_600_000;

interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[];
  readonly dossier: Node | null;
}
type Node = Readonly<Record<string, unknown>>;

const lowerFirst = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** Plays scenes against the service, one after the other: sends the command of each, and moves the clock from day to day. */
export class Player {
  private readonly saved = new Map<string, Node>();
  private readonly papers = new Map<string, number>();
  private played = 0;
  private day = '';

  /** @param seed command ids follow from it and from the scene's number */
  constructor(
    private readonly api: Api,
    private readonly seed: string,
  ) {}

  /**
   * @throws Problem at the first refusal, naming the step
   */
  async play(scene: Scene): Promise<void> {
    await this.turnTo(scene.day);
    this.played += 1;
    const { on, command, saves, select = '' } = scene;
    const query = `mutation($input: ${command}Input!) { sent: ${lowerFirst(command)}(input: $input) { userErrors { code message path } dossier: ${on} { id ${select} } } }`;
    const input = await this.inputOf(scene);
    const { sent } = await this.asking(scene, async () => this.api.ask<{ sent: Payload }>(scene.as, query, { input }));
    const [refusal] = sent.userErrors;
    if (refusal)
      throw this.problem(
        scene,
        `${refusal.code}: ${refusal.message}${refusal.path.length > 0 ? ` [${refusal.path.join('.')}]` : ''}`,
      );
    if (saves === undefined) return;
    const dossier = sent.dossier ?? (await this.shownToReader(scene, input));
    if (!dossier)
      throw this.problem(scene, 'dịch vụ không cho xem hồ sơ vừa ghi (the service does not show the dossier)');
    this.saved.set(saves, dossier);
  }

  /** Who acts on a dossier need not be allowed to read it; an auditor is. */
  private async shownToReader({ on, select = '' }: Scene, input: Node): Promise<Node | null> {
    if (input['id'] === undefined) return null;
    return (
      await this.api.ask<{ dossier: Node | null }>(
        'auditor',
        `query($id: ID!) { dossier: ${on}(id: $id) { id ${select} } }`,
        { id: input['id'] },
      )
    ).dossier;
  }

  /** The global id of a dossier that an earlier scene saved. */
  idOf(scene: string): string {
    return String(this.find(new Ref(scene)));
  }

  private async turnTo(day: string): Promise<void> {
    if (day === this.day) return;
    await this.api.moveTo(new Date(Date.parse(startOf(day)) + MORNING_MS).toISOString());
    this.day = day;
  }

  private async inputOf({ input, reason, paper, day, occurredAt, delegation }: Scene): Promise<Node> {
    const content = (await this.resolved({ ...input, ...(delegation && { delegation }) })) as Node;
    const commandId = derivedId('demo', this.seed, this.played);
    const signedOn = occurredAt === undefined ? day : localDateOf(occurredAt);
    return {
      commandId,
      ...content,
      ...(reason && { reason }),
      ...(occurredAt && { occurredAt }),
      ...(paper && { document: this.numbered(paper, signedOn) }),
    };
  }

  private numbered({ issuer, type, symbol, capacity }: Paper, signedOn: string): object {
    const year = Number(signedOn.slice(0, 4));
    const series = `${issuer} ${type} ${year}`;
    const number = (this.papers.get(series) ?? 0) + 1;
    this.papers.set(series, number);
    return {
      issuer,
      type,
      number: `${String(number).padStart(2, '0')}/${type}-${symbol}`,
      year,
      signedOn,
      ...(capacity && { capacity }),
    };
  }

  private async resolved(value: unknown): Promise<unknown> {
    if (value instanceof Ref) return this.find(value);
    if (value instanceof Who) return toGlobalId('Subject', await this.api.subject(value.sub));
    if (Array.isArray(value)) return Promise.all(value.map((it) => this.resolved(it)));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      await Promise.all(Object.entries(value).map(async ([key, it]) => [key, await this.resolved(it)] as const)),
    );
  }

  private find({ scene, path }: Ref): unknown {
    const node: unknown = this.saved.get(scene);
    const found = path.reduce<unknown>((value, key) => (value as Node | undefined)?.[key], node);
    if (found === undefined)
      throw new Problem(`Kịch bản nhắc tới “${scene}” trước khi có. (The script names “${scene}” too early.)`);
    return found;
  }

  private async asking<T>(scene: Scene, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Problem) throw this.problem(scene, error.message);
      throw error;
    }
  }

  private problem({ day, chapter, as, command }: Scene, why: string): Problem {
    return new Problem(
      `Dừng ở bước ${this.played} (stopped at step ${this.played}), ngày ${day}, phần “${CHAPTERS[chapter].vi}”: ${as} – ${command}\n  ${why}`,
    );
  }
}
