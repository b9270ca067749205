import type { Json } from './record/json.js';
import { text, type Language, type Text } from './text.js';

/** What a rule saw when it refused. Identifiers, codes and dates only: never a personal name. */
export type Facts = Readonly<Record<string, Json>>;

/** An expected "no": a value that travels to the caller, never an exception. */
export interface Refusal {
  readonly refused: true;
  /** Stable for clients: never localised, never renamed. */
  readonly code: string;
  readonly message: Text;
  readonly facts: Facts;
  /** Where in the command's input the trouble lies, when it lies there. */
  readonly path?: readonly string[];
  /** What is said instead to whoever may not read all of the streams that the refusal tells of. Never leaves the engine. */
  readonly withheld?: { readonly of: readonly string[]; readonly instead: Refusal };
}

/** One entry of the refusal catalogue, from which the reference documentation is generated. */
export interface RefusalKind {
  (facts?: Facts, path?: readonly string[]): Refusal;
  readonly code: string;
  readonly template: Text;
  /** What those read who may not read the dossiers that the refusal tells of. */
  readonly plain?: Text;
}

const catalogue = new Map<string, RefusalKind>();

/**
 * Declares a refusal once; its sentences may name facts in braces.
 * @param code upper snake case, unique in the whole service
 * @param vi the Vietnamese sentence: what is wrong and what to do
 * @param en the same in English
 * @throws Error when the code is declared twice
 */
export function defineRefusal(code: string, vi: string, en: string): RefusalKind {
  if (catalogue.has(code)) throw new Error(`Refusal ${code} is declared twice`);
  const template = text(vi, en);
  const make = (facts: Facts = {}, path?: readonly string[]): Refusal => ({
    refused: true,
    code,
    facts,
    message: text(fill(template.vi, facts, 'vi'), fill(template.en, facts, 'en')),
    ...(path && { path }),
  });
  const kind = Object.assign(make, { code, template });
  catalogue.set(code, kind);
  return kind;
}

/** A refusal that tells of other dossiers, whose streams are named. */
export type TellingKind = (of: readonly string[], facts?: Facts, path?: readonly string[]) => Refusal;

/**
 * Declares a refusal that tells of other dossiers: whoever may read all of them is told everything, the others the plain sentence
 * under the same code, without facts.
 * @param sentences Vietnamese and English
 * @throws Error when the code is declared twice
 */
export function defineTelling(
  code: string,
  {
    full,
    plain,
  }: { readonly full: readonly [vi: string, en: string]; readonly plain: readonly [vi: string, en: string] },
): TellingKind {
  const kind = defineRefusal(code, ...full);
  const message = text(...plain);
  catalogue.set(code, Object.assign(kind, { plain: message }));
  return (of, facts, path) => ({
    ...kind(facts, path),
    withheld: { of, instead: { refused: true, code, message, facts: {} } },
  });
}

/** Every refusal that the loaded libraries declare, by code. */
export function refusalCatalogue(): readonly RefusalKind[] {
  return [...catalogue.values()].sort((a, b) => a.code.localeCompare(b.code));
}

/** True when a decision came out as a refusal. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}

function fill(template: string, facts: Facts, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => show(facts[name], language));
}

/** A fact in a sentence; one that is a text itself speaks the sentence's language. */
function show(fact: Json | undefined, language: Language): string {
  if (fact === undefined || fact === null) return '—';
  if (Array.isArray(fact)) return fact.map((it: Json) => show(it, language)).join(', ');
  if (typeof fact !== 'object') return String(fact);
  return language in fact ? String((fact as Record<Language, Json>)[language]) : JSON.stringify(fact);
}
