// Starts build/<name>.ts. Plain JavaScript that any Node can read, so that an old one gets a sentence, not a crash.
const MINIMUM = 24;
const [name, ...args] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < MINIMUM) {
  console.error(`審議帳には Node ${MINIMUM} 以降が要ります（今は ${process.version}）。Linux (x64) では npm ci のあと npm から起動すると同梱の Node を使います。ほかでは https://nodejs.org の Node ${MINIMUM} を入れてください。`);
  process.exitCode = 1;
} else {
  const { main } = await import(`./${name}.ts`);
  process.exitCode = await main(args);
}
