import { serveFile } from '#sqlite';
import { openServed } from './thread/serve.js';

serveFile(openServed);
