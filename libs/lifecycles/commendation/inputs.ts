import {
  CommandInput, DateField, EnumField, EnumsField, FlagField, IdField, IdsField, IntField, LineField, PartField, PartsField, PersonNameField, ProseField, UuidField, Where,
  type CommandInputs,
} from '#graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsUUID } from 'class-validator';
import type { CommendationCommand } from './commands.js';
import { CancellationGroundEnum, CommendationFormEnum, CommendationStatus, DecidedOutcomeEnum, HoldGroundEnum, LevelEnum, OpinionGivenEnum, RecipientKindEnum } from './enums.js';
import type { CancellationGround, HoldGround, Level, OpinionGiven } from './events.js';
import type { CommendationForm, RecipientKind } from './items.js';
