import { codeEnum, statusEnum } from '#graphql';
import type { Evidence, ModelKind } from './events.js';
import { modelLifecycle } from './lifecycle.js';

/** The states of a model in GraphQL. */
export const ModelStatus = statusEnum('ModelStatus', modelLifecycle);

/** What a unit runs, in GraphQL. */
export const ModelKindEnum = codeEnum<ModelKind>('ModelKind', 'Loại mô hình. (Kind of model.)', {
  MODEL: 'Mô hình. (Model.)',
  PRACTICE: 'Cách làm. (Practice.)',
  INITIATIVE: 'Sáng kiến, còn ở bước phát hiện. (Initiative, at the stage of discovery.)',
});

/** The kinds of evidence in GraphQL. */
export const EvidenceKindEnum = codeEnum<Evidence['kind']>(
  'ActivityEvidenceKind',
  'Loại minh chứng. (Kind of evidence.)',
  {
    FILE: 'Tệp, nhận biết bằng SHA-256. (A file, known by its SHA-256.)',
    LINK: 'Liên kết. (A link.)',
  },
);
