import { registerHooks } from 'node:module';

/**
 * `node --import build/chromium-shell/register.ts dist/main/index.js` runs the product's own main in plain Node:
 * the one thing changed is that the name 'electron' means the Chromium shell.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true } : next(specifier, context),
});
