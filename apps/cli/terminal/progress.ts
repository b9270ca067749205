import { Presets, SingleBar } from 'cli-progress';

/** A progress bar on a terminal; nothing elsewhere. */
export interface ProgressBar {
  update(task: string, done: number, total: number): void;
  stop(): void;
}

/** @param stream where people look; results for programs go elsewhere */
export function progressBar(stream: NodeJS.WriteStream): ProgressBar {
  if (!stream.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { format: '{task} [{bar}] {value}/{total}', stream, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let shown = false;
  const update = (task: string, done: number, total: number): void => {
    if (!shown) bar.start(total, done, { task });
    shown = true;
    bar.setTotal(total);
    bar.update(done, { task });
  };
  return { update, stop: () => (shown ? bar.stop() : undefined) };
}
