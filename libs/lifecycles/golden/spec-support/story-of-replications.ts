import type { ReplicationCommand } from '../../replication/commands.js';
import type { Stage } from './actors.js';
import type { Scene } from './scene.js';

/** The model is proposed to others three times more: withdrawn, refused, and in the end halted. */
export async function tellReplications({ as }: Stage, scene: Scene, model: string): Promise<void> {
  const { campaign, unit, year, unwilling, hasty } = scene;
  const send = (sub: string, command: ReplicationCommand): Promise<string> => as(sub, 'replication', command);
  const propose = (): Promise<string> =>
    send('snv.officer', { type: 'ProposeReplication', campaign, model, unit, year });
  await send('snv.officer2', { type: 'WithdrawReplication', id: await propose() });
  await send('ubnd.chairman', { type: 'RefuseReplication', id: await propose() });
  const id = await propose();
  const units = [unwilling.id, hasty.id];
  await send('ubnd.vice', { type: 'DecideReplication', id, scope: 'SELECTED', mandatory: false, units });
  await send('snv.leader', { type: 'PublishReplicationGuide', id, guide: 'Hướng dẫn rút gọn' });
  await send('snv.officer', { type: 'InviteUnits', id, units });
  await send(`head.${unwilling.key}`, { type: 'DeclineAdoption', id, unit: unwilling.id });
  await send(`head.${hasty.key}`, { type: 'AcceptAdoption', id, unit: hasty.id });
  await send('snv.officer', { type: 'FailAdoption', id, unit: hasty.id });
  await send('ubnd.vice', { type: 'HaltReplication', id });
}
