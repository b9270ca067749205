export type { ModelCommand } from './commands.js';
export {
  FORM_ITEM_LABELS,
  type ActivityData,
  type Evidence,
  type FormItem,
  type Measure,
  type ModelDetails,
  type ModelEvent,
  type ModelForm,
  type ModelKind,
  type ModelOrigin,
} from './events.js';
export { modelLifecycle } from './lifecycle.js';
export {
  missingItems,
  modelFold,
  type Activity,
  type ExistingModel,
  type MaintenanceDoubt,
  type ModelFacts,
  type ModelState,
  type Ownership,
} from './state.js';
