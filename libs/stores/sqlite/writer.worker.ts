import { serveFile } from '#sqlite';
import { openLog } from './thread/serve.js';

serveFile(openLog);
