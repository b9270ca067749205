import {
  text,
  type ContentGuard,
  type DocumentRef,
  type Facts,
  type Json,
  type Loaded,
  type Refusal,
  type ValuesOf,
} from '#kernel';
import { isNamed, namesOf, type UnitState } from '#lifecycles/unit';
import type { decidingNames } from '#lifecycles/unit/questions';
import { commendationRefusals as refuse } from './refusals.js';

/** Who decides for the city. */
const CITY = { ...text('Chủ tịch UBND thành phố', 'the chairman of the city’s People’s Committee') };

/** What the views know of the deciding body. */
export interface WithDeciders {
  readonly deciders: readonly ValuesOf<(typeof decidingNames)['answers']>[];
}

/** The act rests on a document of one type. */
export const documentIs = (type: string): ContentGuard<unknown, unknown, unknown> => ({
  rule: 'documentIsOfType',
  checkContent: (_command, _state, _reads, { document }) => ofType(type, document),
});

function ofType(expected: string, document: DocumentRef | undefined): Facts | Refusal {
  const given = document?.type.normalize('NFC');
  return given === expected
    ? { type: expected }
    : refuse.documentType({ expected, given: given ?? null }, ['document', 'type']);
}

/** The city's own decision, a QĐ, as facts, or the refusal. */
export const cityDecision = (document: DocumentRef | undefined, { deciders }: WithDeciders): Facts | Refusal =>
  decisionOf(
    document,
    deciders.map((it) => it.name),
    CITY,
  );

/** The unit grants by a decision of its own. */
export const documentIsOfUnit: ContentGuard<unknown, { readonly unit: Loaded<UnitState> }, unknown> = {
  rule: 'documentIsOfUnit',
  checkContent: (_command, _state, { unit }, { document }) => {
    const names = namesOf(unit.state);
    return decisionOf(document, names, names);
  },
};

/** A QĐ that a body with one of these names has issued, or the refusal. */
function decisionOf(document: DocumentRef | undefined, names: readonly string[], expected: Json): Facts | Refusal {
  const issuer = document?.issuer ?? '';
  const typed = ofType('QĐ', document);
  if ('refused' in typed) return typed;
  return isNamed(issuer, names)
    ? { ...typed, issuer, number: document?.number ?? null, signedOn: document?.signedOn ?? null }
    : refuse.documentIssuer({ issuer, expected }, ['document', 'issuer']);
}
