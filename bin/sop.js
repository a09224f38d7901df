#!/usr/bin/env node
import module from 'node:module';

// Node 22 keeps compiled code between runs; Node 20 has no such cache.
module.enableCompileCache?.();
const { launch } = await import('../dist/launch.js');
await launch();
