import { HUE_UNITS, PERSONAS, type RosterUnit } from '#seed';
import { drawFrom } from './random.js';
import { isCommunal, MODEL_NAMES, type FieldKey } from './words.js';

/** What becomes of a unit's plan. */
export type PlanFate = 'NEVER' | 'LATE' | 'RETURNED' | 'STRAIGHT';
/** What becomes of a registration. */
export type RegistrationFate = 'ON_TIME' | 'LATE' | 'RETURNED' | 'MERGED' | 'REJECTED' | 'CANCELLED';
/** What an accepted model is to come to: its verdict, or that its unit gives it up on the way. */
export type Outcome = 'EFFECTIVE' | 'NO_EVIDENCE' | 'LOW_SCORE' | 'GATE_MISSED' | 'ABANDONED';

/** A unit and its part in the year. */
export interface UnitPart {
  readonly unit: RosterUnit;
  readonly fate: PlanFate;
  readonly integrated: boolean;
}

/** A model and its part in the year. */
export interface ModelPart {
  readonly key: string;
  readonly unit: RosterUnit;
  readonly name: string;
  readonly kind: 'MODEL' | 'PRACTICE';
  readonly field: FieldKey;
  readonly template?: string;
  readonly subUnit: string;
  readonly fate: RegistrationFate;
  readonly outcome: Outcome;
  /** Personas; the first one leads. */
  readonly panel: readonly string[];
  /** The panel member who takes the seat of the one who is recused. */
  readonly standIn?: string;
  readonly objects: boolean;
  readonly moderated: boolean;
}

/** Who plays what in a year. */
export interface Cast {
  readonly units: readonly UnitPart[];
  readonly models: readonly ModelPart[];
  /** Proposed to the city, commended by its own unit, taken over by others. */
  readonly commended: ModelPart;
  readonly praised: ModelPart;
  readonly replicated: ModelPart;
  /** The last one declines. */
  readonly invited: readonly RosterUnit[];
}

/** The units that a plan is expected of. */
export const OBLIGATED: readonly RosterUnit[] = HUE_UNITS.filter((unit) => unit.obligated === true);
/** With fewer units not every special case finds its own. */
export const FEWEST_UNITS = 11;
/** The campaign's lead unit: its own dossiers go another way. */
export const LEAD = OBLIGATED.find((unit) => unit.key === 'SNV') as RosterUnit;

/** The coordinating unit's member leads the panel on Home Affairs' own model. */
export const LEAD_UNITS_PANEL_LEAD = 'panelist.VPUB';
const PANELISTS = PERSONAS.filter(({ role, sub }) => role === 'PANELIST' && sub !== LEAD_UNITS_PANEL_LEAD);

/** By position: rare fields come up in every year, however short, and the chosen models are of fields that are no secret. */
const FIELDS: readonly FieldKey[] = [
  'ADMIN_REFORM_DIGITAL',
  'SOCIO_ECONOMIC',
  'CULTURE_SOCIETY',
  'ADMIN_REFORM_DIGITAL',
  'SOCIO_ECONOMIC',
  'PARTY_POLITICAL_SYSTEM',
  'ADMIN_REFORM_DIGITAL',
  'CULTURE_SOCIETY',
  'DEFENCE_SECURITY',
  'ADMIN_REFORM_DIGITAL',
];
/** Positions in the list of models, the lead unit's being the first. */
const AT = {
  commended: 2,
  replicated: 3,
  praised: 4,
  objecting: 5,
  recused: 6,
  returned: 7,
  late: [8, 9, 11],
  moderated: 8,
} as const;
const WEAK: readonly Outcome[] = ['NO_EVIDENCE', 'LOW_SCORE', 'GATE_MISSED', 'ABANDONED', 'LOW_SCORE', 'NO_EVIDENCE'];

/**
 * Casts a year: nine of every ten models that begin come out effective, which is not yet “more than 90%”.
 * @param count how many of the obligated units take part, from `FEWEST_UNITS` to all
 */
export function castOf(seed: string, count: number): Cast {
  const others = OBLIGATED.filter((unit) => unit !== LEAD);
  const chosen = Array.from(
    { length: count - 1 },
    (_, index) => others[Math.floor((index * others.length) / (count - 1))] as RosterUnit,
  );
  const order = drawFrom(seed, 'order').shuffled(chosen);
  const units = [{ unit: LEAD, fate: 'STRAIGHT' as const, integrated: false }, ...order.map(unitPart)];
  const models = modelParts(seed, [LEAD, ...order.slice(1)]);
  const at = (index: number): ModelPart => models[index] as ModelPart;
  const chosenOnes = { commended: at(AT.commended), replicated: at(AT.replicated), praised: at(AT.praised) };
  const invited = order.filter((unit) => isCommunal(unit) && unit !== chosenOnes.replicated.unit).slice(-5);
  return { units, models, ...chosenOnes, invited };
}

/** Two never plan, one is late, three are sent back; every fifth plan stands in another programme. */
function unitPart(unit: RosterUnit, index: number): UnitPart {
  const fate: PlanFate = index < 2 ? 'NEVER' : index === 2 ? 'LATE' : index < 6 ? 'RETURNED' : 'STRAIGHT';
  return { unit, fate, integrated: index % 5 === 4 };
}

/** One model for each unit, second ones up to a multiple of ten, and three that come to nothing. */
function modelParts(seed: string, owners: readonly RosterUnit[]): readonly ModelPart[] {
  const accepted = Math.ceil(owners.length / 10) * 10;
  const seconds = owners.slice(1, 1 + accepted - owners.length);
  const parts = [...owners, ...seconds].map((unit, index) => modelPart(seed, unit, index, accepted));
  const twin = parts[AT.recused] as ModelPart;
  const neighbour = parts[AT.objecting] as ModelPart;
  const copy: ModelPart = { ...twin, key: 'copy', name: `${twin.name} (bản đăng ký thứ hai)`, fate: 'MERGED' };
  const refused: ModelPart = {
    ...neighbour,
    key: 'refused',
    name: 'Treo khẩu hiệu tuyên truyền',
    template: undefined,
    fate: 'REJECTED',
  };
  const dropped: ModelPart = {
    ...(parts[AT.returned] as ModelPart),
    key: 'dropped',
    name: 'Phiên chợ số cuối tuần',
    template: undefined,
    fate: 'CANCELLED',
  };
  return [...parts, copy, refused, dropped];
}

function modelPart(seed: string, unit: RosterUnit, index: number, accepted: number): ModelPart {
  const draw = drawFrom(seed, 'model', index);
  const field = FIELDS[index % FIELDS.length] as FieldKey;
  const [template, name] = draw.oneOf<readonly [string, string]>(MODEL_NAMES[field]);
  const weak = index - (accepted - accepted / 10);
  const [panel, standIn] = panelFor(unit, index);
  return {
    key: `${index}`,
    unit,
    name,
    kind: index % 7 === 5 ? 'PRACTICE' : 'MODEL',
    field,
    ...(template !== '' && { template }),
    subUnit: isCommunal(unit) ? `Tổ dân phố, thôn số ${index + 1}` : `Phòng số ${index + 1}`,
    fate: index === AT.returned ? 'RETURNED' : AT.late.some((it) => it === index) ? 'LATE' : 'ON_TIME',
    outcome: weak < 0 ? 'EFFECTIVE' : (WEAK[weak % WEAK.length] as Outcome),
    panel,
    ...(index === AT.recused && { standIn }),
    objects: index === AT.objecting,
    moderated: index === AT.moderated,
  };
}

/** Three members from other units, taking turns, and one more who may stand in. */
function panelFor(unit: RosterUnit, index: number): readonly [readonly string[], string] {
  const free = PANELISTS.filter((persona) => persona.unitKey !== unit.key).map((persona) => persona.sub);
  const turn = [0, 1, 2, 3].map((seat) => free[(index + seat) % free.length] as string);
  return [unit === LEAD ? [LEAD_UNITS_PANEL_LEAD, ...turn.slice(1, 3)] : turn.slice(0, 3), turn[3] as string];
}
