// Makes a component of what Go compiles: componentize.mjs WORLD WIT CORE WASI-WAT COMPONENT
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { componentEmbed, componentNew, parse } from '@bytecodealliance/jco';

const [world, wit, core, wasi, component] = process.argv.slice(2);
const typed = await componentEmbed({ binary: await readFile(core), witPath: resolve(wit), world });
const adapter = await parse(await readFile(wasi, 'utf8'));
await writeFile(component, await componentNew(typed, [['wasi_snapshot_preview1', adapter]]));
