import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { subjectId, viewerOf, type Viewer } from '#identity';
import {
  derivedId,
  foundLog,
  isRefusal,
  personal,
  START,
  type Clock,
  type Engine,
  type EventStore,
  type StoredEvent,
} from '#kernel';
import { overviewAnswers } from '#overview';
import { lifecycleModules } from '#lifecycles';
import type { CampaignCommand } from '#lifecycles/campaign';
import { planId, type PlanCommand, type PlanContent } from '#lifecycles/plan';
import { unitId } from '#lifecycles/unit';
import { hostOf, systemClock, systemRandomness, type Host } from '#runtime';
import { HUE_UNITS, hueCampaignId, seed } from '#seed';
import { openSqliteStore } from '#stores';
import { loadOrCreateSecret, openAttemptLog, openKeyRing } from '#vault';
import { personRegister, registers } from '#registers';
import { openViews, type Views } from '#views';
import { inParallel } from './callers.js';
import type { Callers } from './options.js';

const ISSUER = 'urn:kheo:bench';
/** The seed opens the first cycle; with the plans of a second there is one for each of 64 callers. */
const LATER_YEAR = 2027;
const YEARS = [2026, LATER_YEAR];
const OBLIGATED = HUE_UNITS.filter((unit) => unit.obligated);

/** A plan under way, and its clerk. */
interface Desk {
  readonly plan: string;
  readonly clerk: string;
}

/** A whole engine over its own folder, as the service puts it together, with plans in draft to work on. */
export class Office {
  #sent = 0;

  private constructor(
    readonly store: EventStore,
    private readonly logId: string,
    private readonly folder: string,
    private readonly host: Host,
    private current: Views,
    private readonly shut: () => Promise<void>,
    private readonly desks: readonly Desk[],
    private readonly beside: (store: EventStore, modules: typeof lifecycleModules) => Engine,
  ) {}

  /** Opens the campaign in an empty folder and lets every obligated unit draft its plans. */
  static async open(folder: string): Promise<Office> {
    mkdirSync(folder, { recursive: true });
    const store = await openSqliteStore({ file: join(folder, 'log.db') });
    const sources = { clock: systemClock, random: systemRandomness };
    const expected = { profile: 'bench', issuer: ISSUER, timeZone: 'Asia/Ho_Chi_Minh' };
    const identity = await foundLog(store, expected, sources);
    const { logId } = identity;
    const views = await viewsIn(folder, store, logId);
    const keys = await openKeyRing({
      logId,
      file: join(folder, 'keys.db'),
      kek: loadOrCreateSecret(join(folder, 'keys.kek'), systemRandomness),
      ...sources,
    });
    const attempts = await openAttemptLog({ file: join(folder, 'refused-attempts.db'), logId });
    const log = { answers: overviewAnswers, identity, questions: views, persons: personRegister(views.projections) };
    const host = hostOf({ modules: lifecycleModules, store, ...log, keys, attempts, ...sources });
    const beside = (other: EventStore, modules: typeof lifecycleModules): Engine =>
      hostOf({ modules, store: other, ...log, keys, attempts, ...sources }).engine;
    const shut = async (): Promise<void> => void (await Promise.all([attempts.close(), keys.close()]));
    const office = new Office(store, logId, folder, host, views, shut, YEARS.flatMap(desksOf), beside);
    await views.ready;
    await seed(host.engine, { issuer: ISSUER, concurrency: 64 });
    await office.#draftAll();
    return office;
  }

  get views(): Views {
    return this.current;
  }

  /** What listeners to changes are told from. */
  get reader(): { readonly views: Views; readonly clock: Clock; readonly modules: typeof lifecycleModules } {
    return { views: this.current, clock: systemClock, modules: lifecycleModules };
  }

  /** Some of those who work here: clerks of units, and a few who handle every dossier. */
  people(count: number): readonly string[] {
    const handling = ['snv.officer', 'snv.leader', 'vpub', 'auditor'].map((sub) => subjectId(ISSUER, sub));
    return [...handling, ...new Set(this.desks.map(({ clerk }) => clerk))].slice(0, count);
  }

  /** What somebody may see now. */
  async viewer(subject: string): Promise<Viewer> {
    return viewerOf(subject, await this.host.authority.grantsOf(subject, this.host.loader), systemClock.now());
  }

  /**
   * Revises plans, each command an event.
   * @param newPersons whether each command names a person who has no key yet, as commands that come over the API do
   */
  async revise(callers: Callers, count: number, newPersons = false): Promise<void> {
    await this.reviseBy(this.host.engine, callers, count, newPersons);
  }

  /** The same by an engine beside the office's own. */
  async reviseBy(engine: Engine, callers: Callers, count: number, newPersons = false): Promise<void> {
    await inParallel(callers, count, async (caller) => {
      const desk = this.desks[caller];
      if (!desk) throw new Error(`There are ${this.desks.length} plans and no caller ${caller}`);
      const number = (this.#sent += 1);
      const content = contentOf(number, newPersons ? derivedId('bench-person', number) : desk.plan);
      await this.#send('plan', desk.clerk, { type: 'RevisePlan', id: desk.plan, content }, engine);
    });
  }

  /**
   * An engine over the same log, whose tables or whose way to the store are others.
   * @param store the office's own, or one that stands before it
   */
  engineOver(store: EventStore, modules: typeof lifecycleModules): Engine {
    return this.beside(store, modules);
  }

  /** The log's last events. */
  async lastEvents(count: number): Promise<readonly StoredEvent[]> {
    const all = await this.store.readAll(START, Number.MAX_SAFE_INTEGER);
    return all.slice(-count);
  }

  /** Lets the views fall behind: they are closed while `work` goes on, then opened again. */
  async behindTheViews(work: () => Promise<void>): Promise<void> {
    await this.current.close();
    await work();
    this.current = await viewsIn(this.folder, this.store, this.logId);
  }

  async close(): Promise<void> {
    await this.current.close();
    await this.store.close();
    await this.shut();
  }

  async #draftAll(): Promise<void> {
    const leader = subjectId(ISSUER, 'snv.leader');
    await this.#send('campaign', leader, { type: 'OpenCycle', id: hueCampaignId, year: LATER_YEAR });
    await Promise.all(
      YEARS.flatMap((year) =>
        OBLIGATED.map(async ({ key }, index) => {
          const content = contentOf(index, planId(hueCampaignId, unitId(key), year));
          const command: PlanCommand = { type: 'DraftPlan', campaign: hueCampaignId, unit: unitId(key), year, content };
          await this.#send('plan', subjectId(ISSUER, `clerk.${key}`), command);
        }),
      ),
    );
  }

  async #send(
    lifecycle: string,
    subject: string,
    command: PlanCommand | CampaignCommand,
    engine = this.host.engine,
  ): Promise<void> {
    const commandId = derivedId('bench-command', command.type, (this.#sent += 1));
    const outcome = await engine.execute({ lifecycle, subject, command, commandId });
    if (isRefusal(outcome)) throw new Error(`${command.type}: ${outcome.code} ${outcome.message.en}`);
  }
}

const viewsIn = (folder: string, store: EventStore, logId: string): Promise<Views> =>
  openViews({
    folder: join(folder, 'views'),
    views: lifecycleModules.map((module) => module.view),
    others: registers,
    answers: overviewAnswers,
    store,
    logId,
  });

const desksOf = (year: number): readonly Desk[] =>
  OBLIGATED.map(({ key }) => ({
    plan: planId(hueCampaignId, unitId(key), year),
    clerk: subjectId(ISSUER, `clerk.${key}`),
  }));

/** A plan of ordinary length; the person is invented. */
const contentOf = (number: number, person: string): PlanContent => ({
  title: `Kế hoạch thực hiện phong trào thi đua “Dân vận khéo”, bản ${number}`,
  mode: 'STANDALONE',
  fields: ['ADMIN_REFORM_DIGITAL', 'SOCIO_ECONOMIC'],
  responsible: personal(person, 'Nguyễn Văn Thử'),
  coordination: [],
  programmes: ['DIGITAL_TRANSFORMATION', 'GRASSROOTS_DEMOCRACY'],
  tasks: [
    { title: 'Rà soát thủ tục, niêm yết công khai và hướng dẫn người dân nộp hồ sơ trực tuyến', due: '2026-09-30' },
    { title: 'Ra quân vệ sinh môi trường, trồng cây xanh ở các tuyến đường dân cư', due: '2026-10-31' },
    { title: 'Sơ kết, đánh giá và nhân rộng cách làm hay', due: '2026-12-15' },
  ],
});
