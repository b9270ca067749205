// The lifecycles of the service, one line each.
export { accessModule } from './access/module.js';
export { unitModule } from './unit/module.js';
export { campaignModule } from './campaign/module.js';
export { planModule } from './plan/module.js';
export { modelModule } from './model/module.js';
export { registrationModule } from './registration/module.js';
export { evaluationModule } from './evaluation/module.js';
export { collectiveModule } from './collective/module.js';
export { recipientModule } from './recipient/module.js';
export { commendationModule } from './commendation/module.js';
export { replicationModule } from './replication/module.js';
export { exemplarModule } from './exemplar/module.js';
export { personModule } from './person/module.js';
export { noticeModule } from './notice/module.js';
