import { exclusive, reading, shared, type Loaded, type RowFence, type StreamRead } from '#kernel';
import { campaignFold, cycleOf, type CampaignState } from './state.js';

/** The key of a year's fence; none while the year is not known. */
export const cycleKey = (campaign: string | undefined, year: number | undefined): string =>
  campaign === undefined || year === undefined ? '' : `${campaign}.${year}`;

/**
 * Reads the campaign for a dossier of one of its years: whoever moves the year's phase or stops the campaign breaks it. While the year
 * is closing, whoever still works in it and whoever closes it go one after the other: what is closed is what was looked at.
 */
export const readingCycle = <S, C>(
  campaign: (state: S, command: C | undefined) => string | undefined,
  year: (state: S, command: C | undefined) => number | undefined,
): StreamRead<S, C, CampaignState> =>
  reading<S, C, CampaignState>(campaignFold, campaign, {
    fence: [
      shared('campaign', (state, command) => [campaign(state, command) ?? '']),
      {
        ...shared<S, C | undefined>('cycle', (state, command) => [
          cycleKey(campaign(state, command), year(state, command)),
        ]),
        aloneWhen: (read, state, command) => isClosing(read as Loaded<CampaignState>, year(state, command)),
      },
    ],
  });

const isClosing = ({ state }: Loaded<CampaignState>, year: number | undefined): boolean =>
  year !== undefined && cycleOf(state, year)?.phase === 'closing';

/** A step that moves the phase of the year that it names. */
export const movingCycle: RowFence<unknown, { readonly id: string; readonly year: number }> = exclusive(
  'cycle',
  (_state, { id, year }) => [cycleKey(id, year)],
);
