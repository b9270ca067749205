import { by } from '#identity';
import { breaking, lifecycle, reading, readingMany, text } from '#kernel';
import { recipientFold, recipientKey } from '#lifecycles/recipient';
import type { JoinPersons, PersonCommand } from './commands.js';
import type { PersonEvent } from './events.js';
import { areTwoIdentities, doubleIsNotHeld, joinsOthers, personStandsAlone, separatesOthers } from './guards.js';
import { identityOf, personFold, type PersonState } from './state.js';

const homeAffairs = [by.officerOfCampaign, by.leaderOfCampaign];

/** The engine has put the registered names in the place of the identities. */
const joinPersons = ({ double, person }: JoinPersons): PersonEvent => ({
  type: 'PersonsJoined',
  data: { double, person },
});

/**
 * An identity that stands for the same person as another. Names never join two persons: somebody who has looked at both does,
 * and may take it back. It holds for what is recorded from then on.
 */
export const personLifecycle = lifecycle<PersonState, PersonCommand, PersonEvent>()(
  {
    fold: personFold,
    label: text('Cá nhân trùng mã', 'Double of a person'),
    states: {
      none: text('Chưa có', 'None'),
      joined: text('Đã gộp', 'Joined'),
      separated: text('Đã tách', 'Separated'),
    },
    identify: (command) => (command.type === 'JoinPersons' ? identityOf(command.double) : command.id),
    unitOf: () => undefined,
    campaignOf: () => undefined,
  },
  (on) => ({
    JoinPersons: on({
      label: text('Gộp hai mã của một cá nhân', 'Join two identities'),
      from: ['none', 'separated'],
      to: ['joined'],
      by: homeAffairs,
      decision: { needs: ['reason'] },
      reads: {
        other: reading(personFold, (_state: PersonState, command?: JoinPersons) =>
          command ? identityOf(command.person) : undefined,
        ),
        holds: readingMany(recipientFold, (_state: PersonState, command?: JoinPersons) =>
          command ? [recipientKey({ person: command.double })] : [],
        ),
      },
      fences: [breaking('person')],
      guards: [areTwoIdentities, personStandsAlone, doubleIsNotHeld, joinsOthers],
      decide: joinPersons,
    }),
    SeparatePersons: on({
      label: text('Tách hai cá nhân đã gộp nhầm', 'Separate two persons'),
      from: ['joined'],
      to: ['separated'],
      by: homeAffairs,
      decision: { needs: ['reason'] },
      fences: [breaking('person')],
      guards: [separatesOthers],
      decide: (): PersonEvent => ({ type: 'PersonsSeparated', data: {} }),
    }),
  }),
);
