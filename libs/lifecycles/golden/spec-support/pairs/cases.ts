/**
 * The pairs of rows that each kind of fence is for: either is accepted alone, and what comes second is refused. They are run again
 * and again; every other pair is run by `npm run verify:pairs`.
 */
export const CASES: Readonly<Record<string, readonly string[]>> = {
  access: ['access.EndRole × evaluation.AppointPanel'],
  achievement: [
    'commendation.DecideAtUnit × commendation.DecideAtUnit',
    'commendation.SubmitDossier × commendation.SubmitDossier',
  ],
  campaign: ['campaign.SuspendCampaign × model.ProposeModel'],
  collectives: ['collective.RegisterCollective × collective.RegisterCollective'],
  cycle: ['campaign.FreezeCycle × commendation.PrepareDossier', 'campaign.CloseCycle × evaluation.ReopenEvaluation'],
  evaluation: [
    'commendation.DecideAtUnit × evaluation.ReopenEvaluation',
    'evaluation.ReopenEvaluation × replication.ProposeReplication',
  ],
  model: ['model.EndModel × registration.RegisterModel'],
  paper: ['recipient.ReleaseHold × unit.RenameUnit'],
  person: ['person.JoinPersons × person.JoinPersons'],
  recipient: ['commendation.DecideAtUnit × recipient.PlaceHold', 'commendation.SubmitDossier × recipient.PlaceHold'],
  registration: ['evaluation.PlanEvaluation × registration.AbandonRegistration'],
  registrations: ['model.StartImplementation × registration.CancelRegistration'],
  replicating: ['replication.ProposeReplication × replication.ProposeReplication'],
  unit: ['plan.DraftPlan × unit.MergeUnit', 'commendation.DecideAtUnit × unit.DissolveUnit'],
  verdicts: ['evaluation.ReopenEvaluation × model.DeclareMaintained'],
};
