import { subjectId } from '#identity';
import { derivedId, isRefusal, personal, SYSTEM_SUBJECT, type CommandRequest } from '#kernel';
import { localDateOf } from '#calendar';
import { accessFold } from '#lifecycles/access';
import { ConfigurationFault } from './configuration-fault.js';
import type { Configuration } from './configuration.js';
import type { Service } from './service.js';

/**
 * Outside the demonstration the first administrator comes from the configuration: the system itself grants that one role,
 * by commands that stand in the log; every other role is granted by administrators.
 * @throws ConfigurationFault when the log refuses it
 */
export async function installFirstAdmin(
  service: Service,
  { profile, issuer, firstAdmin }: Configuration,
): Promise<void> {
  if (profile !== 'production' || issuer === undefined || firstAdmin === undefined) return;
  const subject = subjectId(issuer, firstAdmin);
  const { state } = await service.loader.load(accessFold, subject);
  if (state.status !== 'none' && state.roles.some((it) => it.role === 'SYSADMIN')) return;
  const signedOn = localDateOf(service.clock.now());
  const document = {
    issuer: 'Đơn vị vận hành',
    type: 'BB',
    number: 'CAI-DAT',
    year: Number(signedOn.slice(0, 4)),
    signedOn,
  };
  const about = (label: string): Pick<CommandRequest, 'commandId' | 'lifecycle' | 'subject' | 'document'> => ({
    commandId: derivedId('first-admin', label, subject),
    lifecycle: 'access',
    subject: SYSTEM_SUBJECT,
    document,
  });
  const steps = [
    ...(state.status === 'none'
      ? [
          {
            ...about('register'),
            command: { type: 'RegisterSubject', id: subject, name: personal(subject, firstAdmin) },
          },
        ]
      : []),
    { ...about('grant'), command: { type: 'GrantRole', id: subject, role: 'SYSADMIN', unit: '' } },
  ];
  for (const step of steps) {
    const outcome = await service.engine.execute(step);
    if (isRefusal(outcome)) throw new ConfigurationFault(`KHEO_FIRST_ADMIN: ${outcome.message.vi} (${outcome.code})`);
  }
}
