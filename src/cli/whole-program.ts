// What the build makes one file of, `program.cjs`: all that `sop` does, for its process and for its threads.
export { nodeIo } from '../io/node-io.ts';
export { lintWorkerShare } from './lint-worker-share.ts';
export { main } from './main.ts';
