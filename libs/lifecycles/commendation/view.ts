import type { Audience } from '#identity';
import { recipientKey } from '#lifecycles/recipient';
import { answer, entityView, existing, type Column } from '#views';
import { commendationLifecycle } from './lifecycle.js';
import {
  achievementsTaken,
  awardsResting,
  awardsStanding,
  openCommendations,
  proposers as proposersOf,
} from './questions/index.js';
import {
  isRestrictedDossier,
  openItems,
  standingAwards,
  type CommendationState,
  type Dossier,
  type Item,
} from './state.js';

/** A column that counts, or says 1 for yes. */
const count = (read: (dossier: Dossier) => number | boolean): Column<CommendationState> => ({
  type: 'INTEGER',
  of: (state) => existing(state, (it) => Number(read(it))),
});

const isPublished = ({ items }: Dossier): boolean => items.some((it) => it.award?.published);
const isDecided = ({ items }: Dossier): boolean =>
  items.some((it) => it.outcome === 'GRANTED' || it.outcome === 'REFUSED');

/** Until when the unit may send again what came back. */
const resendBefore = ({ status, dueAt }: Dossier): string | undefined =>
  status === 'returned' || status === 'returnedByDecider' ? dueAt : undefined;

/** The unit's own until it is sent; open to all once it is over and what was granted has been published. */
function audienceOf(state: CommendationState): Audience {
  if (state.status === 'none' || !state.sent) return 'PARTIES';
  return isPublished(state) && openItems(state).length === 0 ? 'EVERYONE' : 'AUTHORITIES';
}

/** Dossiers, with their items as parts; `decided` and `year` are what the yearly selection (T-4) is read from. */
export const commendationView = entityView<CommendationState>()({
  lifecycle: commendationLifecycle,
  version: 7,
  concerns: { unit: ({ unit }) => unit, campaign: ({ campaign }) => campaign, year: ({ year }) => year },
  columns: {
    level: { type: 'TEXT', of: (state) => existing(state, (it) => it.items.find(({ award }) => award)?.award?.level) },
    decided: count(isDecided),
    granted: count((dossier) => standingAwards(dossier).length),
    open: count((dossier) => openItems(dossier).length),
    published: count(isPublished),
    resendBefore: { type: 'TEXT', of: (state) => existing(state, resendBefore) },
  },
  keys: [['unit', 'status']],
  groups: [['campaign', 'year', 'granted']],
  parts: {
    item: {
      columns: {
        sent: 'INTEGER',
        item: 'TEXT',
        outcome: 'TEXT',
        form: 'TEXT',
        recipientKind: 'TEXT',
        recipient: 'TEXT',
        model: 'TEXT',
        fingerprint: 'TEXT',
        level: 'TEXT',
        validFrom: 'TEXT',
        validTo: 'TEXT',
        cancelled: 'TEXT',
        published: 'INTEGER',
        conferredOn: 'TEXT',
        amount: 'INTEGER',
      },
      keys: [['fingerprint'], ['recipient'], ['model']],
      of: (state) => (state.status === 'none' ? [] : state.items.map(partOf)),
    },
    proposer: {
      columns: { subject: 'TEXT' },
      of: (state) => existing(state, ({ proposers }) => proposers.map((subject) => ({ subject }))) ?? [],
    },
  },
  answers: [
    answer(
      openCommendations,
      `SELECT count(*) FILTER (WHERE status IN
          ('submitted', 'received', 'appraised', 'opinionRequested', 'councilReviewed', 'submittedForDecision')) AS open,
          max(resend_before) AS until
        FROM commendation WHERE campaign = :campaign AND year = :year`,
    ),
    answer(
      achievementsTaken,
      `SELECT DISTINCT part.fingerprint AS fingerprint, dossier.id AS dossier
       FROM commendation__item AS part JOIN commendation AS dossier ON dossier.id = part.id
       WHERE part.fingerprint IN (SELECT value FROM json_each(:fingerprints))
         AND part.item NOT IN (SELECT value FROM json_each(:except))
         AND ((part.outcome IN ('PENDING', 'RETURNED') AND part.sent = 1)
           OR (part.outcome = 'GRANTED' AND part.cancelled IS NULL))
       ORDER BY 1, 2`,
    ),
    answer(
      awardsResting,
      `SELECT dossier.id AS dossier, part.item AS item
       FROM commendation__item AS part JOIN commendation AS dossier ON dossier.id = part.id
       WHERE part.model = :model AND dossier.year = :year AND part.outcome = 'GRANTED' AND part.cancelled IS NULL
       ORDER BY 1, 2`,
    ),
    answer(
      proposersOf,
      `SELECT DISTINCT proposer.subject AS subject, dossier.unit AS unit
       FROM commendation__item AS part JOIN commendation AS dossier ON dossier.id = part.id
         JOIN commendation__proposer AS proposer ON proposer.id = dossier.id
       WHERE part.recipient = :recipient ORDER BY 1, 2`,
    ),
    answer(
      awardsStanding,
      `SELECT DISTINCT part.id AS dossier FROM commendation__item AS part
       WHERE part.recipient = :recipient AND part.outcome = 'GRANTED' AND part.cancelled IS NULL ORDER BY 1`,
    ),
  ],
  audience: audienceOf,
  restricted: (state) => existing(state, isRestrictedDossier) ?? false,
  parties: (state) => ({ units: state.status === 'none' ? [] : [state.unit] }),
  title: (state) => existing(state, ({ year, items }) => `Hồ sơ khen thưởng năm ${year}, ${items.length} trường hợp`),
  search: (state) =>
    existing(state, ({ items }) => items.map((it) => it.recipient.collective?.name ?? '').join(' ')) ?? '',
});

const partOf = ({ item, outcome, sent, form, recipient, model, fingerprint, award }: Item) => ({
  item,
  outcome,
  sent: Number(sent ?? false),
  form,
  recipientKind: recipient.kind,
  model,
  fingerprint,
  recipient: recipientKey(recipient),
  ...awardOf(award),
});

/** An item without an award has these columns empty. */
const NO_AWARD = {
  level: null,
  validFrom: null,
  validTo: null,
  cancelled: null,
  published: 0,
  conferredOn: null,
  amount: null,
};

const awardOf = (award: Item['award']) =>
  award
    ? {
        level: award.level,
        validFrom: award.validFrom,
        validTo: award.validTo ?? null,
        cancelled: award.cancelled ?? null,
        published: Number(award.published),
        conferredOn: award.conferredOn ?? null,
        amount: award.paid?.amount ?? null,
      }
    : NO_AWARD;
