import { concerns } from "./concerns.js";
import type { Defence } from "./defence.js";
import { fences } from "./fences.js";
import { herPress } from "./her-press.js";
import { inSlack } from "./in-slack.js";
import { onTheWeb } from "./on-the-web.js";
import { ownWordsDefences } from "./own-words.js";
import { putAside } from "./put-aside.js";
import { sealsAndHolds } from "./seals-and-holds.js";
import { secretsAndTroubles } from "./secrets-and-troubles.js";
import { theCall } from "./the-call.js";
import { theCore } from "./the-core.js";
import { theDatabase } from "./the-database.js";
import { theDesk } from "./the-desk.js";
import { theTeam } from "./the-team.js";
import { whatCameOfIt } from "./what-came-of-it.js";
import { whatExpires } from "./what-expires.js";
import { xAnswers } from "./x-answers.js";

/** Every defence on the list, from her press to what stands in the database. */
export const allDefences: readonly Defence[] = [
  ...theCore,
  ...sealsAndHolds,
  ...herPress,
  ...putAside,
  ...theCall,
  ...whatCameOfIt,
  ...theDesk,
  ...whatExpires,
  ...theTeam,
  ...concerns,
  ...ownWordsDefences,
  ...fences,
  ...theDatabase,
  ...xAnswers,
  ...inSlack,
  ...onTheWeb,
  ...secretsAndTroubles,
];
