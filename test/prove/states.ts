import { defenceNames } from "./model/defences.js";
import { arrowCount } from "./model/moves.js";
import { arrowsNotMissed, beyondThePromise, eachDefence, withAllOn } from "./model/prove-states.js";
import { type Beyond, beyondPromise } from "./model/rules.js";
import { mostApprovals } from "./model/state-key.js";
import { boundsInWords, tellCounterExample, tellTried } from "./model/tell.js";

// Every interleaving of the publishing protocol with up to so many faults: `npm run prove:states -- [faults]`.

const [faults = 4, approvals = 2, wordings = 3] = process.argv.slice(2).map(Number);
const bounds = { faults, approvals, wordings };
const say = (...lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);

const within = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
if (!within(faults, 9) || !within(approvals, mostApprovals) || !within(wordings, 8)) {
  process.stderr.write(`prove:states -- [faults 1–9] [approvals 1–${mostApprovals}] [wordings 1–8]\n`);
  process.exit(64);
}

const all = withAllOn(bounds);
say(
  `states ${all.states}, steps ${all.steps}, faults up to ${faults}, violations ${all.counterExample ? 1 : 0}`,
);
if (all.counterExample) say(...tellCounterExample(all.counterExample));
say(...boundsInWords(bounds));

const notMissed = arrowsNotMissed(all.walked, { ...bounds, faults: 1 });
const reported = all.walked.size - notMissed.length;
say(
  `arrows walked ${all.walked.size} of ${arrowCount} in the product's table, ${reported} reported when taken out of it`,
);
if (notMissed.length > 0) say(`not missed: ${notMissed.join(", ")}`);

// As few faults and wordings as show what a defence is for.
const few = { ...bounds, faults: Math.min(2, faults), wordings: Math.min(2, wordings) };
const tried = eachDefence(few);
for (const { alone, more } of tried) say(...tellTried(alone), ...(more ? tellTried(more) : []));
const found = tried.filter(({ alone }) => alone.found);
const covered = tried.filter(({ alone, more }) => !alone.found && more?.found);
say(
  `defences ${defenceNames.length}: ${found.length} have a counter-example when taken away alone, ` +
    `${covered.length} when taken away with the one that covers them`,
);

for (const [beyond, inWords] of Object.entries(beyondPromise) as [Beyond, string][]) {
  const costs = beyondThePromise(beyond, { ...few, faults: Math.min(3, faults) });
  say(`not promised: ${inWords}`);
  say(...(costs ? tellCounterExample(costs) : ["    nothing breaks within three faults"]));
}

const held = !all.counterExample && notMissed.length === 0 && found.length + covered.length === tried.length;
process.exitCode = held ? 0 : 1;
