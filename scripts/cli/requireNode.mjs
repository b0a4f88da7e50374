// Plain JavaScript, loaded before a command: an older Node cannot even read the TypeScript that follows.
// Node 24 comes from npm (see CONTRIBUTING.md); where no package fits the platform, the machine's own is used.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `error: this needs Node 24 or later and runs on ${process.version}. Run it through npm (npm run …) after \`npm ci\`, or install Node 24.\n`,
  );
  process.exit(2);
}
