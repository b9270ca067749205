import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { Role } from '#identity';
import type { Reach, Transition } from '#kernel';
import { lifecycleModules } from '#lifecycles';

const rows = lifecycleModules.flatMap(({ lifecycle }) =>
  Object.entries(lifecycle.commands).map(([command, row]) => ({
    lifecycle: lifecycle.name,
    command,
    row,
    name: `${lifecycle.name}.${command}`,
  })),
);
const of = (lifecycle: string) => rows.filter((it) => it.lifecycle === lifecycle);
const namesWith = (test: (row: Transition) => boolean): readonly string[] =>
  rows.filter(({ row }) => test(row)).map(({ name }) => name);
const has = (row: Transition, ...roles: Role[]): boolean => row.by.some((it) => roles.includes(it.role as Role));
const reachesOf = (row: Transition, role: Role): readonly Reach[] =>
  row.by.filter((it) => it.role === role).map((it) => it.over);

/** Dossiers that belong to a unit: whoever handles one comes from elsewhere. */
const DOSSIERS = ['plan', 'registration', 'model', 'evaluation', 'commendation', 'report'];
const dossierRows = rows.filter((it) => DOSSIERS.includes(it.lifecycle));

/** What whoever holds a role may do with their own power, whatever the role. */
const OWN_POWER = ['access.GrantDelegation', 'access.RevokeDelegation'];

/** A unit answers the city's call for itself: the decider holds the command to the acting unit. */
const ADOPTIONS = ['AcceptAdoption', 'DeclineAdoption', 'StartAdoption', 'MeasureAdoption'].map(
  (command) => `replication.${command}`,
);

/** Who may do what, by the law and the city's plan. Written by hand; nothing here is taken from the tables. */
const WHO: Readonly<Record<string, readonly Role[]>> = {
  'plan.DraftPlan': ['UNIT_CLERK', 'UNIT_HEAD'],
  'plan.RevisePlan': ['UNIT_CLERK', 'UNIT_HEAD'],
  'plan.IssuePlan': ['UNIT_HEAD'],
  'plan.SubmitPlan': ['UNIT_CLERK', 'UNIT_HEAD'],
  'plan.ReceivePlan': ['SNV_OFFICER', 'VPUB'],
  'plan.ReturnPlan': ['SNV_OFFICER', 'VPUB'],
  'plan.AcceptPlan': ['SNV_LEADER', 'VPUB'],
  'plan.AmendPlan': ['UNIT_HEAD'],
  'plan.ReplacePlan': ['UNIT_HEAD'],
  'plan.IssuePlanErratum': ['UNIT_HEAD'],
  'plan.WithdrawPlan': ['UNIT_HEAD'],
  'campaign.IssueCampaign': ['UBND_DECIDER'],
  'campaign.AmendCampaign': ['UBND_DECIDER'],
  'campaign.SuspendCampaign': ['UBND_DECIDER'],
  'campaign.ResumeCampaign': ['UBND_DECIDER'],
  'campaign.CloseCampaign': ['UBND_DECIDER'],
  'campaign.AdoptPolicy': ['SNV_LEADER'],
  'campaign.AdoptRubric': ['SNV_LEADER'],
  'unit.EnrolUnit': ['SNV_LEADER'],
  'unit.ExemptUnit': ['SNV_LEADER'],
  'unit.RemoveUnitFromRoster': ['SNV_LEADER'],
  'access.GrantRole': ['SYSADMIN', 'SYSTEM'],
  'access.EndRole': ['SYSADMIN'],
};

describe('who may issue what', () => {
  it.each(Object.entries(WHO))('%s: %s', (name, roles) => {
    const row = rows.find((it) => it.name === name)?.row;
    expect([...new Set(row?.by.map((it) => it.role))].sort()).toEqual([...roles].sort());
  });
});

describe('each role keeps to its part', () => {
  it('the Fatherland Front supervises and decides nothing: beside findings it points at models, good and doubtful', () => {
    const elsewhere = namesWith((row) => has(row, 'MTTQ_SUPERVISOR')).filter(
      (name) => !name.startsWith('finding.') && !OWN_POWER.includes(name),
    );
    expect([...elsewhere].sort()).toEqual(['model.NominateModel', 'model.RaiseMaintenanceDoubt']);
  });

  it.each<Role>(['AUDITOR', 'DPO'])('%s writes nowhere', (role) => {
    expect(namesWith((row) => has(row, role)).filter((name) => !OWN_POWER.includes(name))).toEqual([]);
  });

  it('the administrator grants powers and sends no command of the domain', () => {
    expect(namesWith((row) => has(row, 'SYSADMIN')).filter((name) => !name.startsWith('access.'))).toEqual([]);
  });

  it('the publisher only publishes', () => {
    expect(
      namesWith((row) => has(row, 'PUBLISHER')).filter(
        (name) => !/Publi(sh|cation)/.test(name) && !OWN_POWER.includes(name),
      ),
    ).toEqual([]);
  });

  it('a unit acts on its own dossiers only; another’s model it may but nominate', () => {
    for (const { name, row } of dossierRows.filter((it) => it.name !== 'model.NominateModel'))
      for (const role of ['UNIT_CLERK', 'UNIT_HEAD'] as const)
        expect({ name, role, over: reachesOf(row, role).filter((it) => it !== 'ownUnit') }).toEqual({
          name,
          role,
          over: [],
        });
    const bound = rows.filter(({ name }) => !OWN_POWER.includes(name) && !ADOPTIONS.includes(name));
    for (const { name, row } of bound)
      expect({
        name,
        any: row.by.filter((it) => ['UNIT_CLERK', 'UNIT_HEAD'].includes(it.role) && it.over === 'anyUnit'),
      }).toEqual({ name, any: [] });
  });

  it('Home Affairs never handles a dossier of its own', () => {
    for (const { name, row } of dossierRows)
      for (const role of ['SNV_OFFICER', 'SNV_LEADER'] as const)
        expect({ name, role, over: reachesOf(row, role).filter((it) => it !== 'otherUnits') }).toEqual({
          name,
          role,
          over: [],
        });
  });

  it('where Home Affairs handles a plan, the office of the People’s Committee stands in for its own', () => {
    for (const { name, row } of of('plan').filter(({ row: it }) => has(it, 'SNV_OFFICER', 'SNV_LEADER')))
      expect({ name, over: reachesOf(row, 'VPUB') }).toEqual({ name, over: ['leadUnit'] });
  });

  it('only the People’s Committee decides on the city’s commendations and on replication', () => {
    for (const [lifecycle, commands] of Object.entries(CITY_DECISIONS)) {
      const found = of(lifecycle).filter(({ command }) => commands.includes(command));
      for (const { name, row } of found)
        expect({ name, roles: row.by.map((it) => it.role) }).toEqual({ name, roles: ['UBND_DECIDER'] });
    }
  });

  it('panel members score, and do nothing else', () => {
    expect(
      namesWith((row) => has(row, 'PANELIST')).filter(
        (name) => !name.startsWith('evaluation.') && !OWN_POWER.includes(name),
      ),
    ).toEqual([]);
  });

  it('what the system detects nobody else sends', () => {
    const detected = rows.filter(({ lifecycle, command }) => lifecycle === 'notice' || /^Detect|Overdue/.test(command));
    expect(detected.length).toBeGreaterThan(3);
    for (const { name, row } of detected)
      expect({ name, roles: row.by.map((it) => it.role) }).toEqual({ name, roles: ['SYSTEM'] });
  });

  it('nobody is competent for nothing at all: every command has somebody', () => {
    expect(namesWith((row) => row.by.length === 0)).toEqual([]);
  });
});

/** Decisions that are the city's alone. */
const CITY_DECISIONS: Readonly<Record<string, readonly string[]>> = {
  commendation: ['GrantCommendation', 'RefuseCommendation', 'ReturnDossierByDecider', 'DecideCommendation'],
  replication: ['DecideReplication'],
};

describe('duties that one person must not join', () => {
  it('whoever drafted, revised, issued, sent, amended or replaced a plan neither receives, returns nor accepts it', () => {
    for (const command of ['ReceivePlan', 'ReturnPlan', 'AcceptPlan']) {
      const row = of('plan').find((it) => it.command === command)?.row;
      expect([...(row?.apartFrom ?? [])].sort()).toEqual([
        'AmendPlan',
        'DraftPlan',
        'IssuePlan',
        'ReplacePlan',
        'RevisePlan',
        'SubmitPlan',
      ]);
    }
  });

  it('whoever drafted the campaign does not issue it', () => {
    expect(of('campaign').find((it) => it.command === 'IssueCampaign')?.row.apartFrom).toEqual(['DraftCampaign']);
  });

  it('every refusal and every return is a decision with a reason', () => {
    const bare = rows.filter(
      ({ command, row }) => /^(Return|Refuse|Reject)/.test(command) && !row.decision?.needs?.includes('reason'),
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });
});
