import 'reflect-metadata';
import { ConfigurationFault } from './configuration-fault.js';
import { readConfiguration, type Configuration } from './configuration.js';

/** What is wrong with the configuration is said before anything else is loaded. */
function configuration(): Configuration {
  try {
    return readConfiguration(process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationFault)) throw error;
    process.stderr.write(`${error.sentence}\n`);
    process.exit(78);
  }
}

/** Says in a line why the service cannot go on, and ends the process. */
async function endWith(error: unknown): Promise<void> {
  const { describeFault, isMisplaced } = await import('./faults.js');
  process.stderr.write(`${describeFault(error)}\n`);
  process.exit(isMisplaced(error) ? 78 : 1);
}

const read = configuration();
const { serve, isStopping } = await import('./serve.js');
const fail = (error: unknown): void => void endWith(error);
serve(read, fail).catch((error: unknown) => {
  if (!isStopping()) fail(error);
});
