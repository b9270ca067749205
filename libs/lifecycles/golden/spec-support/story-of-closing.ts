import { DUTIES, type CampaignCommand } from '#lifecycles/campaign';
import type { Stage } from './actors.js';
import { scene } from './scene.js';

const id = scene.campaign;

/** The campaign's document, years and end: each year is frozen when it is over, once too early, and closed; then the campaign. */
export async function tellClosing(stage: Stage): Promise<void> {
  const send = (sub: string, command: CampaignCommand): Promise<string> => stage.as(sub, 'campaign', command);
  stage.moveTo('2026-12-20T01:00:00.000Z');
  await tellRunning(send);
  stage.moveTo('2026-12-28T01:00:00.000Z');
  await send('snv.leader', { type: 'FreezeCycle', id, year: 2026 });
  await send('snv.leader', { type: 'ThawCycle', id, year: 2026 });
  for (const year of [2026, 2027, 2028, 2029, 2030]) {
    if (year > 2027) await send('snv.leader', { type: 'OpenCycle', id, year });
    if (year > 2026) stage.moveTo(`${year}-12-28T01:00:00.000Z`);
    await send('snv.leader', { type: 'FreezeCycle', id, year });
    await tellMissed(stage, year);
    if (year === 2030) await tellLastYear(send);
    await send('snv.leader', { type: 'CloseCycle', id, year });
  }
  await send('ubnd.vice', { type: 'CloseCampaign', id });
  await send('vpub', { type: 'ArchiveCampaign', id });
}

type Send = (sub: string, command: CampaignCommand) => Promise<string>;

/** Its number, a deadline moved, an amendment, and a pause. */
async function tellRunning(send: Send): Promise<void> {
  await send('vpub', {
    type: 'IdentifyCampaignDocument',
    id,
    identified: { issuer: 'UBND thành phố Huế', type: 'KH', number: '250/KH-UBND', year: 2026, signedOn: '2026-06-20' },
  });
  const before = '2026-12-25';
  await send('snv.leader', { type: 'ExtendDeadline', id, year: 2026, window: 'annualReportBefore', before });
  const targets = ['T-1', 'T-2', 'T-3', 'T-4'].map((key, index) => ({
    key,
    label: { vi: `Chỉ tiêu ${index + 1}`, en: `Target ${index + 1}` },
  }));
  await send('ubnd.vice', { type: 'AmendCampaign', id, charter: { targets } });
  await send('ubnd.vice', { type: 'SuspendCampaign', id });
  await send('ubnd.vice', { type: 'ResumeCampaign', id });
}

/** What was not done in the year is declared, duty by duty. */
async function tellMissed({ as, owing }: Stage, year: number): Promise<void> {
  for (const duty of DUTIES) {
    const units = await owing(duty, year);
    if (units.length === 0) continue;
    await as('snv.leader', 'campaign', { type: 'DeclareMissed', id, year, duty, units } satisfies CampaignCommand);
  }
}

/** The closing is begun, thought better of, and begun again. */
async function tellLastYear(send: Send): Promise<void> {
  await send('snv.leader', { type: 'BeginClosing', id });
  await send('snv.leader', { type: 'StopClosing', id });
  await send('snv.leader', { type: 'BeginClosing', id });
}
