/**
 * A thread beside a reader that ends the process where the reader cannot do so itself, being busy without end: when its
 * parent is gone, and when the process takes more memory than one paper may (buffers count here; the heap has a limit
 * of its own).
 */
import { workerData } from 'node:worker_threads';

const interval = 200;
const { parent, maxResident } = workerData as { readonly parent: number; readonly maxResident: number };

setInterval(() => {
  if (process.ppid !== parent || process.memoryUsage.rss() > maxResident) process.kill(process.pid, 'SIGKILL');
}, interval);
