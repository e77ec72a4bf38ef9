import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Folders whose files start processes or browsers: begun last, they would run on alone at the end. */
const slow = /\/test\/(?:story|browser|sandbox\/stage)\//;

/** Begins the slow files first; the order changes nothing but how long the whole run takes. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [
      ...sorted.filter(({ moduleId }) => slow.test(moduleId)),
      ...sorted.filter(({ moduleId }) => !slow.test(moduleId)),
    ];
  }
}
